import type { TextView } from '../text/text-view'
import { Drawings, type Manner } from './drawings'
import { KeptPlace } from './kept-place'
import type { Layers } from './layers'
import { roomBeside } from './margin-letters'
import type { Looks } from './paragraph-drawing'
import { patternsFor } from './patterns'
import { Rail, type MarginLink } from './rail'
import { TagFocus } from './tag-focus'
import type { DrawnTag, TagIndex } from './tag-index'
import { TypeSizes } from './type-size'
import { lineAt, startingAt } from './under-point'

/** Milliseconds of drawing beyond the screen in one go: in a frame of scrolling, and at rest. */
const [FRAME, SLICE] = [4, 6]
/** Milliseconds after the last scrolling until what lies beyond the screen is drawn. */
const REST = 60
/** Screens that one frame scrolls by at least when the text flies past. */
const JUMP = 0.2
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
  readonly #manner: Manner
  readonly #drawings: Drawings
  readonly #place: KeptPlace
  readonly #stop = new AbortController()
  readonly #watch: ResizeObserver
  #frame = 0
  #railFrame = 0
  #rest: ReturnType<typeof setTimeout> | undefined
  /** The size of the text when it was last looked at. */
  #set = { width: NaN, height: NaN }
  #scrolled = NaN

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
    this.#rail = new Rail(layers.margin)
    this.#sizes = new TypeSizes(
      layers.behind,
      text.paragraphs.map(({ type }) => type),
    )
    layers.behind.append(patternsFor(hues))
    const { signal } = this.#stop
    this.#manner = { looks, room: roomBeside(layers.page, layers.scroller), hidden: () => false }
    this.focus = new TagFocus(text.root, layers.over, focused, signal)
    this.#place = new KeptPlace(layers.scroller, text)
    this.#drawings = new Drawings(layers, text, index, this.#sizes, this.#manner, (handles) =>
      this.focus.leave(handles),
    )
    layers.scroller.addEventListener('scroll', () => this.#soon(), { passive: true, signal })
    document.fonts.addEventListener('loadingdone', () => this.invalidate(), { signal })
    addEventListener('resize', () => this.putOff(), { signal })
    this.#watch = new ResizeObserver(() => this.#resized())
    for (const element of [text.root, layers.scroller, ...this.#sizes.lines]) this.#watch.observe(element)
    this.#layOut()
  }

  /** These passages have other tags than before. */
  changed(passages: Iterable<number>): void {
    const near = [...new Set(passages)].filter((passage) => this.#drawings.has(passage))
    this.#drawings.remake(near)
    for (const passage of near) this.#drawings.complete(passage)
    this.focus.settle()
    this.#railSoon()
  }

  /** All tags are others than before. */
  refilled(): void {
    this.#drawings.dropAll()
    this.#draw()
  }

  /** These passages have tags that are selected, pointed at or linked now, or were. */
  restyle(passages: Iterable<number>, looks: Looks): void {
    this.#manner.looks = looks
    this.#drawings.restyle(new Set(passages))
    this.#railSoon()
  }

  /** Leaves these tags out. */
  hide(hidden: (tag: DrawnTag) => boolean): void {
    this.#manner.hidden = hidden
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
    const { span } = this.#drawings
    if (span) this.#text.putOff(span)
  }

  #measureAgain(): void {
    this.#sizes.forget()
    this.#set = sizeOf(this.#text.root)
    this.refilled()
    this.#layOut()
  }

  /** The tag whose line runs nearest to a point of the window; `null` when none does within 2 px. */
  lineAt(x: number, y: number): DrawnTag | null {
    const { left, top } = this.#layers.page.getBoundingClientRect()
    return lineAt(this.#drawings.all, x - left, y - top)
  }

  /** The tag whose element is at a point of the window. */
  startingAt(x: number, y: number): DrawnTag | null {
    const { left, top } = this.#layers.page.getBoundingClientRect()
    return startingAt(this.#drawings.all, x - left, y - top)
  }

  /** The tag that a pointer is at: that of the line there, or else that of the element. */
  pointedAt(x: number, y: number): DrawnTag | null {
    const { left, top } = this.#layers.page.getBoundingClientRect()
    const { all } = this.#drawings
    return lineAt(all, x - left, y - top) ?? startingAt(all, x - left, y - top)
  }

  /** Tags that cover an offset and are drawn, innermost first. */
  tagsAt(offset: number): DrawnTag[] {
    return this.#index.at(offset).filter((tag) => !this.#manner.hidden(tag))
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
    else if (this.#drawings.moveAll() || !isFirst) this.#draw()
  }

  /** The margins may have another width: there may be room for more letters, or fewer. */
  #roomChanged(): void {
    const before = this.#manner.room
    const now = roomBeside(this.#layers.page, this.#layers.scroller)
    this.#manner.room = now
    if (now.left !== before.left || now.right !== before.right) this.#drawings.restyleAll()
  }

  #keepThePlace(): void {
    this.#scrolled += this.#place.keep()
  }

  #layOut(): void {
    this.#text.layOut(
      () => this.#place.note(),
      (isDone) => {
        this.#keepThePlace()
        if (isDone) this.#set = sizeOf(this.#text.root)
        if (isDone) this.#drawings.moveAll()
        if (isDone) this.#draw()
      },
    )
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
    if (moved > 0) this.#drawings.dropBeyond(...around)
    const missing = this.#drawings.missing(first, last)
    const beyond = isSlow
      ? this.#drawings.missing(...around).filter((passage) => passage < first || passage > last)
      : []
    this.#place.is(first, top)
    this.#drawings.make([...missing, ...beyond], missing.length, began + FRAME)
    // What an article is opened with are its words and lines; what else there is no time for comes a frame later.
    const isLate = isFirst && performance.now() >= began + FRAME
    if (!(moved >= JUMP * height))
      for (let passage = first; passage <= last; passage++)
        if (isLate) this.#drawings.cover(passage)
        else this.#drawings.complete(passage)
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
    this.#drawings.dropBeyond(...around)
    const isAllDrawn = this.#drawings.make(this.#drawings.missing(...around), 0, until)
    const isAllComplete = this.#drawings.completeAll(until)
    if (!isAllDrawn || !isAllComplete) this.#rest = setTimeout(() => this.#drawAround(), 0)
    this.focus.settle()
    this.#railSoon()
  }

  /** However much changed in a frame, the rail is drawn once. */
  #railSoon(): void {
    this.#railFrame ||= requestAnimationFrame(() => {
      this.#railFrame = 0
      this.#rail.draw(this.#drawings.all, this.#manner.room)
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
