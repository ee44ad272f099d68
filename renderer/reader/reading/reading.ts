import type { Span } from '../../../data/model/span'
import { Units, type TextUnit } from '../../../data/text/units'
import { widenToWords } from '../../../data/text/words'
import type { TextView } from '../text/text-view'
import { caretBoxAt, isFromTheRight } from './caret-box'
import { caretAt, extended, grown, moved, shrunk, spanOf, type Picked } from './moves'

/** Pixels between the caret and the edge of the screen below which the page scrolls, and what it leaves then. */
const NEAR = 48
const ROOM = 96

/** What reading by key needs of the page. */
export interface ReadingParts {
  readonly page: HTMLElement
  readonly scroller: HTMLElement
  readonly caret: HTMLElement
}

/** Reading and selecting by key in one article: the caret, and what is selected from it. */
export class Reading {
  readonly units: Units
  readonly #text: TextView
  readonly #parts: ReadingParts
  readonly #watch: ResizeObserver
  /** Selections that were grown, each with what it grew to. */
  #smaller: { readonly from: Picked; readonly to: Picked }[] = []
  /** The offset at which the caret stands at the end of a line and not at the start of the next. */
  #lineEnd: number | null = null
  /** Where the caret was last; a field that gets the focus takes the browser's selection out of the text. */
  #last: number | null = null

  constructor(text: TextView, parts: ReadingParts) {
    this.#text = text
    this.#parts = parts
    this.units = new Units(text.text, text.paragraphs)
    this.#watch = new ResizeObserver(() => this.drawCaret())
    this.#watch.observe(text.root)
  }

  /** What is selected, or the caret; the first offset on the screen where neither is anywhere yet. */
  get here(): Picked {
    return this.#text.selection() ?? caretAt(this.#firstInView())
  }

  /** The caret's place or the moving end; `null` when neither is in the text. */
  get caret(): number | null {
    return this.#text.selection()?.focus ?? null
  }

  /** Moves the caret by a unit, or with `extend` the moving end of the selection. */
  go(unit: TextUnit, step: 1 | -1, extend: boolean): void {
    this.pick((extend ? extended : moved)(this.units, this.here, unit, step))
  }

  /** The same to the right or the left, which in text from right to left is back and on. */
  goSideways(unit: TextUnit, side: 1 | -1, extend: boolean): void {
    const step = isFromTheRight(this.#text, this.here.focus) ? (side === 1 ? -1 : 1) : side
    this.go(unit, step, extend)
  }

  /** Goes a line up or down, or to an end of the line. Lines are the browser's affair: it knows where the text breaks. */
  goByLine(to: 'line' | 'lineboundary', step: 1 | -1, extend: boolean): void {
    const from = this.here
    if (!this.#text.selection()) this.#text.select(from.anchor, from.focus)
    this.#text.modify(extend ? 'extend' : 'move', step, to)
    const now = this.#text.selection()
    if (!now) return
    this.#lineEnd = to === 'lineboundary' && step === 1 ? now.focus : null
    if (extend && to === 'line') this.pick(this.#wholeWords(now))
    else this.#follow(now)
  }

  /** Goes to the start or the end of the article. */
  goToEnd(step: 1 | -1, extend: boolean): void {
    const to = step === 1 ? this.units.end : this.units.start
    this.pick({ anchor: extend ? this.here.anchor : to, focus: to })
  }

  /** Grows the selection to the next larger of word, clause, sentence and paragraph. */
  grow(): void {
    this.#growTo(grown(this.units, this.here))
  }

  /** Grows it to the quotation around it; a caret outside of any takes the next one. Says whether there is one. */
  growToQuotation(): boolean {
    const now = this.here
    const around = this.units.quotation(spanOf(now))
    const span = around ?? (now.anchor === now.focus ? this.units.nextQuotation(now.focus) : null)
    this.#growTo(span && { anchor: span.start, focus: span.end })
    return span !== null
  }

  /** Takes the last growing back; a selection that did not grow becomes the next smaller unit at its start. */
  shrink(): void {
    const now = this.here
    const last = this.#smaller.pop()
    if (last && isSame(last.to, now)) return this.#select(last.from)
    this.#smaller = []
    const less = shrunk(this.units, now)
    if (less) this.#select(less)
  }

  /** The other end of the selection is the one that moves. */
  swap(): void {
    const { anchor, focus } = this.here
    this.pick({ anchor: focus, focus: anchor })
  }

  /** Selects words, so that their end moves. */
  select({ start, end }: Span): void {
    this.pick({ anchor: start, focus: end })
  }

  /** Lets go of the selection and leaves the caret where its moving end was; says whether anything was selected. */
  drop(): boolean {
    const { anchor, focus } = this.here
    if (anchor !== focus) this.pick(caretAt(focus))
    return anchor !== focus
  }

  /** Selects in the text, and scrolls no more than it must to show the end that moves. */
  pick(picked: Picked): void {
    this.#smaller = []
    this.#lineEnd = null
    this.#select(picked)
  }

  /** To be called when the browser's selection has changed, or what has the focus. */
  selectionChanged(): void {
    const { caret } = this
    const isHere = this.#parts.page.contains(document.activeElement)
    if (caret !== null || isHere) this.#last = caret
    this.drawCaret()
  }

  /** The text has the focus again: the caret stands where it stood before a field had it. */
  backInText(): void {
    if (this.caret === null && this.#last !== null) this.#text.select(this.#last, this.#last)
  }

  /** The browser shows no caret in text that cannot be edited. */
  drawCaret(): void {
    const { caret, page } = this.#parts
    const at = page.contains(document.activeElement) ? this.caret : null
    const box = at === null ? null : this.#boxAt(at)
    caret.hidden = box === null
    if (!box) return
    const { left, top } = page.getBoundingClientRect()
    caret.style.left = `${Math.round(box.x - left) - 1}px`
    caret.style.top = `${box.top - top}px`
    caret.style.height = `${box.bottom - box.top}px`
  }

  #growTo(to: Picked | null): void {
    const from = this.here
    if (!to) return
    this.#smaller.push({ from, to })
    this.#select(to)
  }

  #select(picked: Picked): void {
    // A tag that has the focus gives it back to the text in which one reads on.
    const { root } = this.#text
    const { activeElement } = document
    if (activeElement !== root && this.#parts.page.contains(activeElement))
      root.focus({ preventScroll: true })
    this.#text.select(picked.anchor, picked.focus)
    this.#follow(picked)
  }

  #follow({ focus }: Picked): void {
    const { scroller } = this.#parts
    const box = this.#boxAt(focus)
    if (box) {
      const { top, bottom } = scroller.getBoundingClientRect()
      if (box.top < top + NEAR) scroller.scrollBy(0, box.top - top - ROOM)
      else if (box.bottom > bottom - NEAR) scroller.scrollBy(0, box.bottom - bottom + ROOM)
    }
    this.drawCaret()
  }

  #boxAt = (offset: number) => caretBoxAt(this.#text, offset, this.#lineEnd === offset)

  /** A line up or down leads into the middle of a word, of which one means the whole. */
  #wholeWords({ anchor, focus }: Picked): Picked {
    if (anchor === focus) return { anchor, focus }
    const { start, end } = widenToWords(this.#text.text, { start: focus, end: focus })
    return { anchor, focus: focus > anchor ? end : start }
  }

  #firstInView(): number {
    const { top } = this.#parts.scroller.getBoundingClientRect()
    const { blocks, paragraphs } = this.#text
    let low = 0
    let high = blocks.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if (blocks[middle]!.getBoundingClientRect().top >= top) high = middle
      else low = middle + 1
    }
    return paragraphs[low]!.start
  }

  destroy(): void {
    this.#watch.disconnect()
  }
}

const isSame = (a: Picked, b: Picked): boolean => a.anchor === b.anchor && a.focus === b.focus
