import type { TextView } from '../text/text-view'
import type { Layers } from './layers'
import type { Room } from './margin-letters'
import { measure, type Stroke } from './measure'
import { ParagraphDrawing, type Looks } from './paragraph-drawing'
import type { DrawnTag, TagIndex } from './tag-index'
import type { TypeSize, TypeSizes } from './type-size'

/** What is drawn, and how. */
export interface Manner {
  looks: Looks
  /** What there is room for beside the text. */
  room: Room
  /** Tags that are left out. */
  hidden: (tag: DrawnTag) => boolean
}

/** What a passage is drawn of. `top` is in pixels of the page. */
interface Measured {
  readonly passage: number
  readonly top: number
  readonly size: TypeSize
  readonly strokes: readonly Stroke[]
}

/** The drawings of the passages that are on or near the screen, and the putting of them onto the layers. */
export class Drawings {
  readonly #layers: Layers
  readonly #text: TextView
  readonly #index: TagIndex
  readonly #sizes: TypeSizes
  readonly #manner: Readonly<Manner>
  readonly #leave: (handles: HTMLElement) => void
  readonly #drawn = new Map<number, ParagraphDrawing>()

  /** `leave` is told of elements that are about to go. What `manner` says may change from call to call. */
  constructor(
    layers: Layers,
    text: TextView,
    index: TagIndex,
    sizes: TypeSizes,
    manner: Readonly<Manner>,
    leave: (handles: HTMLElement) => void,
  ) {
    this.#layers = layers
    this.#text = text
    this.#index = index
    this.#sizes = sizes
    this.#manner = manner
    this.#leave = leave
  }

  /** The drawings there are, in no order. */
  get all(): Iterable<ParagraphDrawing> {
    return this.#drawn.values()
  }

  has(passage: number): boolean {
    return this.#drawn.has(passage)
  }

  /** The first and the last passage that are drawn; `null` when none is. */
  get span(): [number, number] | null {
    const drawn = [...this.#drawn.keys()]
    return drawn.length > 0 ? [Math.min(...drawn), Math.max(...drawn)] : null
  }

  /** Those that are not drawn, from one passage to another. */
  missing(first: number, last: number): number[] {
    const missing: number[] = []
    for (let passage = first; passage <= last; passage++) if (!this.has(passage)) missing.push(passage)
    return missing
  }

  /**
   * Draws passages: the first `must` of them, and others as long as there is time. All are measured before anything is
   * written, since what is written makes the page lay itself out again. Gives whether it drew all.
   */
  make(passages: readonly number[], must = passages.length, until = Infinity): boolean {
    const measured = this.#measured(passages, must, until)
    this.#put(measured)
    return measured.length === passages.length
  }

  /** Draws passages anew that are drawn. */
  remake(passages: readonly number[]): void {
    const measured = this.#measured(passages)
    for (const passage of passages) this.drop(passage)
    this.#put(measured)
  }

  #measured(passages: readonly number[], must = passages.length, until = Infinity): Measured[] {
    if (passages.length === 0) return []
    const { hidden } = this.#manner
    const page = this.#layers.page.getBoundingClientRect().top
    const { passages: all, paragraphs } = this.#text
    const measured: Measured[] = []
    for (const [i, passage] of passages.entries()) {
      if (i >= must && performance.now() >= until) break
      const size = this.#sizes.of(paragraphs[all.paragraph(passage)]!.type)
      // The passage's last line may hold the first words of the next.
      const last = all.goesOn(passage) ? passage + 1 : passage
      const tags = this.#index.inPassages(passage, last).filter((tag) => !hidden(tag))
      const top = this.#text.topOf(passage) - page
      measured.push({ passage, size, top, strokes: measure(this.#text, passage, tags, size) })
    }
    return measured
  }

  #put(measured: readonly Measured[]): void {
    const { looks, room } = this.#manner
    const svgs: Element[] = []
    for (const { passage, size, top, strokes } of measured) {
      const drawing = new ParagraphDrawing(strokes, size, looks, room, this.#layers.behind)
      drawing.moveTo(top)
      this.#drawn.set(passage, drawing)
      if (strokes.length > 0) svgs.push(drawing.svg)
    }
    this.#layers.lines.append(...svgs)
  }

  /** Makes what lies over a passage's words. */
  cover(passage: number): void {
    const drawing = this.#drawn.get(passage)
    if (!drawing || drawing.isCovered) return
    drawing.cover(this.#manner.looks)
    this.#layers.over.insertBefore(drawing.handles, this.#handlesAfter(passage))
  }

  /** Makes what lies over and beside a passage's words. */
  complete(passage: number): void {
    this.cover(passage)
    const drawing = this.#drawn.get(passage)
    if (!drawing || drawing.isComplete) return
    drawing.complete(this.#manner.looks, this.#manner.room)
    this.#layers.margin.append(drawing.letters)
  }

  /** Completes all that is drawn, until there is no more time. Gives whether all is complete. */
  completeAll(until: number): boolean {
    for (const [passage, { isComplete }] of this.#drawn) {
      if (isComplete) continue
      if (performance.now() >= until) return false
      this.complete(passage)
    }
    return true
  }

  /** What stands in the text after a passage, so that their elements are in text order too. */
  #handlesAfter(passage: number): Element | null {
    let next = Infinity
    for (const [at, { handles }] of this.#drawn)
      if (at > passage && at < next && handles.isConnected) next = at
    return this.#drawn.get(next)?.handles ?? null
  }

  /** The looks of tags in these passages have changed. */
  restyle(passages: Iterable<number>): void {
    const { looks, room } = this.#manner
    for (const passage of passages) this.#drawn.get(passage)?.restyle(looks, room)
  }

  restyleAll(): void {
    this.restyle(this.#drawn.keys())
  }

  /** The text is set as it was, but may stand elsewhere. Says whether some of what is drawn does. */
  moveAll(): boolean {
    const page = this.#layers.page.getBoundingClientRect().top
    let isMoved = false
    for (const [passage, drawing] of this.#drawn)
      isMoved = drawing.moveTo(this.#text.topOf(passage) - page) || isMoved
    return isMoved
  }

  drop(passage: number): void {
    const drawing = this.#drawn.get(passage)
    if (!drawing) return
    this.#leave(drawing.handles)
    drawing.remove()
    this.#drawn.delete(passage)
  }

  dropAll(): void {
    for (const passage of this.#drawn.keys()) this.drop(passage)
  }

  dropBeyond(first: number, last: number): void {
    for (const passage of this.#drawn.keys()) if (passage < first || passage > last) this.drop(passage)
  }
}
