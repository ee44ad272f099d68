import { LETTER, startingOn, type Room } from './margin-letters'
import type { ParagraphDrawing } from './paragraph-drawing'
import type { Side } from './pieces'
import type { DrawnTag } from './tag-index'

const SVG = 'http://www.w3.org/2000/svg'

/** A link of the selected tag, read from it: "made by". */
export interface MarginLink {
  readonly phrase: string
  readonly other: DrawnTag
  /** Of the other tag, "¶ 6" or what stands for it. */
  readonly place: string
}

/** Where a tag's letter stands. */
interface LetterPlace {
  readonly side: Side
  /** Pixels of the page, to the middle of the letter. */
  readonly y: number
  /** Pixels from where the margin begins to the far side of the letters there. */
  readonly far: number
}

/** Where the letters of some tags stand, as far as their lines are drawn. */
function placesOf(
  drawings: Iterable<ParagraphDrawing>,
  ids: ReadonlySet<string>,
  room: Room,
): Map<string, LetterPlace> {
  const places = new Map<string, LetterPlace>()
  for (const { lines, top } of drawings)
    for (const line of lines) {
      if (!line.strokes.some(({ tag, first }) => first !== null && ids.has(tag.id))) continue
      const { tags, side } = startingOn(line)!
      const far = Math.min(tags.length, room[side]) * LETTER + 2
      const place = { side, y: Math.round(top + line.base) - 5, far }
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

  draw(drawings: Iterable<ParagraphDrawing>, room: Room): void {
    const selected = this.#links.length > 0 ? this.#selected : null
    if (!selected && !this.#layer.hasChildNodes()) return
    const ids = new Set([selected?.id ?? '', ...this.#links.map(({ other }) => other.id)])
    const drawn = selected ? railOf(selected, this.#links, placesOf(drawings, ids, room)) : []
    this.#layer.replaceChildren(...drawn)
  }
}

/**
 * The links of the selected tag, in the margin where its letter stands: an upright line with a word at each linked tag's
 * line, and a stub where that lies out of sight. All x are pixels outward from where the margin begins.
 */
function railOf(
  selected: DrawnTag,
  links: readonly MarginLink[],
  places: ReadonlyMap<string, LetterPlace>,
): Element[] {
  const at = places.get(selected.id)
  if (!at) return []
  const outward = at.side === 'right' ? 1 : -1
  const farOf = ({ side, far }: LetterPlace) => (side === at.side ? far : 0)
  const near = links.flatMap((link) => {
    const place = places.get(link.other.id)
    return place ? [{ link, place }] : []
  })
  const x = Math.max(at.far, ...near.map(({ place }) => farOf(place))) + 10
  const ys = near.map(({ place }) => place.y)
  const [top, bottom] = [Math.min(at.y, ...ys), Math.max(at.y, ...ys)]

  const paths = [`M${outward * (at.far + 2)} ${at.y + 0.5}H${outward * x}`]
  if (ys.length > 0) paths.push(`M${outward * (x + 0.5)} ${top}V${bottom + 1}`)
  const words = [...new Set(ys)].map((y) => {
    const here = near.filter(({ place }) => place.y === y)
    if (y !== at.y) paths.push(`M${outward * (farOf(here[0]!.place) + 2)} ${y + 0.5}H${outward * (x + 7)}`)
    return wordsAt(
      at.side,
      x + 12,
      y,
      here.map(({ link }) => link.phrase),
    )
  })

  const stubs = (['↑', '↓'] as const).flatMap((arrow) => {
    const there = links.filter(
      ({ other }) => !places.has(other.id) && (startsAfter(other, selected) ? '↓' : '↑') === arrow,
    )
    if (there.length === 0) return []
    const [from, step] = arrow === '↓' ? [bottom, 1] : [top, -1]
    const to = from + step * 26
    const texts = there.map(({ phrase, place }) => `${phrase} ${arrow} ${place}`)
    words.push(wordsAt(at.side, x + 12, to + step * (texts.length - 1) * 7, texts))
    return [`M${outward * (x + 0.5)} ${from}V${to}`]
  })
  const dot = `M${outward * (x + 0.5) - 3} ${at.y + 0.5}a3 3 0 1 0 6 0a3 3 0 1 0 -6 0z`
  return [drawnRail(at.side, { near: paths.join(''), far: stubs.join(''), dot }), ...words]
}

const startsAfter = (a: DrawnTag, b: DrawnTag): boolean => a.spans[0]!.start > b.spans[0]!.start

function wordsAt(side: Side, x: number, y: number, texts: readonly string[]): HTMLElement {
  const box = document.createElement('div')
  box.className = `link-words ${side}`
  box.style.setProperty('--out', `${x}px`)
  box.style.top = `${y - 7.5 * texts.length}px`
  for (const text of texts) {
    const line = document.createElement('span')
    line.textContent = text
    box.append(line)
  }
  return box
}

function drawnRail(side: Side, paths: Readonly<Record<string, string>>): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg')
  svg.setAttribute('class', `rail ${side}`)
  for (const [className, d] of Object.entries(paths)) {
    const path = document.createElementNS(SVG, 'path')
    path.setAttribute('class', className)
    path.setAttribute('d', d)
    svg.append(path)
  }
  return svg
}
