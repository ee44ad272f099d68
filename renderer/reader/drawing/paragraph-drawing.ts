import { riseOf } from './lanes'
import { layLines, type LaidLine } from './lay-lines'
import { MarginLetters, type Room } from './margin-letters'
import { marksOf, type Look, type Mark } from './marks'
import type { Stroke } from './measure'
import { raisedOf } from './raised'
import { overlapWords } from './overlap-words'
import type { DrawnTag } from './tag-index'
import type { TypeSize } from './type-size'

const SVG = 'http://www.w3.org/2000/svg'

/** What the drawings of all paragraphs need to know about what is selected, pointed at, and how tags are named. */
export interface Looks {
  readonly selected: string | null
  /** The tag whose element was focused by key. */
  readonly focused: string | null
  readonly lookOf: (tag: DrawnTag) => Look
  readonly nameOf: (tag: DrawnTag) => string
  /** What stands behind a tag's letter in the margin, such as "✓" for one that was accepted; empty: nothing. */
  readonly suffixOf?: ((tag: DrawnTag) => string) | undefined
  /** What stands in the margin for a tag in place of its letter; `null`: nothing. Without it all have their letters. */
  readonly signOf?: ((tag: DrawnTag) => Sign | null) | undefined
}

/** What stands in the margin for a tag in place of its label's letter: a button that is told by its name. */
export interface Sign {
  readonly text: string
  readonly name: string
  readonly className: string
}

/**
 * The drawing of one passage that is near the screen: its lines, which lie over the words so that no selection hides
 * them, and behind the words, if anything is selected or pointed at, tints; once it is covered, over all that one
 * element a tag that can be focused, and once it is completed, letters beside its lines. Made of strokes that were measured before; `restyle`
 * measures nothing.
 */
export class ParagraphDrawing {
  readonly svg = document.createElementNS(SVG, 'svg')
  readonly #behind: Element
  #tints: SVGSVGElement | null = null
  readonly handles = document.createElement('div')
  readonly letters = document.createElement('div')
  readonly strokes: readonly Stroke[]
  readonly #size: TypeSize
  lines: readonly LaidLine[] = []
  #beside: MarginLetters | null = null
  #top = NaN
  /** The parts that have something in them. */
  readonly #made: (HTMLElement | SVGSVGElement)[] = []
  /** What the lines drawn are, as text. */
  #drawn = ''
  /** The selected tag when the strokes got their lanes; `undefined` before. */
  #laidFor: string | null | undefined
  #sharesLanes = false

  /** Tints go into `behind`; its other parts are put into the page by whoever draws. */
  constructor(strokes: readonly Stroke[], size: TypeSize, looks: Looks, room: Room, behind: Element) {
    this.strokes = strokes
    this.#size = size
    this.#behind = behind
    this.svg.setAttribute('class', 'drawing')
    this.handles.className = 'handles'
    this.letters.className = 'beside'
    if (strokes.length > 0) this.#add(this.svg)
    this.restyle(looks, room)
  }

  get top(): number {
    return this.#top
  }

  /** Whether its elements over the words are made, or there is none to make. */
  get isCovered(): boolean {
    return this.#made.includes(this.handles) || this.strokes.length === 0
  }

  /** Whether those beside the words are, too. */
  get isComplete(): boolean {
    return this.#beside !== null || this.strokes.length === 0
  }

  /** Puts the drawing at its paragraph's place, in pixels of the page. Says whether it stood elsewhere. */
  moveTo(top: number): boolean {
    if (top === this.#top) return false
    this.#top = top
    for (const part of this.#made) part.style.marginTop = `${top}px`
    return true
  }

  /** Makes what lies over the words: they can do without while they fly past. */
  cover(looks: Looks): void {
    if (this.isCovered) return
    this.#makeHandles(looks)
    this.#add(this.handles)
  }

  /** Makes what stands beside the words. */
  complete(looks: Looks, room: Room): void {
    if (this.isComplete) return
    this.#beside = new MarginLetters(this.lines, this.letters, looks)
    this.#beside.show(looks, room)
    this.#add(this.letters)
  }

  #add(part: HTMLElement | SVGSVGElement): void {
    this.#made.push(part)
    if (!Number.isNaN(this.#top)) part.style.marginTop = `${this.#top}px`
  }

  /** Draws again what is selected, pointed at or linked. */
  restyle(looks: Looks, room: Room): void {
    this.#lay(looks.selected)
    const marks = marksOf(this.lines, looks.lookOf, this.#size, looks.focused)
    const [tints, lines] = [marks.filter(isTint), marks.filter((mark) => !isTint(mark))]
    // Who only moves the pointer changes no line.
    const drawn = lines.map(({ className, d }) => className + d).join()
    if (drawn !== this.#drawn) this.svg.replaceChildren(...lines.map(pathOf))
    this.#drawn = drawn
    if (tints.length > 0) this.#tint(tints)
    else this.#tints?.remove()
    this.#beside?.show(looks, room)
  }

  /** Which tag is selected decides on lanes only where some tags share one. */
  #lay(selected: string | null): void {
    const isLaid = this.#laidFor !== undefined
    if (isLaid && (selected === this.#laidFor || !this.#sharesLanes)) return
    this.#laidFor = selected
    this.lines = layLines(this.strokes, this.#size, selected)
    const laid = this.lines.flatMap(({ strokes }) => strokes)
    this.#sharesLanes = laid.length < this.strokes.length || laid.some(({ folded }) => folded)
  }

  #tint(tints: readonly Mark[]): void {
    if (!this.#tints) {
      this.#tints = document.createElementNS(SVG, 'svg')
      this.#tints.setAttribute('class', 'drawing')
      this.#add(this.#tints)
    }
    this.#tints.replaceChildren(...tints.map(pathOf))
    this.#behind.append(this.#tints)
  }

  /**
   * The tag whose element is at a place of the paragraph, in its pixels: the shortest of those that start on the line and
   * have words there.
   */
  startingAt(x: number, y: number): DrawnTag | null {
    const [over, under] = this.#reach()
    const { lines } = this
    if (lines.length === 0 || y < lines[0]!.base - over || y >= lines.at(-1)!.base + under) return null
    for (const { tag, base, first } of this.strokes) {
      if (first === null || y < base - over || y >= base + under) continue
      const { x0, x1 } = hullOf(tag, this.strokes, base)
      if (x0 <= x && x < x1) return tag
    }
    return null
  }

  /** Pixels over and under a baseline that elements reach. */
  #reach(): readonly [over: number, under: number] {
    return [riseOf(this.#size) + 2, 4]
  }

  /**
   * One element a tag, over its words on its first line, in text order, so that of two on the same words the one of the
   * shorter lies over the other. They follow each other in the flow, since for every box that is positioned the browser
   * looks at all of them whenever the pointer moves.
   */
  #makeHandles({ nameOf }: Looks): void {
    const [over, under] = this.#reach()
    let bottom = 0
    const elements = this.lines.flatMap(({ base, strokes }) => {
      const starting = strokes.filter(({ first }) => first !== null)
      const on = starting.length > 0 ? this.strokes.filter((stroke) => stroke.base === base) : []
      const boxes = starting
        .map(({ tag }) => ({
          tag,
          ...hullOf(tag, on, base),
          depth: on.length - on.findIndex((stroke) => stroke.tag === tag),
        }))
        .toSorted(
          ({ tag: a }, { tag: b }) =>
            a.spans[0]!.start - b.spans[0]!.start || b.length - a.length || (a.id < b.id ? -1 : 1),
        )
      const raised = raisedOf(boxes)
      return boxes.map(({ tag, x0, x1, depth }, i) => {
        const handle = document.createElement('span')
        handle.className = 'handle'
        handle.tabIndex = -1
        handle.dataset['annotationId'] = tag.id
        handle.setAttribute('role', 'button')
        handle.setAttribute('aria-label', nameOf(tag))
        const overlap = overlapWords(tag, on, nameOf)
        if (overlap) handle.setAttribute('aria-description', overlap)
        const top = base - over
        const height = over + under
        const raise = raised.has(i) ? `;position:relative;z-index:${depth}` : ''
        handle.style.cssText = `margin:${top - bottom}px 0 0 ${x0}px;width:${x1 - x0}px;height:${height}px${raise}`
        bottom = top + height
        return handle
      })
    })
    this.handles.append(...elements)
  }

  remove(): void {
    for (const part of this.#made) part.remove()
  }
}

/** From where to where the words of a tag reach on a line. */
function hullOf(tag: DrawnTag, strokes: readonly Stroke[], base: number): { x0: number; x1: number } {
  let [x0, x1] = [Infinity, -Infinity]
  for (const stroke of strokes) {
    if (stroke.base !== base || stroke.tag !== tag || stroke.gap) continue
    x0 = Math.min(x0, stroke.x0)
    x1 = Math.max(x1, stroke.x1)
  }
  return { x0, x1 }
}

const isTint = ({ className }: Mark): boolean => className.startsWith('tint')

function pathOf({ className, d }: Mark): SVGPathElement {
  const path = document.createElementNS(SVG, 'path')
  path.setAttribute('class', className)
  path.setAttribute('d', d)
  const [, pattern] = /(dashes|points|fine)-fill/.exec(className) ?? []
  const hue = /hue-([\w-]+)/.exec(className)?.[1]
  if (pattern) path.setAttribute('fill', `url(#${pattern}-${hue})`)
  return path
}
