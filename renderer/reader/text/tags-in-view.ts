import type { DrawnTag, TagIndex } from '../drawing/tag-index'
import type { TextView } from './text-view'

/** A tag and the first of its lines that is on the screen, in pixels of the window. */
export interface TagInView {
  readonly tag: DrawnTag
  readonly line: DOMRect
  /** Whether its paragraph runs from right to left. */
  readonly isMirrored: boolean
}

/** The tags that have words between two heights of the window, in text order, the outer before the inner. */
export function tagsInView(text: TextView, index: TagIndex, top: number, bottom: number): TagInView[] {
  return index
    .inPassages(...text.passagesBetween(top, bottom))
    .toSorted((a, b) => a.spans[0]!.start - b.spans[0]!.start || b.length - a.length || a.order - b.order)
    .flatMap((tag) => {
      const line = linesOf(text, tag).find((rect) => rect.top >= top - 4 && rect.bottom <= bottom)
      if (!line) return []
      const block = text.block(text.paragraphAt(tag.spans[0]!.start))
      return [{ tag, line, isMirrored: getComputedStyle(block).direction === 'rtl' }]
    })
}

/** Where the words of a tag stand, a box a line or a piece of it, in pixels of the window. */
export const linesOf = (text: TextView, { spans }: DrawnTag): DOMRect[] =>
  spans.flatMap((span) => [...text.rangeOf(span).getClientRects()].filter(({ width }) => width >= 0.5))
