/** An object of a file that anybody may have written; nothing is known about what stands in it. */
export type Json = Readonly<Record<string, unknown>>

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** JSON-LD writes one value or a list of them; a list either way, empty when there is none. */
export const listOf = (value: unknown): readonly unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]

/** The first of the keys whose value is text that is not empty. */
export const textIn = (value: unknown, ...keys: readonly string[]): string | null => {
  if (!isObject(value)) return null
  const found = keys.map((key) => value[key]).find((text) => typeof text === 'string' && text !== '')
  return typeof found === 'string' ? found : null
}

/** An IRI that stands by itself, or as the `id` of an object. */
export const iriOf = (value: unknown): string | null =>
  typeof value === 'string' ? value : textIn(value, 'id', '@id')

/** Whether the object's `type` is, or has among others, this one. */
export const hasType = (value: Json, type: string): boolean =>
  [...listOf(value['type']), ...listOf(value['@type'])].includes(type)

/** `key` of an item that stands at `at`: `first.items[2].body`, or just `body` at the top. */
export const under = (at: string, key: string): string => (at === '' ? key : `${at}.${key}`)
