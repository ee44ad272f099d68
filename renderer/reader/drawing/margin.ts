import type { LaidLine } from './lay-lines'
import type { Looks, ParagraphDrawing } from './paragraph-drawing'
import type { DrawnTag } from './tag-index'

const SVG = 'http://www.w3.org/2000/svg'
/** Letters at most beside one line. */
const LETTERS = 5

/** A link of the selected tag, read from it: "made by". */
export interface MarginLink {
  readonly phrase: string
  readonly other: DrawnTag
  /** Of the other tag, "¶ 6" or what stands for it. */
  readonly place: string
}

/** Where a tag's letter stands, in pixels of the page. */
interface Letter {
  readonly y: number
  readonly right: number
}

/** The tags that start on a line, in the order of their letters. */
const startingOn = ({ strokes }: LaidLine): DrawnTag[] =>
  strokes
    .filter(({ first }) => first !== null)
    .toSorted((a, b) => a.x0 - b.x0 || b.tag.length - a.tag.length)
    .map(({ tag }) => tag)

/**
 * The letters beside the lines of one drawing, one a tag at the line where it starts, in rows with their places in
 * it. They repeat what the list says, so they are hidden from assistive technology.
 */
export function lettersBeside(lines: readonly LaidLine[], looks: Looks): HTMLElement[] {
  return lines.flatMap((line) => {
    const tags = startingOn(line)
    return tags.length > 0 ? [rowOf(line.base, tags, looks)] : []
  })
}

function rowOf(base: number, tags: readonly DrawnTag[], looks: Looks): HTMLElement {
  const row = document.createElement('div')
  row.className = 'letters'
  row.style.top = `${base - 12}px`
  const shown = tags.length > LETTERS ? tags.slice(0, LETTERS - 1) : tags
  for (const tag of shown) {
    const letter = document.createElement('span')
    letter.className = `letter hue-${tag.label.hue} ${looks.lookOf(tag)}`
    letter.textContent = tag.label.letter + (tag.unsure ? '?' : '')
    row.append(letter)
  }
  if (shown.length < tags.length) {
    const more = document.createElement('span')
    more.className = 'letter more'
    more.textContent = `+${tags.length - shown.length}`
    row.append(more)
  }
  return row
}

/** Where the letters of some tags stand, as far as their lines are drawn. */
function placesOf(drawings: Iterable<ParagraphDrawing>, ids: ReadonlySet<string>): Map<string, Letter> {
  const places = new Map<string, Letter>()
  for (const { lines, top } of drawings)
    for (const line of lines) {
      if (!line.strokes.some(({ tag, first }) => first !== null && ids.has(tag.id))) continue
      const tags = startingOn(line)
      const place = { y: Math.round(top + line.base) - 5, right: Math.min(tags.length, LETTERS) * 14 + 2 }
      for (const { id } of tags) if (ids.has(id)) places.set(id, place)
    }
  return places
}

/** For the selected tag an upright rail in the margin, to those that it is linked with. */
export class Rail {
  readonly #layer = document.createElement('div')
  #selected: DrawnTag | null = null
  #links: readonly MarginLink[] = []

  constructor(margin: HTMLElement) {
    margin.append(this.#layer)
  }

  showLinks(selected: DrawnTag | null, links: readonly MarginLink[]): void {
    this.#selected = selected
    this.#links = links
  }

  draw(drawings: Iterable<ParagraphDrawing>): void {
    const selected = this.#links.length > 0 ? this.#selected : null
    const ids = selected && new Set([selected.id, ...this.#links.map(({ other }) => other.id)])
    if (ids || this.#layer.hasChildNodes())
      this.#layer.replaceChildren(...(ids ? this.#rail(placesOf(drawings, ids)) : []))
  }

  /** An upright line with a word at each linked tag's line; a stub where that lies out of sight. */
  #rail(letters: ReadonlyMap<string, Letter>): Element[] {
    const at = this.#selected && letters.get(this.#selected.id)
    if (!at || this.#links.length === 0) return []
    const near = this.#links.flatMap((link) => {
      const letter = letters.get(link.other.id)
      return letter ? [{ link, letter }] : []
    })
    const far = this.#links.filter(({ other }) => !letters.has(other.id))
    const x = Math.max(at.right, ...near.map(({ letter }) => letter.right)) + 10
    const paths = [`M${at.right + 2} ${at.y + 0.5}H${x}`]
    const words: Element[] = []
    const ys = near.map(({ letter }) => letter.y)
    if (ys.length > 0) paths.push(`M${x + 0.5} ${Math.min(at.y, ...ys)}V${Math.max(at.y, ...ys) + 1}`)
    for (const y of new Set(ys)) {
      const here = near.filter(({ letter }) => letter.y === y)
      if (y !== at.y) paths.push(`M${here[0]!.letter.right + 2} ${y + 0.5}H${x + 7}`)
      words.push(
        wordsAt(
          x + 12,
          y,
          here.map(({ link }) => link.phrase),
        ),
      )
    }
    const stubs = (['↑', '↓'] as const).flatMap((arrow) => {
      const there = far.filter(({ other }) => (startsAfter(other, this.#selected!) ? '↓' : '↑') === arrow)
      if (there.length === 0) return []
      const from = arrow === '↓' ? Math.max(at.y, ...ys) : Math.min(at.y, ...ys)
      const to = from + (arrow === '↓' ? 26 : -26)
      const texts = there.map(({ phrase, place }) => `${phrase} ${arrow} ${place}`)
      words.push(wordsAt(x + 12, to + (arrow === '↓' ? 1 : -1) * (texts.length - 1) * 7, texts))
      return [`M${x + 0.5} ${from}V${to}`]
    })
    return [drawnRail(paths, stubs, x, at.y), ...words]
  }
}

const startsAfter = (a: DrawnTag, b: DrawnTag): boolean => a.spans[0]!.start > b.spans[0]!.start

function wordsAt(x: number, y: number, texts: readonly string[]): HTMLElement {
  const box = document.createElement('div')
  box.className = 'link-words'
  box.style.left = `${x}px`
  box.style.top = `${y - 7.5 * texts.length}px`
  for (const text of texts) {
    const line = document.createElement('span')
    line.textContent = text
    box.append(line)
  }
  return box
}

function drawnRail(paths: readonly string[], stubs: readonly string[], x: number, y: number): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg')
  svg.setAttribute('class', 'rail')
  const add = (className: string, d: string) => {
    const path = document.createElementNS(SVG, 'path')
    path.setAttribute('class', className)
    path.setAttribute('d', d)
    svg.append(path)
  }
  add('near', paths.join(''))
  add('far', stubs.join(''))
  add('dot', `M${x - 2.5} ${y + 0.5}a3 3 0 1 0 6 0a3 3 0 1 0 -6 0z`)
  return svg
}
