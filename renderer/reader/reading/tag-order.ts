import type { Span } from '../../../data/model/span'
import type { DrawnTag } from '../drawing/tag-index'

/** What going from tag to tag needs of the index of tags. */
export interface TagsInPassages {
  inPassages(first: number, last?: number): DrawnTag[]
}
export interface PassagesOfText {
  readonly count: number
  at(offset: number): number
}

type Placed = Pick<DrawnTag, 'id' | 'spans'>

/** Text order: by start, the longer first where two start together, then by id. */
const byPlace = (a: Placed, b: Placed): number =>
  a.spans[0]!.start - b.spans[0]!.start ||
  b.spans.at(-1)!.end - a.spans.at(-1)!.end ||
  (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** From the innermost tag outward: the shorter first, then the codebook's order, then by id. */
export const byReach = (a: DrawnTag, b: DrawnTag): number =>
  a.length - b.length || a.order - b.order || (a.id < b.id ? -1 : 1)

/**
 * The first tag in text order after a tag or an offset that is shown, or the last before it; `null` when there is none.
 * Looks at the passage there and goes on from passage to passage until one has such a tag.
 */
export function nextInText(
  index: TagsInPassages,
  passages: PassagesOfText,
  from: Placed | number,
  step: 1 | -1,
  isShown: (tag: DrawnTag) => boolean,
): DrawnTag | null {
  const start = typeof from === 'number' ? from : from.spans[0]!.start
  const isBeyond = (tag: DrawnTag) => {
    const by = typeof from === 'number' ? tag.spans[0]!.start - from : byPlace(tag, from)
    return step === 1 ? by > 0 || (by === 0 && typeof from === 'number') : by < 0
  }
  for (let at = passages.at(start); at >= 0 && at < passages.count; at += step) {
    const starting = index
      .inPassages(at)
      .filter((tag) => passages.at(tag.spans[0]!.start) === at && isShown(tag) && isBeyond(tag))
      .toSorted(byPlace)
    const next = step === 1 ? starting[0] : starting.at(-1)
    if (next) return next
  }
  return null
}

/** Which of some spans in text order is the next after `from`, or the last before it; beyond the end it begins again. */
export function nextAround(
  spans: readonly Span[],
  from: Span,
  step: 1 | -1,
): { readonly index: number; readonly again: boolean } | null {
  if (spans.length === 0) return null
  const index =
    step === 1
      ? spans.findIndex(({ start }) => start >= from.end)
      : spans.findLastIndex(({ end }) => end <= from.start)
  if (index >= 0) return { index, again: false }
  return { index: step === 1 ? 0 : spans.length - 1, again: true }
}
