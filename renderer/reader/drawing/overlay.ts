import type { TextView } from '../text/text-view'
import { Margin, type MarginLink } from './margin'
import { measure } from './measure'
import { ParagraphDrawing, type Looks } from './paragraph-drawing'
import { patternsFor } from './patterns'
import type { DrawnTag, TagIndex } from './tag-index'
import { TypeSizes } from './type-size'

/** Milliseconds of drawing beyond the screen in one go. */
const SLICE = 5
/** Milliseconds after the last scrolling until what lies beyond the screen is drawn. */
const REST = 60
/** How near to a line a click counts as on it, in pixels. */
const NEAR = 2

/** Where the overlay puts things. All lie in the same page box, which is as wide as the text. */
export interface Layers {
  readonly scroller: HTMLElement
  readonly page: HTMLElement
  readonly behind: HTMLElement
  readonly over: HTMLElement
  readonly margin: HTMLElement
}

/**
 * Draws the tags of the paragraphs that are on the screen, and a moment later of those one screen around. The text is
 * never touched: lines and tints lie behind it, the elements that take clicks and focus over it. Whatever is drawn
 * in one go is measured first and written then.
 */
export class Overlay {
  readonly #layers: Layers
  readonly #text: TextView
  readonly #index: TagIndex
  readonly #margin: Margin
  readonly #sizes: TypeSizes
  readonly #drawn = new Map<number, ParagraphDrawing>()
  readonly #stop = new AbortController()
  readonly #watch: ResizeObserver
  #looks: Looks
  #hidden: (tag: DrawnTag) => boolean = () => false
  #frame = 0
  #marginFrame = 0
  #rest: ReturnType<typeof setTimeout> | undefined
  #width = 0

  constructor(layers: Layers, text: TextView, index: TagIndex, looks: Looks, hues: readonly string[]) {
    this.#layers = layers
    this.#text = text
    this.#index = index
    this.#looks = looks
    this.#margin = new Margin(layers.margin)
    this.#sizes = new TypeSizes(layers.behind)
    layers.behind.append(patternsFor(hues))
    this.#width = text.root.clientWidth
    const { signal } = this.#stop
    layers.scroller.addEventListener('scroll', () => this.#soon(), { passive: true, signal })
    document.fonts.addEventListener('loadingdone', () => this.invalidate(), { signal })
    this.#watch = new ResizeObserver(() => this.#resized())
    this.#watch.observe(text.root)
    this.#watch.observe(layers.scroller)
    this.#draw()
    text.layOut(() => this.#moveAll())
  }

  /** These paragraphs have other tags than before. */
  changed(paragraphs: Iterable<number>): void {
    const near = [...new Set(paragraphs)].filter((paragraph) => this.#drawn.has(paragraph))
    for (const paragraph of near) this.#drop(paragraph)
    this.#make(near)
    this.#marginSoon()
  }

  /** These paragraphs have tags that are selected, pointed at or linked now, or were. */
  restyle(paragraphs: Iterable<number>, looks: Looks): void {
    this.#looks = looks
    for (const paragraph of new Set(paragraphs)) this.#drawn.get(paragraph)?.restyle(looks)
    this.#marginSoon()
  }

  /** Leaves these tags out. */
  hide(hidden: (tag: DrawnTag) => boolean): void {
    this.#hidden = hidden
    this.invalidate()
  }

  /** The selected tag's links, for the margin. */
  showLinks(selected: DrawnTag | null, links: readonly MarginLink[]): void {
    this.#margin.showLinks(selected, links)
    this.#marginSoon()
  }

  /** Everything is measured again: the type has changed. */
  invalidate(): void {
    this.#sizes.forget()
    for (const paragraph of this.#drawn.keys()) this.#drop(paragraph)
    this.#draw()
  }

  /** The tag whose line runs nearest to a point of the window; `null` when none does within 2 px. */
  lineAt(x: number, y: number): DrawnTag | null {
    const page = this.#layers.page.getBoundingClientRect()
    let nearest: { tag: DrawnTag; distance: number } | null = null
    for (const drawing of this.#drawn.values())
      for (const { strokes } of drawing.lines)
        for (const { tag, gap, x0, x1, y: line } of strokes) {
          const [left, top] = [x - page.left, y - page.top - drawing.top]
          const distance = Math.max(line - top, top - (line + 2), x0 - left, left - x1, 0)
          if (gap || distance > NEAR || (nearest && nearest.distance <= distance)) continue
          nearest = { tag, distance }
        }
    return nearest?.tag ?? null
  }

  /** Tags that cover an offset and are drawn, innermost first. */
  tagsAt(offset: number): DrawnTag[] {
    return this.#index.at(offset).filter((tag) => !this.#hidden(tag))
  }

  #resized(): void {
    const { clientWidth } = this.#text.root
    if (clientWidth === this.#width) this.#moveAll()
    else {
      this.#width = clientWidth
      this.invalidate()
    }
  }

  /** The text is set as it was, but may stand elsewhere. */
  #moveAll(): void {
    const page = this.#layers.page.getBoundingClientRect().top
    for (const [paragraph, drawing] of this.#drawn)
      drawing.moveTo(this.#text.block(paragraph).getBoundingClientRect().top - page)
    this.#draw()
  }

  #soon(): void {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0
      this.#draw()
    })
  }

  #draw(): void {
    const { top, height } = this.#layers.scroller.getBoundingClientRect()
    const [first, last] = this.#between(top, top + height)
    const missing: number[] = []
    for (let paragraph = first; paragraph <= last; paragraph++)
      if (!this.#drawn.has(paragraph)) missing.push(paragraph)
    this.#make(missing)
    this.#marginSoon()
    clearTimeout(this.#rest)
    this.#rest = setTimeout(() => this.#drawAround(), REST)
  }

  #drawAround(): void {
    const began = performance.now()
    const { top, height } = this.#layers.scroller.getBoundingClientRect()
    const [first, last] = this.#between(top - height, top + 2 * height)
    for (const paragraph of this.#drawn.keys())
      if (paragraph < first || paragraph > last) this.#drop(paragraph)
    for (let paragraph = first; paragraph <= last; paragraph++) {
      if (this.#drawn.has(paragraph)) continue
      if (performance.now() - began > SLICE) {
        this.#rest = setTimeout(() => this.#drawAround(), 0)
        return
      }
      this.#make([paragraph])
    }
    this.#marginSoon()
  }

  /** The first and the last paragraph that touch a stretch of the window. */
  #between(top: number, bottom: number): [number, number] {
    const { blocks } = this.#text
    const before = (y: number) => {
      let low = 0
      let high = blocks.length - 1
      while (low < high) {
        const middle = (low + high) >> 1
        if (blocks[middle]!.getBoundingClientRect().bottom > y) high = middle
        else low = middle + 1
      }
      return low
    }
    return [before(top), before(bottom)]
  }

  #make(paragraphs: readonly number[]): void {
    const page = this.#layers.page.getBoundingClientRect().top
    const made = paragraphs.map((paragraph) => {
      const size = this.#sizes.of(this.#text.paragraphs[paragraph]!.type)
      const tags = this.#index.inParagraph(paragraph).filter((tag) => !this.#hidden(tag))
      const top = this.#text.block(paragraph).getBoundingClientRect().top - page
      return { paragraph, size, top, strokes: measure(this.#text, paragraph, tags, size) }
    })
    for (const { paragraph, size, top, strokes } of made) {
      const drawing = new ParagraphDrawing(strokes, size, this.#looks)
      drawing.moveTo(top)
      this.#drawn.set(paragraph, drawing)
      if (strokes.length === 0) continue
      this.#layers.behind.append(drawing.svg)
      this.#layers.over.append(drawing.handles)
    }
  }

  #drop(paragraph: number): void {
    this.#drawn.get(paragraph)?.remove()
    this.#drawn.delete(paragraph)
  }

  /** However much changed in a frame, the margin is drawn once. */
  #marginSoon(): void {
    this.#marginFrame ||= requestAnimationFrame(() => this.#drawMargin())
  }

  #drawMargin(): void {
    this.#marginFrame = 0
    this.#margin.draw(
      [...this.#drawn].toSorted(([a], [b]) => a - b).map(([, drawing]) => drawing),
      this.#looks,
    )
  }

  destroy(): void {
    this.#stop.abort()
    this.#watch.disconnect()
    cancelAnimationFrame(this.#frame)
    cancelAnimationFrame(this.#marginFrame)
    clearTimeout(this.#rest)
    for (const layer of [this.#layers.behind, this.#layers.over, this.#layers.margin]) layer.replaceChildren()
  }
}
