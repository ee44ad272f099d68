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

/**
 * The margin beside the text: one letter a tag at the line where it starts, and for the selected tag a rail to
 * those that it is linked with. It repeats what the list says, so it is hidden from assistive technology.
 */
export class Margin {
  readonly #layer: HTMLElement
  #selected: DrawnTag | null = null
  #links: readonly MarginLink[] = []

  constructor(layer: HTMLElement) {
    this.#layer = layer
  }

  showLinks(selected: DrawnTag | null, links: readonly MarginLink[]): void {
    this.#selected = selected
    this.#links = links
  }

  draw(drawings: readonly ParagraphDrawing[], looks: Looks): void {
    const letters = new Map<string, Letter>()
    const rows = drawings.flatMap((drawing) =>
      drawing.lines.flatMap(({ base, strokes }) => {
        const starting = strokes
          .filter(({ first }) => first !== null)
          .toSorted((a, b) => a.x0 - b.x0 || b.tag.length - a.tag.length)
        return starting.length > 0
          ? [
              this.#row(
                drawing.top + base,
                starting.map(({ tag }) => tag),
                looks,
                letters,
              ),
            ]
          : []
      }),
    )
    this.#layer.replaceChildren(...rows, ...this.#rail(letters))
  }

  #row(base: number, tags: readonly DrawnTag[], looks: Looks, letters: Map<string, Letter>): HTMLElement {
    const row = document.createElement('div')
    row.className = 'letters'
    row.style.top = `${base - 12}px`
    const shown = tags.length > LETTERS ? tags.slice(0, LETTERS - 1) : tags
    for (const [i, tag] of tags.entries()) {
      const place = { y: Math.round(base) - 5, right: Math.min(tags.length, LETTERS) * 14 + 2 }
      letters.set(tag.id, place)
      if (i >= shown.length) continue
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
