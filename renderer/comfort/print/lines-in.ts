import type { Span } from '../../../data/model/span'

/** Code units that are set at a time, so that a paragraph of a whole book does not make every look into it slow. */
const CHUNK = 4000

/**
 * Where the browser breaks a text that it sets in `block`, an element on the page that is as wide as the lines are
 * to be: the lines in order, which together are the text. Leaves the block empty.
 */
export function linesIn(block: HTMLElement, text: string): Span[] {
  const lines: Span[] = []
  const node = document.createTextNode('')
  block.replaceChildren(node)
  for (let at = 0; at < text.length;) {
    const isLast = text.length - at <= CHUNK
    node.data = text.slice(at, at + CHUNK)
    const here = linesOf(node)
    // The last line of a piece may go on in the next one.
    const whole = isLast || here.length === 1 ? here : here.slice(0, -1)
    for (const { start, end } of whole) lines.push({ start: at + start, end: at + end })
    at += whole.at(-1)!.end
  }
  block.replaceChildren()
  return lines
}

function linesOf(node: Text): Span[] {
  const { length } = node
  const range = new Range()
  /** The top of the line that a code unit stands on; what shows nothing stands with what is before it. */
  const topOf = (at: number, least: number): number | null => {
    for (let i = at; i >= least; i--) {
      range.setStart(node, i)
      range.setEnd(node, i + 1)
      const rects = range.getClientRects()
      if (rects.length > 0) return rects[rects.length - 1]!.top
    }
    return null
  }
  const lines: Span[] = []
  for (let start = 0; start < length;) {
    const top = topOf(start, start) ?? -Infinity
    const isBelow = (at: number) => (topOf(at, start) ?? top) > top + 2
    let [low, high, step] = [start, length, 64]
    while (low + step < length && !isBelow(low + step)) low += step
    if (low + step < length) high = low + step
    // `low` is on this line; the first that is not lies after it, at `high` at the latest.
    while (low + 1 < high) {
      step = (low + high) >> 1
      if (isBelow(step)) high = step
      else low = step
    }
    lines.push({ start, end: high })
    start = high
  }
  return lines
}
