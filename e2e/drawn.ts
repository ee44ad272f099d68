import type { Locator } from '@playwright/test'
import type { Box } from './reader'

/** Words of one paragraph, as a person means them: by its index and from where to where in its text, in code units. */
export interface Place {
  readonly paragraph: number
  readonly start: number
  readonly end: number
}

/** A tag's words and what is drawn for them, boxes in CSS pixels of the window. */
interface Seen {
  /** What the browser says where the words stand, in text order. */
  readonly words: readonly Box[]
  /** All lines of the label’s hue that are drawn, near the words or not; not the points that join parts. */
  readonly lines: readonly Box[]
  /** The elements of tags. */
  readonly handles: readonly (Box & { readonly name: string })[]
}

/** Where words stand in an article of these paragraphs. */
export function placeOf(words: string, paragraphs: readonly string[]): Place {
  const paragraph = paragraphs.findIndex((text) => text.includes(words))
  const start = paragraphs[paragraph]?.indexOf(words)
  if (start === undefined) throw new Error(`The article does not say “${words}”.`)
  return { paragraph, start, end: start + words.length }
}

/**
 * What is wrong with the drawing of the one tag that a paragraph has in a hue: nothing, when it has a line under every
 * word and nowhere else, to the pixel but for the 6 px by which it runs into the margin where it goes on. When the words
 * are only a part of the tag, its element is not looked for.
 */
export async function faultsOf(
  article: Locator,
  place: Place,
  hue: string,
  { isPart = false } = {},
): Promise<readonly string[]> {
  const { words, lines, handles } = await article.evaluate(look, { place, hue })
  const rows = rowsOf(words)
  if (rows.length === 0) return ['the words are nowhere']
  const goesOn = rows.length > 1 || isPart
  const faults: string[] = []
  for (const [i, row] of rows.entries()) {
    const bottom = Math.max(...row.map((box) => box.bottom))
    const drawn = joined(lines.filter(({ top }) => Math.abs(top - bottom) < 9))
    const wanted = joined(row)
    const fits =
      drawn.length === wanted.length &&
      wanted.every(({ left, right }, j) => {
        const line = drawn[j]!
        const [before, after] = [left - line.left, line.right - right]
        const isNear = (by: number, mayGoOn: boolean) =>
          Math.abs(by) <= 1 || (mayGoOn && Math.abs(by - 6) <= 1)
        return isNear(before, goesOn) && isNear(after, goesOn)
      })
    if (!fits) faults.push(`line ${i + 1}: words ${spell(wanted)}, drawn ${spell(drawn)}`)
  }
  if (isPart) return faults
  const [first] = rows
  const left = Math.min(...first!.map((box) => box.left))
  const right = Math.max(...first!.map((box) => box.right))
  const middle = (first![0]!.top + first![0]!.bottom) / 2
  const over = handles.filter((handle) => handle.top < middle && handle.bottom > middle)
  if (!over.some((handle) => Math.abs(handle.left - left) < 1 && Math.abs(handle.right - right) < 1))
    faults.push(`no element over ${left.toFixed(1)}–${right.toFixed(1)}`)
  return faults
}

/** All lines of a hue that are drawn. */
export const linesOf = async (article: Locator, hue: string): Promise<readonly Box[]> =>
  (await article.evaluate(look, { place: { paragraph: 0, start: 0, end: 1 }, hue })).lines

/** Scrolls so that the start of a place stands in the upper half of the window, and waits for the drawing to follow. */
export const bringIntoView = (article: Locator, place: Place): Promise<void> =>
  article.evaluate(async (element, { paragraph, start }) => {
    const scroller = element.closest('[data-scroller]')!
    const rest = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    for (let tries = 0; tries < 5; tries++) {
      const nodes = document.createTreeWalker(
        element.querySelector(`[data-paragraph="${paragraph}"]`)!,
        NodeFilter.SHOW_TEXT,
      )
      const range = new Range()
      let passed = 0
      for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
        const length = node.textContent?.length ?? 0
        if (start >= passed && start < passed + length) range.setStart(node, start - passed)
        passed += length
      }
      range.collapse(true)
      const { top } = range.getBoundingClientRect()
      const { top: from, height } = scroller.getBoundingClientRect()
      if (top > from + 60 && top < from + height / 2) break
      scroller.scrollBy(0, top - from - height / 4)
      await rest()
    }
    await rest()
  }, place)

/** Runs in the page. */
function look(article: Element, { place, hue }: { readonly place: Place; readonly hue: string }): Seen {
  const block = article.querySelector(`[data-paragraph="${place.paragraph}"]`)!
  const nodes = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  const range = new Range()
  let passed = 0
  for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
    const length = node.textContent?.length ?? 0
    if (place.start >= passed && place.start < passed + length) range.setStart(node, place.start - passed)
    if (place.end > passed && place.end <= passed + length) range.setEnd(node, place.end - passed)
    passed += length
  }
  const plain = ({ left, top, right, bottom }: DOMRect) => ({ left, top, right, bottom })
  const lines = Array.from(document.querySelectorAll('.lines svg.drawing'), (svg) => {
    const at = svg.getBoundingClientRect()
    return Array.from(svg.querySelectorAll(`path.line.hue-${hue}:not(.fine-fill)`), (path) =>
      Array.from((path.getAttribute('d') ?? '').matchAll(/M([-\d.]+) ([-\d.]+)h([\d.]+)v([\d.]+)/g), (m) => {
        const [x, y, width, height] = m.slice(1).map(Number) as [number, number, number, number]
        return { left: at.left + x, top: at.top + y, right: at.left + x + width, bottom: at.top + y + height }
      }),
    )
  })
  return {
    words: Array.from(range.getClientRects(), plain).filter(({ left, right }) => right - left >= 0.5),
    lines: lines.flat(2),
    handles: Array.from(article.querySelectorAll('[data-annotation-id]'), (handle) => ({
      ...plain(handle.getBoundingClientRect()),
      name: handle.ariaLabel ?? '',
    })),
  }
}

/** Boxes of one line each, from the top. */
function rowsOf(boxes: readonly Box[]): Box[][] {
  const rows: Box[][] = []
  for (const box of boxes) {
    const row = rows.find(([first]) => Math.abs(first!.top - box.top) < 4)
    if (row) row.push(box)
    else rows.push([box])
  }
  return rows.toSorted(([a], [b]) => a!.top - b!.top)
}

/** From the left, what touches made one. */
function joined(boxes: readonly Box[]): Box[] {
  const found: Box[] = []
  for (const box of boxes.toSorted((a, b) => a.left - b.left)) {
    const last = found.at(-1)
    if (last && box.left <= last.right + 1.5)
      found[found.length - 1] = { ...last, right: Math.max(last.right, box.right) }
    else found.push(box)
  }
  return found
}

const spell = (boxes: readonly Box[]): string =>
  boxes.map(({ left, right }) => `${left.toFixed(1)}–${right.toFixed(1)}`).join(' ') || 'nothing'
