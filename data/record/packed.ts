/**
 * Something on its way between processes as one text. Thousands of values are copied one by one, three times; a text is
 * copied at once.
 */
export type Packed<T> = string & { readonly of?: T }

export const pack = <T>(value: T): Packed<T> => JSON.stringify(value)

/** `packed` must come from `pack`. */
export function unpack<T>(packed: Packed<T>): T {
  const value: T = JSON.parse(packed)
  return value
}
