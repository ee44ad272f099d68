import type { Annotation } from '../../../data/model/records'
import { isSame } from '../../../data/model/same'
import { normaliseSpans, type Span } from '../../../data/model/span'
import { widenToGraphemes } from '../../../data/text/graphemes'
import { rangeOf } from '../../../data/text/quote'
import { afterPaint } from '../../ui/after-paint'
import type { ReaderView } from '../reader-view'
import { caretBoxAt } from './caret-box'
import { snapped, spanOf } from './moves'

/** Pixels that the pointer moves before a press on a grip drags it. */
const DRAG = 3
/**
 * Half the width of a grip's area, and how far it reaches up from the foot of the line's words, in pixels: between the
 * middles of two lines, where one takes hold of words.
 */
const HALF = 12
const RISE = 6

interface Grip {
  readonly element: HTMLElement
  readonly part: number
  readonly edge: 'start' | 'end'
}

/** Gives the tag these words; says whether that was done. */
type Move = (tag: Annotation, spans: readonly Span[]) => Promise<boolean>

/**
 * The grips at the true ends of the selected tag's parts, to drag them to other words. They hang in the room between
 * two lines, below the words that one selects. Whoever cannot drag has the keys for the same: the grips are hidden
 * from assistive technology.
 */
export class Grips {
  readonly #view: ReaderView
  readonly #page: HTMLElement
  readonly #move: Move
  readonly #watch: ResizeObserver
  #grips: readonly Grip[] = []
  #tag: Annotation | null = null
  #drag: { readonly stop: () => void } | null = null

  constructor(view: ReaderView, page: HTMLElement, move: Move) {
    this.#view = view
    this.#page = page
    this.#move = move
    this.#watch = new ResizeObserver(() => this.#place())
    this.#watch.observe(view.text.root)
  }

  /**
   * Shows grips at the ends of this tag, or with `null` none; two frames after the one that shows the tag itself. While its words stay, a
   * drag goes on, whatever else of the tag becomes another: it may just have been saved.
   */
  show(tag: Annotation | null): void {
    if (tag === this.#tag) return
    const isMoved = !isOnSameWords(tag, this.#tag)
    if (isMoved) this.cancel()
    this.#tag = tag
    if (!isMoved) return
    this.#put([])
    if (tag) afterPaint(() => isOnSameWords(tag, this.#tag) && this.#put(tag.target))
  }

  /** Ends a drag and leaves the tag as it was; says whether there was one. */
  cancel(): boolean {
    if (!this.#drag) return false
    this.#drag.stop()
    this.#preview(null)
    return true
  }

  #put(target: readonly Span[]): void {
    for (const { element } of this.#grips) element.remove()
    this.#grips = target.flatMap((_, part) =>
      (['start', 'end'] as const).map((edge) => {
        const element = document.createElement('div')
        element.className = 'grip'
        element.ariaHidden = 'true'
        const grip = { element, part, edge }
        element.addEventListener('pointerdown', (event) => this.#press(event, grip))
        return grip
      }),
    )
    this.#page.append(...this.#grips.map(({ element }) => element))
    this.#place()
  }

  /** Puts the grips where the parts end, as they stand now. */
  #place(target: readonly Span[] = this.#tag?.target ?? []): void {
    if (this.#grips.length === 0) return
    const page = this.#page.getBoundingClientRect()
    const boxes = this.#grips.map(({ part, edge }) => {
      const span = target[part]
      return span ? caretBoxAt(this.#view.text, span[edge], edge === 'end') : null
    })
    for (const [i, { element }] of this.#grips.entries()) {
      const box = boxes[i]
      element.hidden = !box
      if (!box) continue
      element.style.left = `${Math.round(box.x - page.left) - HALF}px`
      element.style.top = `${Math.round(box.bottom - page.top) - RISE}px`
      element.style.setProperty('--line', `${Math.round(box.bottom - box.top)}px`)
    }
  }

  #press(event: PointerEvent, grip: Grip): void {
    const tag = this.#tag
    const span = tag?.target[grip.part]
    if (event.button !== 0 || !tag || !span) return
    event.preventDefault()
    event.stopPropagation()
    this.#view.focus()
    const line = caretBoxAt(this.#view.text, span[grip.edge], grip.edge === 'end')
    if (!line) return
    // The pointer holds the grip below the line; what counts is the place as far above it as the line was.
    const above = event.clientY - (line.top + line.bottom) / 2
    const drag = new AbortController()
    const { signal } = drag
    let dragged = false
    let spans: readonly Span[] | null = null
    grip.element.setPointerCapture(event.pointerId)
    const stop = () => {
      drag.abort()
      this.#drag = null
      grip.element.releasePointerCapture(event.pointerId)
    }
    this.#drag = { stop }
    const follow = (now: PointerEvent) => {
      dragged ||= Math.hypot(now.clientX - event.clientX, now.clientY - event.clientY) > DRAG
      const to = dragged ? this.#offsetAt(now.clientX, now.clientY - above) : null
      if (to === null) return
      const part = this.#dragged(span, grip.edge, to, now.altKey)
      if (part.start === part.end) return
      spans = tag.target.map((range, i) => (i === grip.part ? part : range))
      this.#preview(spans)
    }
    const end = () => {
      stop()
      if (!dragged) return this.#passOn(event)
      if (!spans) return
      void this.#set(tag, normaliseSpans(spans))
    }
    grip.element.addEventListener('pointermove', follow, { signal })
    grip.element.addEventListener('pointerup', end, { signal })
    grip.element.addEventListener('pointercancel', () => this.cancel(), { signal })
  }

  async #set(tag: Annotation, spans: readonly Span[]): Promise<void> {
    const done = await this.#move(tag, spans)
    if (!done) this.#preview(null)
  }

  /** A part with one of its ends at another place: at whole words, or with `exact` at any character. */
  #dragged(span: Span, edge: 'start' | 'end', to: number, exact: boolean): Span {
    const { text } = this.#view.text
    const other = edge === 'start' ? span.end : span.start
    if (exact) {
      const { start, end } = widenToGraphemes(text, spanOf({ anchor: other, focus: to }))
      return { start, end }
    }
    return spanOf({ anchor: other, focus: snapped(text, other, to).focus })
  }

  /** Draws the tag on these words; with `null` as it is. */
  #preview(spans: readonly Span[] | null): void {
    const tag = this.#tag
    if (!tag) return
    const { text } = this.#view.text
    const target = spans ? normaliseSpans(spans).map((span) => rangeOf(text, span)) : tag.target
    this.#view.changeTags([{ id: tag.id, annotation: { ...tag, target }, side: 'below' }])
    this.#place(spans ?? tag.target)
  }

  #offsetAt(x: number, y: number): number | null {
    this.#page.classList.add('probing')
    const offset = this.#view.text.offsetAt(x, y)
    this.#page.classList.remove('probing')
    return offset
  }

  /** A press on a grip that drags nothing is one on what lies under it. */
  #passOn({ clientX, clientY }: PointerEvent): void {
    for (const { element } of this.#grips) element.hidden = true
    const under = document.elementFromPoint(clientX, clientY)
    for (const { element } of this.#grips) element.hidden = false
    const how = { bubbles: true, cancelable: true, button: 0, detail: 1, clientX, clientY }
    under?.dispatchEvent(new MouseEvent('mousedown', how))
    under?.dispatchEvent(new MouseEvent('mouseup', how))
  }

  destroy(): void {
    this.#drag?.stop()
    this.#tag = null
    this.#watch.disconnect()
    for (const { element } of this.#grips) element.remove()
  }
}

const isOnSameWords = (one: Annotation | null, other: Annotation | null): boolean =>
  one?.id === other?.id && isSame(one?.target, other?.target)
