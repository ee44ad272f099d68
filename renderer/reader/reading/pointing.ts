import type { DrawnTag } from '../drawing/tag-index'
import type { Overlay } from '../drawing/overlay'
import type { ReaderIntents } from '../reader-intents'
import type { TextView } from '../text/text-view'
import { caretBoxAt } from './caret-box'
import { pickedIn } from './picked-words'

/** Milliseconds that the pointer rests on a tag before it lights up. */
const POINTING = 80

/** What is shown, as far as it decides what a click means. */
type Shown = () => { readonly selected: string | null; readonly pointedAt: string | null }

type Intents = Pick<ReaderIntents, 'select' | 'pointAt' | 'menu'>

/** Which tag is meant where one points, clicks, opens the menu or presses Enter. */
export class Pointing {
  readonly #text: TextView
  readonly #overlay: Overlay
  readonly #intents: Intents
  readonly #shown: Shown
  /** The tag that the pointer is over, shown after a moment. */
  #under: string | null = null
  #soon: ReturnType<typeof setTimeout> | undefined

  constructor(text: TextView, overlay: Overlay, intents: Intents, shown: Shown) {
    this.#text = text
    this.#overlay = overlay
    this.#intents = intents
    this.#shown = shown
  }

  /** The pointer is at a point of the window, over an element of the page. */
  move(x: number, y: number, target: EventTarget | null): void {
    const id = this.#overlay.pointedAt(x, y)?.id ?? tagOf(target)
    if (id === this.#under) return
    this.#under = id
    clearTimeout(this.#soon)
    if (this.#shown().pointedAt !== null) this.#intents.pointAt(null)
    if (id !== null) this.#soon = setTimeout(() => this.#intents.pointAt(id), POINTING)
  }

  /** A click at a place of the text (`null` off it) that selected no words. */
  click(offset: number | null, x: number, y: number, target: EventTarget | null): void {
    this.#intents.select(this.#clicked(offset, x, y, target))
  }

  /** Assistive technology presses a tag's element without a pointer. */
  press(target: EventTarget | null): void {
    this.#intents.select(tagOf(target))
  }

  /** Selects the tag that has the focus, or else the innermost at an offset, and again the next outward. */
  enter(offset: number): void {
    this.#intents.select(tagOf(document.activeElement) ?? this.#outward(offset))
  }

  /**
   * A click on a line takes that line's tag; on words the innermost tag that starts on their line, or else the
   * innermost there; again the next outward.
   */
  #clicked(offset: number | null, x: number, y: number, target: EventTarget | null): string | null {
    const line = this.#overlay.lineAt(x, y)
    if (line) return line.id
    if (offset === null) return tagOf(target)
    const there = this.#overlay.tagsAt(offset)
    const starting = this.#selectedOf(there) < 0 ? this.#overlay.startingAt(x, y) : null
    const own = there.find(({ id }) => id === starting?.id)
    return own?.id ?? this.#outward(offset)
  }

  #outward(offset: number): string | null {
    const there = this.#overlay.tagsAt(offset)
    return (there[this.#selectedOf(there) + 1] ?? there[0])?.id ?? null
  }

  /** The place of the selected tag among others; -1 when it is not one of them. */
  #selectedOf(tags: readonly DrawnTag[]): number {
    const { selected } = this.#shown()
    return tags.findIndex(({ id }) => id === selected)
  }

  /** On selected words the menu is for them; elsewhere for the tag there, or for the word that it then selects. */
  openMenu(offset: number | null, x: number, y: number): void {
    const picked = pickedIn(this.#text)
    const inside = picked && offset !== null && picked.start <= offset && offset <= picked.end
    if (inside) return this.#intents.menu({ tag: null, x, y })
    const tag = this.#overlay.lineAt(x, y) ?? (offset === null ? null : this.#overlay.tagsAt(offset)[0])
    if (tag) {
      this.#intents.select(tag.id)
      this.#intents.menu({ tag: tag.id, x, y })
    } else if (offset !== null) {
      this.#text.selectWordAt(offset)
      const word = pickedIn(this.#text)
      if (word)
        this.#intents.menu({ tag: null, x, y: this.#text.rangeOf(word).getBoundingClientRect().bottom })
    }
  }

  /** Opens the menu for the selected words or what is at an offset. */
  openMenuAt(offset: number): void {
    const box = caretBoxAt(this.#text, offset)
    if (box) this.openMenu(offset, box.x, box.bottom)
  }

  destroy(): void {
    clearTimeout(this.#soon)
  }
}

/** The tag whose element this is; `null` when it is none's. */
const tagOf = (target: EventTarget | null): string | null =>
  target instanceof Element ? target.getAttribute('data-annotation-id') : null
