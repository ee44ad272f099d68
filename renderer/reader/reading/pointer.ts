import type { TextView } from '../text/text-view'
import { snapped, spanOf } from './moves'
import { widenToGraphemes } from '../../../data/text/graphemes'

/** Pixels that the pointer moves before a press is a drag. */
const DRAG = 4
/** Pixels a frame that the page scrolls while a drag goes past its edge. */
const SCROLL = 12
/** Milliseconds for which two clicks may become three: as long as systems count the next click as the third. */
const THIRD = 500

export interface PointerIntents {
  /** A click at a place of the text (`null` off it) that selected nothing. */
  readonly click: (offset: number | null, x: number, y: number, target: EventTarget | null) => void
  /** Words were selected by a drag or two clicks, and the button was let go. */
  readonly picked: () => void
  readonly pointAt: (x: number, y: number, target: EventTarget | null) => void
  readonly menu: (offset: number | null, x: number, y: number) => void
}

/**
 * Selecting with the mouse: a drag takes whole words, with Alt exact characters; two clicks take the word, three
 * the paragraph, Shift extends. Presses land on the words or on the tags' elements above them, so the selection is
 * made here and not by the browser. Ends with `signal`.
 */
export function listenToPointer(
  page: HTMLElement,
  scroller: HTMLElement,
  text: TextView,
  intents: PointerIntents,
  signal: AbortSignal,
): void {
  /** The place under a point, looking through the tags' elements. */
  const offsetAt = (x: number, y: number): number | null => {
    page.classList.add('probing')
    const offset = text.offsetAt(x, y)
    page.classList.remove('probing')
    return offset
  }

  const pick = (from: number, to: number, exact: boolean) => {
    const { anchor, focus } = exact ? exactly(text.text, from, to) : snapped(text.text, from, to)
    text.select(anchor, focus)
  }

  const press = (event: MouseEvent) => {
    // The toolbar and the grips lie on the page too; a press there is not one on the words under it.
    if (event.button !== 0 || isOwn(event.target)) return
    event.preventDefault()
    text.root.focus({ preventScroll: true })
    const at = offsetAt(event.clientX, event.clientY)
    const before = text.selection()
    if (at === null) return track(event, null)
    if (event.shiftKey && before) {
      pick(before.anchor, at, event.altKey)
      return track(event, before.anchor)
    }
    if (event.detail === 3) {
      const { start, end } = text.paragraphs[text.paragraphAt(at)]!
      text.select(start, end)
      document.addEventListener('mouseup', () => intents.picked(), { once: true, signal })
      return
    }
    if (event.detail === 2) {
      text.selectWordAt(at)
      // A third click means the paragraph, and then the word was not what was meant.
      const late = setTimeout(() => !signal.aborted && intents.picked(), THIRD)
      page.addEventListener('mousedown', () => clearTimeout(late), { once: true, signal })
      return
    }
    track(event, at)
  }

  const track = (first: MouseEvent, from: number | null) => {
    const drag = new AbortController()
    const end = AbortSignal.any([signal, drag.signal])
    let dragged = first.shiftKey
    let [x, y, alt, frame] = [first.clientX, first.clientY, first.altKey, 0]
    const follow = () => {
      const to = offsetAt(x, y)
      if (from !== null && to !== null) pick(from, to, alt)
    }
    const scroll = () => {
      const { top, bottom } = scroller.getBoundingClientRect()
      const by = y < top + 8 ? -SCROLL : y > bottom - 8 ? SCROLL : 0
      frame = by === 0 ? 0 : requestAnimationFrame(scroll)
      if (by === 0) return
      scroller.scrollBy(0, by)
      follow()
    }
    document.addEventListener(
      'mousemove',
      (event) => {
        // The button was let go where nobody told us of it: what is selected stays, and the pointer is free.
        if (event.buttons === 0) return finish()
        ;[x, y, alt] = [event.clientX, event.clientY, event.altKey]
        dragged ||= Math.hypot(x - first.clientX, y - first.clientY) > DRAG
        if (!dragged) return
        page.classList.add('dragging')
        follow()
        if (frame === 0) scroll()
      },
      { signal: end },
    )
    const finish = () => {
      cancelAnimationFrame(frame)
      page.classList.remove('dragging')
      drag.abort()
    }
    document.addEventListener(
      'mouseup',
      () => {
        finish()
        if (dragged && !first.shiftKey) intents.picked()
        if (dragged) return
        if (from === null) getSelection()?.removeAllRanges()
        else text.select(from, from)
        intents.click(from, first.clientX, first.clientY, first.target)
      },
      { signal: end },
    )
  }

  page.addEventListener('mousedown', press, { signal })
  page.addEventListener('mousemove', (event) => intents.pointAt(event.clientX, event.clientY, event.target), {
    signal,
  })
  page.addEventListener('mouseleave', () => intents.pointAt(-1, -1, null), { signal })
  page.addEventListener(
    'contextmenu',
    (event) => {
      event.preventDefault()
      intents.menu(offsetAt(event.clientX, event.clientY), event.clientX, event.clientY)
    },
    { signal },
  )
}

const isOwn = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[role=toolbar], .grip') !== null

function exactly(text: string, from: number, to: number): { anchor: number; focus: number } {
  const { start, end } = widenToGraphemes(text, spanOf({ anchor: from, focus: to }))
  return from <= to ? { anchor: start, focus: end } : { anchor: end, focus: start }
}
