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
export function placeInView({ text, scroller }: Seen): Place | null {
  const view = scroller.getBoundingClientRect()
  if (view.height === 0 || scroller.scrollTop <= 0) return null
  const paragraph = firstFrom(text.blocks.length - 1, (i) => bottomOf(text.blocks[i]!) > view.top)
  const { start, end } = text.paragraphs[paragraph]!
  const lineAt = (offset: number) => text.rangeOf({ start: offset, end: offset }).getBoundingClientRect()
  const offset = start + firstFrom(end - start, (i) => lineAt(start + i).top >= view.top)
  return { offset, below: Math.round(lineAt(offset).top - view.top) }
}

/** Scrolls so that a place is where it was in view. */
export function showPlace({ text, scroller }: Seen, { offset, below }: Place): void {
  const at = Math.min(offset, text.text.length)
  const { top } = text.rangeOf({ start: at, end: at }).getBoundingClientRect()
  scroller.scrollTop += top - scroller.getBoundingClientRect().top - below
}

const bottomOf = (block: HTMLElement): number => block.getBoundingClientRect().bottom

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
