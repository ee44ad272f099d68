import type { LaidLine } from './lay-lines'
import type { Looks, Sign } from './paragraph-drawing'
import type { Side } from './pieces'
import type { DrawnTag } from './tag-index'

/** From letter to letter, and how high a row of them is, in pixels. */
export const LETTER = 14
const HIGH = 16
/** Letters at most beside one line, and at least. */
const [MOST, LEAST] = [5, 2]
/** Pixels of a margin that letters leave free: to the words, and for "+12". */
const FREE = 36

/** How many letters may stand beside one line, on each side of the text. */
export type Room = Readonly<Record<Side, number>>

/** What room the margins of `page` have now. Reads the page. */
export function roomBeside(page: Element, scroller: Element): Room {
  const [text, frame] = [page.getBoundingClientRect(), scroller.getBoundingClientRect()]
  const fits = (pixels: number) => Math.min(MOST, Math.max(LEAST, Math.floor((pixels - FREE) / LETTER)))
  return {
    left: fits(text.left - frame.left),
    right: fits(frame.left + scroller.clientWidth - text.right),
  }
}

/** The letters of one line: its tags that start there, in the order in which they do, and at which side they stand. */
export interface Starting {
  readonly tags: readonly DrawnTag[]
  readonly side: Side
}

/** `null` for a line on which no tag starts. In a paragraph from right to left letters stand at the left. */
export function startingOn({ strokes }: LaidLine): Starting | null {
  const starting = strokes.filter(({ first }) => first !== null)
  if (starting.length === 0) return null
  const isRtl = starting[0]!.first === 'right'
  const tags = starting
    .toSorted((a, b) => (isRtl ? b.x1 - a.x1 : a.x0 - b.x0) || b.tag.length - a.tag.length)
    .map(({ tag }) => tag)
  return { tags, side: isRtl ? 'left' : 'right' }
}

interface Row extends Starting {
  readonly letters: readonly HTMLElement[]
  /** "+3"; `null` where there are never more letters than room for them. */
  readonly more: HTMLElement | null
}

/**
 * The letters beside the lines of one drawing. Made once; what is selected, pointed at or linked then changes classes
 * only. A letter takes clicks for its tag, "+3" for the next of those that it stands for. They repeat what the list
 * says, so they are hidden from assistive technology.
 */
export class MarginLetters {
  readonly #rows: readonly Row[]

  /** Puts its elements into `holder`. */
  constructor(lines: readonly LaidLine[], holder: HTMLElement, { signOf }: Pick<Looks, 'signOf'>) {
    const made = lines.flatMap((line) => {
      const starting = startingOn(line)
      if (!starting) return []
      if (!signOf) return [{ base: line.base, row: rowOf(starting, letterOf) }]
      const tags = starting.tags.filter((tag) => signOf(tag) !== null)
      return tags.length === 0 ? [] : [{ base: line.base, row: rowOf({ ...starting, tags }, signFor) }]
    })
    this.#rows = made.map(({ row }) => row)
    let bottom = 0
    holder.replaceChildren(
      ...made.map(({ base, row: { side, letters, more } }) => {
        const element = document.createElement('div')
        element.className = `letters ${side}`
        element.style.marginTop = `${base - 12 - bottom}px`
        bottom = base - 12 + HIGH
        element.append(...letters, ...(more ? [more] : []))
        return element
      }),
    )
  }

  /** Shows how the tags look now. */
  show(looks: Looks, room: Room): void {
    for (const { side, tags, letters, more } of this.#rows) {
      const shown = shownOf(tags, room[side], looks.selected)
      for (const [i, tag] of tags.entries()) {
        const letter = letters[i]!
        const sign = looks.signOf?.(tag)
        const kind = sign ? `sign ${sign.className}` : `hue-${tag.label.hue}`
        const className = `letter ${kind} ${looks.lookOf(tag)}${shown.has(tag) ? '' : ' beyond'}`
        if (letter.className !== className) letter.className = className
        if (sign) showSign(letter, sign)
        else if (looks.suffixOf) showLetter(letter, tag, looks.suffixOf(tag))
      }
      if (!more) continue
      const hidden = tags.filter((tag) => !shown.has(tag))
      more.hidden = hidden.length === 0
      if (more.hidden) continue
      const words = `+${hidden.length}`
      if (more.textContent !== words) more.textContent = words
      const at = tags.findIndex(({ id }) => id === looks.selected)
      more.dataset['annotationId'] = (hidden.find((tag) => tags.indexOf(tag) > at) ?? hidden[0]!).id
    }
  }
}

/** The tags whose letters are shown where there is room for so many: the first ones, and the selected one. */
export function shownOf(
  tags: readonly DrawnTag[],
  room: number,
  selected: string | null,
): ReadonlySet<DrawnTag> {
  if (tags.length <= room) return new Set(tags)
  const first = tags.slice(0, Math.max(1, room - 1))
  const chosen = tags.find(({ id }) => id === selected)
  return new Set(chosen && !first.includes(chosen) ? [...first.slice(0, -1), chosen] : first)
}

function letterOf(tag: DrawnTag): HTMLElement {
  const letter = document.createElement('span')
  letter.dataset['annotationId'] = tag.id
  showLetter(letter, tag, '')
  return letter
}

function showLetter(letter: HTMLElement, { label, unsure, older }: DrawnTag, suffix: string): void {
  const text = label.letter + (unsure ? '?' : '') + suffix + (older ? '·' : '')
  if (letter.textContent !== text) letter.textContent = text
}

/** One goes from sign to sign by the keys of whoever shows them. */
function signFor({ id }: DrawnTag): HTMLElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.tabIndex = -1
  button.dataset['signOf'] = id
  return button
}

function showSign(button: HTMLElement, { text, name }: Sign): void {
  if (button.textContent !== text) button.textContent = text
  if (button.ariaLabel !== name) button.ariaLabel = name
}

function rowOf(starting: Starting, elementFor: (tag: DrawnTag) => HTMLElement): Row {
  const letters = starting.tags.map(elementFor)
  if (letters.length <= LEAST) return { ...starting, letters, more: null }
  const more = document.createElement('span')
  more.className = 'letter more'
  return { ...starting, letters, more }
}
