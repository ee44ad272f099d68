import type { TextView } from '../text/text-view'
import type { DrawnTag } from './tag-index'
import type { TypeSize } from './type-size'

/** A part of a tag on one visual line, in CSS pixels of the paragraph's box. */
export interface Stroke {
  readonly tag: DrawnTag
  readonly x0: number
  readonly x1: number
  /** The baseline of its line, a whole pixel. */
  readonly base: number
  /** The tag, or the part of it, truly starts or ends here; else it goes on from or to another line. */
  readonly starts: boolean
  readonly ends: boolean
  /** The tag's very first stroke in the article. */
  readonly first: boolean
  /** Not words of the tag, but what lies between two parts of it. */
  readonly gap: boolean
}

/** A gap over more lines than this is drawn at its two ends only. */
const LONG_GAP = 2

/**
 * Where a paragraph's tags lie, as the page has set it: in lane order of the tags, each tag's strokes in text order.
 * Only reads the page.
 */
export function measure(
  text: TextView,
  paragraph: number,
  tags: readonly DrawnTag[],
  size: TypeSize,
): Stroke[] {
  const box = text.block(paragraph).getBoundingClientRect()
  const { start, end } = text.paragraphs[paragraph]!
  const range = new Range()

  /** The lines of a stretch: one row a baseline, however many boxes it has there. */
  const rowsOf = (from: number, to: number): { base: number; x0: number; x1: number }[] => {
    const rows: { base: number; x0: number; x1: number }[] = []
    for (const rect of text.rangeOf({ start: from, end: to }, range).getClientRects()) {
      if (rect.width < 0.5) continue
      const base = Math.round(rect.top - box.top + size.ascent)
      const [x0, x1] = [rect.left - box.left, rect.right - box.left]
      const row = rows.at(-1)
      if (row?.base === base) [row.x0, row.x1] = [Math.min(row.x0, x0), Math.max(row.x1, x1)]
      else rows.push({ base, x0, x1 })
    }
    return rows
  }

  return tags.flatMap((tag) =>
    tag.spans.flatMap((span, i): Stroke[] => {
      const next = tag.spans[i + 1]
      const strokes: Stroke[] = []
      const [from, to] = [Math.max(span.start, start), Math.min(span.end, end)]
      if (from < to) {
        const rows = rowsOf(from, to)
        for (const [j, row] of rows.entries())
          strokes.push({
            tag,
            ...row,
            starts: j === 0 && from === span.start,
            ends: j === rows.length - 1 && to === span.end,
            first: i === 0 && j === 0 && from === span.start,
            gap: false,
          })
      }
      if (next && span.end < end && next.start > start) {
        const rows = rowsOf(Math.max(span.end, start), Math.min(next.start, end))
        const drawn =
          rows.length > LONG_GAP + 1 ? [stub(rows[0]!, 'after'), stub(rows.at(-1)!, 'before')] : rows
        for (const row of drawn)
          strokes.push({ tag, ...row, starts: false, ends: false, first: false, gap: true })
      }
      return strokes
    }),
  )
}

const stub = <Row extends { x0: number; x1: number }>(row: Row, side: 'after' | 'before'): Row =>
  side === 'after'
    ? { ...row, x1: Math.min(row.x1, row.x0 + 24) }
    : { ...row, x0: Math.max(row.x0, row.x1 - 24) }
