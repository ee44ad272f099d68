/** Every letter once, those under the resting fingers first, then the row above, then the one below. */
const letters = 'fjdkslaghrueiwoqptyvncmxzb'

/** As many tags as can have letters at once. */
export const MOST_HINTS = letters.length ** 2

/**
 * Letters to type for so many things, the nearest first: one letter for as many as possible, two for the others. None
 * is the beginning of another, so the last letter typed decides. More than `MOST_HINTS` get none.
 */
export function hintLetters(count: number): string[] {
  const wanted = Math.min(count, MOST_HINTS)
  let leading = 0
  while (letters.length - leading + leading * letters.length < wanted) leading++
  const all = [...letters]
  const double = all.slice(all.length - leading).flatMap((first) => all.map((second) => first + second))
  return all
    .slice(0, all.length - leading)
    .concat(double)
    .slice(0, wanted)
}

/** The Latin letter of a key, whatever the layout writes with it; `null` when it has none. */
export function hintKey({ key, code }: Pick<KeyboardEvent, 'key' | 'code'>): string | null {
  const letter = /^[a-z]$/i.test(key) ? key : /^Key([A-Z])$/.exec(code)?.[1]
  return letter?.toLowerCase() ?? null
}
