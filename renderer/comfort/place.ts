import type { ReaderView } from '../reader/reader-view'

/**
 * Where in an article one is reading, whatever the size of its type: the first line that is wholly in view, by the
 * offset of one of its characters (UTF-16 code units), and how far under the top of the view that line begins.
 */
export interface Place {
  readonly offset: number
  /** CSS pixels. */
  readonly below: number
}

type Seen = Pick<ReaderView, 'text' | 'scroller'>

/** The place that is in view; `null` while the text is not on the screen, or at its very top. */
export function placeInView(seen: Seen): Place | null {
  const view = seen.scroller.getBoundingClientRect()
  if (view.height === 0 || seen.scroller.scrollTop <= 0) return null
  const offset = offsetFrom(seen, view.top)
  return { offset, below: Math.round(lineAt(seen, offset).top - view.top) }
}

/** Scrolls so that a place is where it was in view. */
export function showPlace(seen: Seen, { offset, below }: Place): void {
  const { text, scroller } = seen
  const { top } = lineAt(seen, Math.min(offset, text.text.length))
  scroller.scrollTop += top - scroller.getBoundingClientRect().top - below
}

/**
 * The first offset of a line that begins at or under `y`, in pixels of the window; the end of the last passage
 * that reaches over it when there is no such line.
 */
export function offsetFrom(seen: Seen, y: number): number {
  const [passage] = seen.text.passagesBetween(y, y)
  const { start, end } = seen.text.passages.span(passage)
  return start + firstFrom(end - start, (i) => lineAt(seen, start + i).top >= y)
}

const lineAt = ({ text }: Seen, offset: number): DOMRect =>
  text.rangeOf({ start: offset, end: offset }).getBoundingClientRect()

/** The least of 0 to `last` for which something holds that holds for all after it too; `last` if for none. */
function firstFrom(last: number, holds: (i: number) => boolean): number {
  let [low, high] = [0, last]
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
