import type { Span } from '../../../data/model/span'
import { runsBothWays } from '../text/direction'
import type { TextView } from '../text/text-view'
import { gapsIn, linesOf, piecesOf, type Edge, type Side, type Stretch } from './pieces'
import type { DrawnTag } from './tag-index'
import type { TypeSize } from './type-size'

/** A part of a tag on one visual line, in CSS pixels of the paragraph's box. */
export interface Stroke {
  readonly tag: DrawnTag
  readonly x0: number
  readonly x1: number
  /** The baseline of its line, a whole pixel. */
  readonly base: number
  readonly left: Edge
  readonly right: Edge
  /** Here the tag's very first stroke of the article starts; `null` for all others. */
  readonly first: Side | null
  /** Not words of the tag, but what lies between two parts of it. */
  readonly gap: boolean
}

/** With more lines than this between two parts, the gap is drawn at its two ends only. */
const LONG_GAP = 2
/** How much of a long gap is drawn at each end, in pixels. */
const STUB = 24

/** Code units that a line may have, at most, of a paragraph that is drawn in passages. */
const REACH = 600

/** What is measured: the reader's text, or one that is set for the printer. */
export type MeasuredText = Pick<TextView, 'text' | 'paragraphs' | 'block' | 'rangeOf'> & {
  readonly passages: Pick<TextView['passages'], 'paragraph' | 'span' | 'isPart'>
}

/**
 * Where the tags of a passage lie on its lines, as the page has set it: in lane order of the tags, each tag's strokes
 * in text order. A line belongs to the passage in which it starts. Only reads the page.
 */
export function measure(
  text: MeasuredText,
  passage: number,
  tags: readonly DrawnTag[],
  size: TypeSize,
): Stroke[] {
  if (tags.length === 0) return []
  const { passages } = text
  const block = text.block(passages.paragraph(passage))
  const box = block.getBoundingClientRect()
  const own = passages.span(passage)
  const isPart = passages.isPart(passage)
  const paragraph = text.paragraphs[passages.paragraph(passage)]!
  const here = isPart
    ? { start: Math.max(paragraph.start, own.start - REACH), end: Math.min(paragraph.end, own.end + REACH) }
    : own
  const bothWays = runsBothWays(text.text, paragraph)
  const rtl = bothWays && getComputedStyle(block).direction === 'rtl'
  const range = new Range()

  /** The boxes of a stretch that show something; of one that shows nothing, its place. */
  const boxesOf = (span: Span): Stretch[] => {
    const boxes: Stretch[] = []
    let place: Stretch | null = null
    for (const rect of text.rangeOf(span, range).getClientRects()) {
      const base = Math.round(rect.top - box.top + size.ascent)
      const stretch = { base, x0: rect.left - box.left, x1: rect.right - box.left }
      if (rect.width >= 0.5) boxes.push(stretch)
      else place ??= stretch
    }
    return boxes.length === 0 && place ? [place] : boxes
  }

  const partOf = (tag: DrawnTag, span: Span, isFirst: boolean): Stroke[] => {
    const [start, end] = [Math.max(span.start, here.start), Math.min(span.end, here.end)]
    const lines = start < end ? linesOf(boxesOf({ start, end })) : []
    const edges = { starts: start === span.start, ends: end === span.end, rtl }
    return [
      ...piecesOf(lines, edges).map(({ startsAt, ...piece }) => ({
        tag,
        ...piece,
        first: isFirst ? startsAt : null,
        gap: false,
      })),
      ...lines.flatMap(gapsIn).map((stretch) => gapOf(tag, stretch)),
    ]
  }

  const gapAfter = (tag: DrawnTag, span: Span, next: Span | undefined): Stroke[] => {
    if (!next || span.end >= here.end || next.start <= here.start) return []
    const lines = linesOf(
      boxesOf({ start: Math.max(span.end, here.start), end: Math.min(next.start, here.end) }),
    )
    const leaves = next.start >= here.end
    const comes = span.end <= here.start
    const isLong = leaves || comes || lines.length > LONG_GAP + 2
    const drawn = isLong
      ? [comes ? [] : stub(lines.at(0), rtl), leaves ? [] : stub(lines.at(-1), !rtl)]
      : lines
    return drawn.flat().map((stretch) => gapOf(tag, stretch))
  }

  const strokes = tags.flatMap((tag) =>
    tag.spans.flatMap((span, i) => [...partOf(tag, span, i === 0), ...gapAfter(tag, span, tag.spans[i + 1])]),
  )
  if (!isPart) return strokes

  /** The baseline of the line that ends at an offset, or goes on there. */
  const lineBefore = (offset: number): number =>
    offset > paragraph.start ? (boxesOf({ start: offset - 1, end: offset }).at(-1)?.base ?? NaN) : -Infinity
  const [before, last] = [lineBefore(own.start), lineBefore(own.end)]
  const half = size.leading / 2
  return strokes.filter(({ base }) => !(base < before + half) && !(base > last + half))
}

const gapOf = (tag: DrawnTag, stretch: Stretch): Stroke => ({
  tag,
  ...stretch,
  left: 'cut',
  right: 'cut',
  first: null,
  gap: true,
})

/** The end of a line that is nearest to a part: its right one, or its left. */
function stub(line: readonly Stretch[] | undefined, atRight: boolean): Stretch[] {
  const stretch = atRight ? line?.at(-1) : line?.[0]
  if (!stretch) return []
  const { base, x0, x1 } = stretch
  return [atRight ? { base, x0: Math.max(x0, x1 - STUB), x1 } : { base, x0, x1: Math.min(x1, x0 + STUB) }]
}
