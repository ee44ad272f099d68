import type { TextView } from '../text/text-view'
import { roomBeside, type Room } from './margin-letters'
import { measure, type Stroke } from './measure'
import { ParagraphDrawing, type Looks } from './paragraph-drawing'
import { patternsFor } from './patterns'
import { Rail, type MarginLink } from './rail'
import { TagFocus } from './tag-focus'
import type { DrawnTag, TagIndex } from './tag-index'
import { TypeSizes, type TypeSize } from './type-size'

/** Milliseconds of drawing beyond the screen in one go: in a frame of scrolling, and at rest. */
const [FRAME, SLICE] = [4, 6]
/** Milliseconds after the last scrolling until what lies beyond the screen is drawn. */
const REST = 60
/** Screens that one frame scrolls by at least when the text flies past. */
const JUMP = 0.2
/** How near to a line a click counts as on it, in pixels. */
const NEAR = 2
/** How far from its baseline a tag's line can run, in pixels. */
const FAR = 40

/** Where the overlay puts things. All lie in the same page box, which is as wide as the text. */
export interface Layers {
  readonly scroller: HTMLElement
  readonly page: HTMLElement
  readonly behind: HTMLElement
  readonly lines: HTMLElement
  readonly over: HTMLElement
  readonly margin: HTMLElement
}

/**
 * Draws the tags of the passages that are on the screen, and a moment later of those one screen around. The text is
 * never touched: tints lie behind it, lines and the elements that take the focus over it, letters beside it.
 * Whatever is drawn in one go is measured first and written then. While the text flies past, only its lines are drawn.
 */
export class Overlay {
  readonly #layers: Layers
  readonly #text: TextView
  readonly #index: TagIndex
  readonly #rail: Rail
  readonly focus: TagFocus
  readonly #sizes: TypeSizes
  readonly #drawn = new Map<number, ParagraphDrawing>()
  readonly #stop = new AbortController()
  readonly #watch: ResizeObserver
  #looks: Looks
  #hidden: (tag: DrawnTag) => boolean = () => false
  #frame = 0
  #railFrame = 0
  #rest: ReturnType<typeof setTimeout> | undefined
  /** The size of the text when it was last looked at. */
  #set = { width: NaN, height: NaN }
  #scrolled = NaN
  /** What stands at the top of the screen: a passage, and how far its paragraph begins below the scroller's top. */
  #anchor = { passage: 0, below: 0, scrolled: NaN }
  #room: Room

  /** `focused` hears which tag has the focus by key now, or that none has. */
  constructor(
    layers: Layers,
    text: TextView,
    index: TagIndex,
    looks: Looks,
    hues: readonly string[],
    focused: (id: string | null) => void,
  ) {
    this.#layers = layers
    this.#text = text
    this.#index = index
    this.#looks = looks
    this.#rail = new Rail(layers.margin)
    this.#sizes = new TypeSizes(
      layers.behind,
      text.paragraphs.map(({ type }) => type),
    )
    layers.behind.append(patternsFor(hues))
    const { signal } = this.#stop
    this.#room = roomBeside(layers.page, layers.scroller)
    this.focus = new TagFocus(text.root, layers.over, focused, signal)
    layers.scroller.addEventListener('scroll', () => this.#soon(), { passive: true, signal })
    document.fonts.addEventListener('loadingdone', () => this.invalidate(), { signal })
    addEventListener('resize', () => this.putOff(), { signal })
    this.#watch = new ResizeObserver(() => this.#resized())
    for (const element of [text.root, layers.scroller, ...this.#sizes.lines]) this.#watch.observe(element)
    this.#layOut()
  }

  /** These passages have other tags than before. */
  changed(passages: Iterable<number>): void {
    const near = [...new Set(passages)].filter((passage) => this.#drawn.has(passage))
    for (const passage of near) this.#drop(passage)
    this.#make(near)
    for (const passage of near) this.#complete(passage)
    this.focus.settle()
    this.#railSoon()
  }

  /** All tags are others than before. */
  refilled(): void {
    for (const passage of this.#drawn.keys()) this.#drop(passage)
    this.#draw()
  }

  /** These passages have tags that are selected, pointed at or linked now, or were. */
  restyle(passages: Iterable<number>, looks: Looks): void {
    this.#looks = looks
    for (const passage of new Set(passages)) this.#drawn.get(passage)?.restyle(looks, this.#room)
    this.#railSoon()
  }

  /** Leaves these tags out. */
  hide(hidden: (tag: DrawnTag) => boolean): void {
    this.#hidden = hidden
    this.refilled()
  }

  /** The selected tag's links, for the margin. */
  showLinks(selected: DrawnTag | null, links: readonly MarginLink[]): void {
    this.#rail.showLinks(selected, links)
    this.#railSoon()
  }

  /**
   * Everything is set and measured again: the type has changed. Called right after the change, before the page is laid
   * out, it costs what is on the screen, whatever the article's length.
   */
  invalidate(): void {
    this.putOff()
    this.#measureAgain()
  }

  /** The text is about to be set anew: what is far from the screen can wait. */
  putOff(): void {
    if (this.#drawn.size > 0)
      this.#text.putOff([Math.min(...this.#drawn.keys()), Math.max(...this.#drawn.keys())])
  }

  #measureAgain(): void {
    this.#sizes.forget()
    this.#set = sizeOf(this.#text.root)
    this.refilled()
    this.#layOut()
  }

  /** The tag whose line runs nearest to a point of the window; `null` when none does within 2 px. */
  lineAt(x: number, y: number): DrawnTag | null {
    const page = this.#layers.page.getBoundingClientRect()
    const left = x - page.left
    let nearest: { tag: DrawnTag; distance: number } | null = null
    for (const { lines, top: from } of this.#drawn.values()) {
      const top = y - page.top - from
      if (lines.length === 0 || top < lines[0]!.base - FAR || top > lines.at(-1)!.base + FAR) continue
      for (const { base, strokes } of lines)
        for (const { tag, gap, x0, x1, y: line } of Math.abs(base - top) < FAR ? strokes : []) {
          const distance = Math.max(line - top, top - (line + 2), x0 - left, left - x1, 0)
          if (gap || distance > NEAR || (nearest && nearest.distance <= distance)) continue
          nearest = { tag, distance }
        }
    }
    return nearest?.tag ?? null
  }

  /** The tag whose element is at a point of the window. */
  startingAt(x: number, y: number): DrawnTag | null {
    const page = this.#layers.page.getBoundingClientRect()
    for (const drawing of this.#drawn.values()) {
      const tag = drawing.startingAt(x - page.left, y - page.top - drawing.top)
      if (tag) return tag
    }
    return null
  }

  /** Tags that cover an offset and are drawn, innermost first. */
  tagsAt(offset: number): DrawnTag[] {
    return this.#index.at(offset).filter((tag) => !this.#hidden(tag))
  }

  /** The text has another size: it was set anew, unless far sections were only laid out. */
  #resized(): void {
    const before = this.#set
    this.#set = sizeOf(this.#text.root)
    this.#roomChanged()
    const isWider = this.#set.width !== before.width
    const isHigher = this.#set.height !== before.height
    const isFirst = Number.isNaN(before.width)
    this.#keepThePlace()
    if (this.#sizes.haveChanged() || (!isFirst && (isWider || (isHigher && !this.#text.isPutOff))))
      this.#measureAgain()
    // The first notice of all comes with what was drawn for it already.
    else if (this.#moveAll() || !isFirst) this.#draw()
  }

  /** The margins may have another width: there may be room for more letters, or fewer. */
  #roomChanged(): void {
    const before = this.#room
    this.#room = roomBeside(this.#layers.page, this.#layers.scroller)
    if (this.#room.left === before.left && this.#room.right === before.right) return
    for (const drawing of this.#drawn.values()) drawing.restyle(this.#looks, this.#room)
  }

  /**
   * Scrolls so that what was at the top of the screen is there again. The browser's own way to do that loses the place
   * where many paragraphs change at once. Who has scrolled meanwhile is left where he is.
   */
  #keepThePlace(): void {
    const { scroller } = this.#layers
    const { passage, below, scrolled } = this.#anchor
    if (scroller.scrollTop !== scrolled) return
    const moved = this.#topOf(passage) - scroller.getBoundingClientRect().top - below
    if (Math.abs(moved) < 1) return
    scroller.scrollTop += moved
    this.#anchor = { passage, below, scrolled: scroller.scrollTop }
    this.#scrolled += scroller.scrollTop - scrolled
  }

  /** Something is about to be set anew: where one has scrolled to since the last drawing is the place to keep. */
  #notePlace(): void {
    const { scroller } = this.#layers
    if (scroller.scrollTop === this.#anchor.scrolled) return
    const { top } = scroller.getBoundingClientRect()
    const [passage] = this.#text.passagesBetween(top, top)
    this.#anchor = { passage, below: this.#topOf(passage) - top, scrolled: scroller.scrollTop }
  }

  /** The text is set as it was, but may stand elsewhere. Says whether some of what is drawn does. */
  #moveAll(): boolean {
    const page = this.#layers.page.getBoundingClientRect().top
    let isMoved = false
    for (const [passage, drawing] of this.#drawn)
      isMoved = drawing.moveTo(this.#topOf(passage) - page) || isMoved
    return isMoved
  }

  #layOut(): void {
    this.#text.layOut(
      () => this.#notePlace(),
      (isDone) => {
        this.#keepThePlace()
        if (isDone) this.#set = sizeOf(this.#text.root)
        if (isDone) this.#moveAll()
        if (isDone) this.#draw()
      },
    )
  }

  /** Where a passage's paragraph begins, in pixels of the window. */
  #topOf(passage: number): number {
    return this.#text.block(this.#text.passages.paragraph(passage)).getBoundingClientRect().top
  }

  #soon(): void {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0
      this.#draw()
    })
  }

  /** Draws what is on the screen; while it moves slowly, as much around it as there is time for. */
  #draw(): void {
    const began = performance.now()
    this.#keepThePlace()
    const { top, height } = this.#layers.scroller.getBoundingClientRect()
    const { scrollTop } = this.#layers.scroller
    const isFirst = Number.isNaN(this.#scrolled)
    const moved = Math.abs(scrollTop - this.#scrolled)
    this.#scrolled = scrollTop
    const [first, last] = this.#text.passagesBetween(top, top + height)
    const isSlow = moved > 0 && moved < JUMP * height
    const around = isSlow
      ? this.#text.passagesBetween(top - height, top + 2 * height)
      : ([first, last] as const)
    if (moved > 0) this.#dropBeyond(...around)
    const missing = this.#missing(first, last)
    const beyond = isSlow
      ? this.#missing(...around).filter((passage) => passage < first || passage > last)
      : []
    this.#anchor = { passage: first, below: this.#topOf(first) - top, scrolled: scrollTop }
    this.#make([...missing, ...beyond], missing.length, began + FRAME)
    // What an article is opened with are its words and lines; what else there is no time for comes a frame later.
    const isLate = isFirst && performance.now() >= began + FRAME
    if (!(moved >= JUMP * height))
      for (let passage = first; passage <= last; passage++)
        if (isLate) this.#cover(passage)
        else this.#complete(passage)
    if (isLate) this.#soon()
    this.#railSoon()
    clearTimeout(this.#rest)
    this.#rest = setTimeout(() => this.#drawAround(), REST)
  }

  /** Draws what is around the screen, and completes all that is drawn, in slices. */
  #drawAround(): void {
    const until = performance.now() + SLICE
    const { top, height } = this.#layers.scroller.getBoundingClientRect()
    const around = this.#text.passagesBetween(top - height, top + 2 * height)
    this.#dropBeyond(...around)
    const isAllDrawn = this.#make(this.#missing(...around), 0, until)
    const incomplete = [...this.#drawn].filter(([, { isComplete }]) => !isComplete)
    const late = incomplete.find(([passage]) => {
      if (performance.now() < until) this.#complete(passage)
      return !this.#drawn.get(passage)!.isComplete
    })
    if (!isAllDrawn || late) this.#rest = setTimeout(() => this.#drawAround(), 0)
    this.focus.settle()
    this.#railSoon()
  }

  #missing(first: number, last: number): number[] {
    const missing: number[] = []
    for (let passage = first; passage <= last; passage++) if (!this.#drawn.has(passage)) missing.push(passage)
    return missing
  }

  #dropBeyond(first: number, last: number): void {
    for (const passage of this.#drawn.keys()) if (passage < first || passage > last) this.#drop(passage)
  }

  /**
   * Draws passages: the first `must` of them, and others as long as there is time. All are measured before anything is
   * written, since what is written makes the page lay itself out again. Gives whether it drew all.
   */
  #make(passages: readonly number[], must = passages.length, until = Infinity): boolean {
    if (passages.length === 0) return true
    const page = this.#layers.page.getBoundingClientRect().top
    const { passages: all, paragraphs } = this.#text
    const made: { passage: number; top: number; size: TypeSize; strokes: Stroke[] }[] = []
    for (const [i, passage] of passages.entries()) {
      if (i >= must && performance.now() >= until) break
      const size = this.#sizes.of(paragraphs[all.paragraph(passage)]!.type)
      // The passage's last line may hold the first words of the next.
      const last = all.goesOn(passage) ? passage + 1 : passage
      const tags = this.#index.inPassages(passage, last).filter((tag) => !this.#hidden(tag))
      const top = this.#topOf(passage) - page
      made.push({ passage, size, top, strokes: measure(this.#text, passage, tags, size) })
    }
    const svgs: Element[] = []
    for (const { passage, size, top, strokes } of made) {
      const drawing = new ParagraphDrawing(strokes, size, this.#looks, this.#room, this.#layers.behind)
      drawing.moveTo(top)
      this.#drawn.set(passage, drawing)
      if (strokes.length > 0) svgs.push(drawing.svg)
    }
    this.#layers.lines.append(...svgs)
    return made.length === passages.length
  }

  /** Makes what lies over a passage's words. */
  #cover(passage: number): void {
    const drawing = this.#drawn.get(passage)
    if (!drawing || drawing.isCovered) return
    drawing.cover(this.#looks)
    this.#layers.over.insertBefore(drawing.handles, this.#handlesAfter(passage))
  }

  /** Makes what lies over and beside a passage's words. */
  #complete(passage: number): void {
    this.#cover(passage)
    const drawing = this.#drawn.get(passage)
    if (!drawing || drawing.isComplete) return
    drawing.complete(this.#looks, this.#room)
    this.#layers.margin.append(drawing.letters)
  }

  /** What stands in the text after a passage, so that their elements are in text order too. */
  #handlesAfter(passage: number): Element | null {
    let next = Infinity
    for (const [at, { handles }] of this.#drawn)
      if (at > passage && at < next && handles.isConnected) next = at
    return this.#drawn.get(next)?.handles ?? null
  }

  #drop(passage: number): void {
    const drawing = this.#drawn.get(passage)
    if (!drawing) return
    this.focus.leave(drawing.handles)
    drawing.remove()
    this.#drawn.delete(passage)
  }

  /** However much changed in a frame, the rail is drawn once. */
  #railSoon(): void {
    this.#railFrame ||= requestAnimationFrame(() => {
      this.#railFrame = 0
      this.#rail.draw(this.#drawn.values(), this.#room)
    })
  }

  destroy(): void {
    this.#stop.abort()
    this.#watch.disconnect()
    cancelAnimationFrame(this.#frame)
    cancelAnimationFrame(this.#railFrame)
    clearTimeout(this.#rest)
    for (const layer of [this.#layers.behind, this.#layers.lines, this.#layers.over, this.#layers.margin])
      layer.replaceChildren()
  }
}

const sizeOf = (element: Element): { width: number; height: number } => element.getBoundingClientRect()
