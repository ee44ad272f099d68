import type { TextView } from '../text/text-view'
import { extended, grown, moved, type Picked, type Unit } from './moves'

export interface KeyIntents {
  /** Enter on the words at this offset. */
  readonly enter: (offset: number) => void
  /** Escape with nothing selected in the text. */
  readonly escape: () => void
  readonly menu: (offset: number, x: number, y: number) => void
  /** The first offset on the screen, where the caret goes that is nowhere yet. */
  readonly firstInView: () => number
}

/**
 * Reading and selecting by key, while the reader has the focus: arrows by word and line, Alt by character, Shift
 * extends, S grows to word, sentence and paragraph, Shift S takes that back. Ends with `signal`.
 */
export function listenToKeys(
  page: HTMLElement,
  text: TextView,
  intents: KeyIntents,
  signal: AbortSignal,
): void {
  let smaller: Picked[] = []

  const here = (): Picked => {
    const at = text.selection()
    if (at) return at
    const first = intents.firstInView()
    return { anchor: first, focus: first }
  }

  const go = ({ anchor, focus }: Picked) => {
    text.select(anchor, focus)
    revealFocus(text, focus)
  }

  const sideways = (event: KeyboardEvent, step: 1 | -1) => {
    const unit: Unit = event.altKey ? 'character' : 'word'
    go((event.shiftKey ? extended : moved)(text.text, here(), unit, step))
  }

  /** Lines are the browser's affair: it knows where the text breaks. */
  const byLine = (event: KeyboardEvent, direction: 'forward' | 'backward', unit: 'line' | 'lineboundary') => {
    const { anchor, focus } = here()
    text.select(anchor, focus)
    getSelection()?.modify(event.shiftKey ? 'extend' : 'move', direction, unit)
    const to = text.selection()
    if (to) revealFocus(text, to.focus)
  }

  const grow = (back: boolean) => {
    const now = here()
    if (back) {
      const last = smaller.pop()
      if (last) go(last)
      return
    }
    const next = grown(text.text, now, text.paragraphs[text.paragraphAt(now.focus)]!)
    if (next === now) return
    smaller.push(now)
    go(next)
  }

  const keys: Readonly<Record<string, (event: KeyboardEvent) => void>> = {
    ArrowRight: (event) => sideways(event, 1),
    ArrowLeft: (event) => sideways(event, -1),
    ArrowDown: (event) => byLine(event, 'forward', 'line'),
    ArrowUp: (event) => byLine(event, 'backward', 'line'),
    Home: (event) => byLine(event, 'backward', 'lineboundary'),
    End: (event) => byLine(event, 'forward', 'lineboundary'),
    s: () => grow(false),
    S: () => grow(true),
    Enter: () => intents.enter(here().focus),
    ContextMenu: () => openMenu(),
    F10: (event) => event.shiftKey && openMenu(),
    Escape: () => {
      const at = text.selection()
      if (at && at.anchor !== at.focus) go({ anchor: at.focus, focus: at.focus })
      else intents.escape()
    },
  }

  const openMenu = () => {
    const { focus } = here()
    const box = text.rangeOf({ start: focus, end: focus }).getBoundingClientRect()
    intents.menu(focus, box.left, box.bottom)
  }

  page.addEventListener(
    'keydown',
    (event) => {
      if (event.ctrlKey || event.metaKey || event.defaultPrevented) return
      const key = keys[event.key]
      if (!key) return
      event.preventDefault()
      if (event.key.toLowerCase() !== 's') smaller = []
      key(event)
    },
    { signal },
  )
}

/** Scrolls no more than it must to have the line of an offset on the screen. */
function revealFocus(text: TextView, offset: number): void {
  const range = text.rangeOf({ start: offset, end: offset })
  const box = range.getBoundingClientRect()
  const scroller = text.root.closest<HTMLElement>('[data-scroller]')
  if (!scroller || box.height === 0) return
  const { top, bottom } = scroller.getBoundingClientRect()
  if (box.top < top + 48) scroller.scrollBy(0, box.top - top - 96)
  else if (box.bottom > bottom - 48) scroller.scrollBy(0, box.bottom - bottom + 96)
}
