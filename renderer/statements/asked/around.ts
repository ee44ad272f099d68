import type { Span } from '../../../data/model/span'
import type { Under } from '../row'

/** Words before and after a range, in code units: enough to know it by, and the range itself stays on the line. */
const BEFORE = 22
const AFTER = 48

/** The words around a range of the article, in one line, cut between words. */
export function around(text: string, { start, end }: Span): Under {
  const flat = (words: string) => words.replace(/\s+/gu, ' ')
  const before = text.slice(Math.max(0, start - BEFORE), start)
  const after = text.slice(end, end + AFTER)
  const isCutBefore = start > BEFORE
  const isCutAfter = end + AFTER < text.length
  return {
    before: flat(isCutBefore ? `…${before.replace(/^\S*\s/u, '')}` : before),
    words: flat(text.slice(start, end)),
    after: flat(isCutAfter ? `${after.replace(/\s\S*$/u, '')}…` : after),
    isQuote: true,
  }
}
