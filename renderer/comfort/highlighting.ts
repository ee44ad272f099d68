import type { Span } from '../../data/model/span'
import type { ReaderView } from '../reader/reader-view'
import { offsetFrom } from './place'

const ALL = 'found'
const CURRENT = 'found-now'

/** Pixels under the view's top that a hit is shown at, as a part of its height, when it was out of sight. */
const THIRD = 1 / 3

/**
 * Marks hits in the text with the browser's own highlights: those near the view, however many there are. The text
 * and the drawing of its tags stay as they are.
 */
export class Highlighting {
  readonly #view: ReaderView
  readonly #all = new Highlight()
  readonly #current = new Highlight()
  readonly #stop = new AbortController()
  readonly #watch: ResizeObserver
  #hits: readonly Span[] = []
  #frame = 0

  constructor(view: ReaderView) {
    this.#view = view
    this.#current.priority = 1
    CSS.highlights.set(ALL, this.#all)
    CSS.highlights.set(CURRENT, this.#current)
    view.scroller.addEventListener('scroll', () => this.#soon(), { passive: true, signal: this.#stop.signal })
    this.#watch = new ResizeObserver(() => this.#soon())
    this.#watch.observe(view.scroller)
    this.#watch.observe(view.text.root)
  }

  /** Marks these hits, one of them as the current one, which is brought into view. */
  show(hits: readonly Span[], current: Span | null): void {
    this.#hits = hits
    this.#current.clear()
    if (current) {
      this.#reveal(current)
      this.#current.add(this.#rangeOf(current))
    }
    this.#mark()
  }

  #reveal(hit: Span): void {
    const { scroller, text } = this.#view
    const box = text.rangeOf(hit).getBoundingClientRect()
    const view = scroller.getBoundingClientRect()
    if (box.top < view.top + 16 || box.bottom > view.bottom - 48)
      scroller.scrollTop += box.top - view.top - view.height * THIRD
  }

  #soon(): void {
    this.#frame ||= requestAnimationFrame(() => this.#mark())
  }

  /** The hits of the view, and of half of it above and below. */
  #mark(): void {
    cancelAnimationFrame(this.#frame)
    this.#frame = 0
    this.#all.clear()
    if (this.#hits.length === 0) return
    const { top, bottom, height } = this.#view.scroller.getBoundingClientRect()
    const from = offsetFrom(this.#view, top - height / 2)
    const to = offsetFrom(this.#view, bottom + height / 2)
    for (let i = this.#firstAfter(from); i < this.#hits.length && this.#hits[i]!.start <= to; i++)
      this.#all.add(this.#rangeOf(this.#hits[i]!))
  }

  /** The index of the first hit that ends after an offset. */
  #firstAfter(offset: number): number {
    let [low, high] = [0, this.#hits.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#hits[middle]!.end > offset) high = middle
      else low = middle + 1
    }
    return low
  }

  /** The text never changes, so that the browser need not keep these up to date. */
  #rangeOf(span: Span): StaticRange {
    return new StaticRange(this.#view.text.rangeOf(span))
  }

  destroy(): void {
    this.#stop.abort()
    this.#watch.disconnect()
    cancelAnimationFrame(this.#frame)
    CSS.highlights.delete(ALL)
    CSS.highlights.delete(CURRENT)
  }
}
