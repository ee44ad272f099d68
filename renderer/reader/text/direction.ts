import type { Span } from '../../../data/model/span'

/** Letters of scripts that run from right to left, and the signs that turn text that way. */
const turned =
  /[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1eeff}]/u

/** Whether some text has words that run from right to left. */
export const isTurned = (text: string): boolean => turned.test(text)

/** Which way a text runs as a whole, by its first letter. */
export function directionOf(text: string): 'ltr' | 'rtl' {
  const [letter] = /\p{L}/u.exec(text) ?? []
  return letter && isTurned(letter) ? 'rtl' : 'ltr'
}

const known = new WeakMap<Span, boolean>()

/** Whether any of a paragraph of `text` runs from right to left. Looked for once. */
export function runsBothWays(text: string, paragraph: Span): boolean {
  const before = known.get(paragraph)
  if (before !== undefined) return before
  const found = isTurned(text.slice(paragraph.start, paragraph.end))
  known.set(paragraph, found)
  return found
}
