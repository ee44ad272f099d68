import type { Span } from '../model/span'
import { neighbourhood } from './neighbourhood'

const clusters = new Intl.Segmenter('en', { granularity: 'grapheme' })

/**
 * The grapheme cluster (what a reader sees as one character) that the code unit at `offset` belongs to, in code
 * units of the text. Empty at or past the end of the text.
 */
export function graphemeAt(text: string, offset: number): Span {
  if (offset >= text.length) return { start: text.length, end: text.length }
  const { start, end } = neighbourhood(text, offset, 16)
  const cluster = clusters.segment(text.slice(start, end)).containing(offset - start)
  if (!cluster) return { start: offset, end: offset }
  return { start: start + cluster.index, end: start + cluster.index + cluster.segment.length }
}

/** Whether a grapheme cluster starts or the text ends at `offset`. */
export const isBetweenGraphemes = (text: string, offset: number): boolean =>
  graphemeAt(text, offset).start === offset

/**
 * The least span around this one that cuts no grapheme cluster: no surrogate pair, accent or emoji family is
 * halved. A span that cuts none stays as it is, and an empty one between two clusters stays empty.
 */
export function widenToGraphemes(text: string, span: Span): Span {
  const end = graphemeAt(text, span.end)
  return {
    start: graphemeAt(text, span.start).start,
    end: end.start === span.end ? span.end : end.end,
  }
}
