import type { Range } from '../model/records'
import type { Span } from '../model/span'
import { graphemeAt, widenToGraphemes } from './graphemes'

/** Code units of context kept on each side. */
const CONTEXT = 32

/**
 * The span as a tag's target keeps it: with the words it stands on and up to 32 code units before and after. A span
 * that cuts a grapheme cluster is widened first, and the context is cut between clusters, shorter rather than
 * longer. The span must not be empty and must lie inside the text.
 */
export function rangeOf(text: string, span: Span): Range {
  const { start, end } = widenToGraphemes(text, span)
  const from = Math.max(0, start - CONTEXT)
  const to = Math.min(text.length, end + CONTEXT)
  const first = graphemeAt(text, from)
  return {
    start,
    end,
    quote: text.slice(start, end),
    prefix: text.slice(first.start === from ? from : first.end, start),
    suffix: text.slice(end, graphemeAt(text, to).start),
  }
}
