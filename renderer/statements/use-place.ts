import { useLayoutEffect, type RefObject } from 'react'
import { activeReader } from '../reader/active-reader'

const GAP = 12
/** The least height that the palette can be used in, in CSS pixels. */
const LEAST = 240
const MOST = 420

/**
 * Puts `box` under the last line of a tag that is on the screen, or over the first one where there is more room. A tag that is
 * out of sight is scrolled to. The box lies in what the reader scrolls, and so goes along with the words.
 */
export function usePlace(box: RefObject<HTMLElement | null>, tag: string): void {
  useLayoutEffect(() => {
    if (box.current) putAt(box.current, tag)
  }, [box, tag])
}

function putAt(box: HTMLElement, tag: string): void {
  const reader = activeReader()
  if (!reader) return
  const { scroller } = reader
  const view = scroller.getBoundingClientRect()
  const inView = () => reader.linesOf(tag).filter(({ top, bottom }) => bottom > view.top && top < view.bottom)
  let lines = inView()
  const [first] = reader.linesOf(tag)
  if (lines.length === 0 && first) {
    scroller.scrollBy(0, first.top - view.top - view.height / 3)
    lines = inView()
  }
  const [upper, lower] = [lines[0], lines.at(-1)]
  if (!upper || !lower) return
  const below = view.bottom - lower.bottom - 2 * GAP
  const above = upper.top - view.top - 2 * GAP
  const isAbove = below < LEAST && above > below
  const left = Math.max(view.left + 8, Math.min(lower.left - GAP, view.right - box.offsetWidth - 2 * GAP))
  const top = isAbove ? upper.top - GAP : lower.bottom + GAP
  box.style.left = `${left - view.left + scroller.scrollLeft}px`
  box.style.top = `${top - view.top + scroller.scrollTop}px`
  box.style.maxHeight = `${Math.min(MOST, Math.max(isAbove ? above : below, LEAST))}px`
  box.style.transform = isAbove ? 'translateY(-100%)' : ''
}
