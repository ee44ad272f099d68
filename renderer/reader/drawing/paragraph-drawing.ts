import { riseOf } from './lanes'
import { layLines, type LaidLine } from './lay-lines'
import { lettersBeside } from './margin'
import { marksOf, type Look, type Mark } from './marks'
import type { Stroke } from './measure'
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
}

/**
 * The drawing of one passage that is near the screen: an svg behind its words; and once it is completed over them one
 * element a tag that can be focused and clicked, and letters beside its lines. Made of strokes that were measured
 * before; `restyle` measures nothing.
 */
export class ParagraphDrawing {
  readonly svg = document.createElementNS(SVG, 'svg')
  readonly handles = document.createElement('div')
  readonly letters = document.createElement('div')
  readonly strokes: readonly Stroke[]
  readonly #size: TypeSize
  lines: readonly LaidLine[] = []
  #isComplete = false
  #top = NaN

  constructor(strokes: readonly Stroke[], size: TypeSize, looks: Looks) {
    this.strokes = strokes
    this.#size = size
    this.svg.setAttribute('class', 'drawing')
    this.handles.className = 'handles'
    this.letters.className = 'beside'
    this.restyle(looks)
  }

  get top(): number {
    return this.#top
  }

  /** Whether its elements over and beside the words are made, or there is none to make. */
  get isComplete(): boolean {
    return this.#isComplete || this.strokes.length === 0
  }

  /** Puts the drawing at its paragraph's place, in pixels of the page. */
  moveTo(top: number): void {
    if (top === this.#top) return
    this.#top = top
    for (const part of [this.svg, this.handles, this.letters]) part.style.top = `${top}px`
  }

  /** Makes what the words can do without while they fly past. */
  complete(looks: Looks): void {
    this.#isComplete = true
    this.#makeHandles(looks)
    this.letters.replaceChildren(...lettersBeside(this.lines, looks))
  }

  /** Draws again what is selected, pointed at or linked. */
  restyle(looks: Looks): void {
    this.lines = layLines(this.strokes, this.#size, looks.selected)
    const marks = marksOf(this.lines, looks.lookOf, this.#size, looks.focused)
    this.svg.replaceChildren(...marks.map(pathOf))
    if (this.#isComplete) this.letters.replaceChildren(...lettersBeside(this.lines, looks))
  }

  /** One element a tag, over its words on its first line; the shorter over the longer, so that each can be reached. */
  #makeHandles({ nameOf }: Looks): void {
    const rise = riseOf(this.#size)
    const firsts = this.lines.flatMap(({ strokes }) => strokes.filter(({ first }) => first !== null))
    const elements = firsts
      .toSorted((a, b) => b.tag.length - a.tag.length || b.lane - a.lane)
      .map(({ tag, x0, x1, base }) => {
        const handle = document.createElement('span')
        handle.className = 'handle'
        handle.tabIndex = -1
        handle.dataset['annotationId'] = tag.id
        handle.setAttribute('role', 'button')
        handle.setAttribute('aria-label', nameOf(tag))
        handle.style.cssText = `left:${x0}px;top:${base - rise - 2}px;width:${x1 - x0}px;height:${rise + 6}px`
        return handle
      })
    this.handles.append(...elements)
  }

  remove(): void {
    for (const part of [this.svg, this.handles, this.letters]) part.remove()
  }
}

function pathOf({ className, d }: Mark): SVGPathElement {
  const path = document.createElementNS(SVG, 'path')
  path.setAttribute('class', className)
  path.setAttribute('d', d)
  const [, pattern] = /(dashes|points|fine)-fill/.exec(className) ?? []
  const hue = /hue-([\w-]+)/.exec(className)?.[1]
  if (pattern) path.setAttribute('fill', `url(#${pattern}-${hue})`)
  return path
}
