import type { Span } from '../model/span'
import type { SampleTag } from './sample-types'

/**
 * Where a sample tag's words stand in `text` (newlines normalised, byte order mark dropped), in text
 * order; offsets are UTF-16 code units. The first quote is its `nth` occurrence, each further one the
 * first occurrence after the one before. `null` if any of them is not there.
 */
export function findQuote(text: string, tag: Pick<SampleTag, 'quote' | 'nth'>): readonly Span[] | null {
  const [first = '', ...rest] = typeof tag.quote === 'string' ? [tag.quote] : tag.quote

  let start = -1
  for (let left = tag.nth ?? 1; left > 0; left -= 1) {
    start = text.indexOf(first, start + 1)
    if (start < 0) return null
  }

  const spans: Span[] = [{ start, end: start + first.length }]
  for (const quote of rest) {
    const from = text.indexOf(quote, spans.at(-1)!.end)
    if (from < 0) return null
    spans.push({ start: from, end: from + quote.length })
  }
  return spans
}
