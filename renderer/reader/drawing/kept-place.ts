import type { TextView } from '../text/text-view'

/**
 * What stands at the top of the screen, so that it can stand there again after what is above it was set anew. The
 * browser's own way to do that loses the place where many paragraphs change at once.
 */
export class KeptPlace {
  readonly #scroller: HTMLElement
  readonly #text: TextView
  /** A passage, and how far its paragraph begins below the scroller's top. */
  #anchor = { passage: 0, below: 0, scrolled: NaN }

  constructor(scroller: HTMLElement, text: TextView) {
    this.#scroller = scroller
    this.#text = text
  }

  /** The passage at the top of the screen is this one; the scroller's top is at a height of the window. */
  is(passage: number, top: number): void {
    const below = this.#text.topOf(passage) - top
    this.#anchor = { passage, below, scrolled: this.#scroller.scrollTop }
  }

  /** Something is about to be set anew: where one has scrolled to since the last drawing is the place to keep. */
  note(): void {
    if (this.#scroller.scrollTop === this.#anchor.scrolled) return
    const { top } = this.#scroller.getBoundingClientRect()
    const [passage] = this.#text.passagesBetween(top, top)
    this.is(passage, top)
  }

  /** Scrolls so that it is there again, and gives by how many pixels. Who has scrolled meanwhile is left where he is. */
  keep(): number {
    const { passage, below, scrolled } = this.#anchor
    if (this.#scroller.scrollTop !== scrolled) return 0
    const moved = this.#text.topOf(passage) - this.#scroller.getBoundingClientRect().top - below
    if (Math.abs(moved) < 1) return 0
    this.#scroller.scrollTop += moved
    this.#anchor = { passage, below, scrolled: this.#scroller.scrollTop }
    return this.#scroller.scrollTop - scrolled
  }
}
