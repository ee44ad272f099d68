import type { Span } from '../model/span'
import { closes, quoteMarksIn } from './quote-marks'

/**
 * The quotations of an article in text order, each with its marks, an outer one before those inside it; in code units
 * of the text. Straight, curly, German and French marks count, nested in any way. One that runs over several blocks
 * opens again at the start of each and closes in the last, as in newswire; it is one span over all of them. A mark
 * that is never closed opens nothing.
 */
export function quotationsIn(text: string, blocks: readonly Span[]): Span[] {
  const found: Span[] = []
  /** What is open, the outermost first. */
  let open: { readonly start: number; readonly sign: string }[] = []
  for (const block of blocks) {
    const marks = quoteMarksIn(text, block)
    let next = reopened(text, block, open, marks)
    // Whatever did not open again in this block was never closed.
    open = open.slice(0, next)
    for (; next < marks.length; next++) {
      const { at, sign, opens, closes: closing } = marks[next]!
      const inner = open.at(-1)
      const closed = closing ? open.findLastIndex((outer) => closes(outer.sign, sign)) : -1
      // “He said ‘no.” closes both; but a straight mark inside a curly quotation opens, if it can.
      const isEnd = closed >= 0 && !(opens && inner && inner.sign !== sign && isStraight(sign))
      if (isEnd) {
        found.push({ start: open[closed]!.start, end: at + 1 })
        open = open.slice(0, closed)
      } else if (opens) open.push({ start: at, sign })
    }
  }
  return found.toSorted((a, b) => a.start - b.start || b.end - a.end)
}

/** How many of the open quotations the block's first marks open again. */
function reopened(
  text: string,
  block: Span,
  open: readonly { readonly sign: string }[],
  marks: readonly { readonly at: number; readonly sign: string }[],
): number {
  let count = 0
  let from = block.start
  while (count < open.length && count < marks.length) {
    const { at, sign } = marks[count]!
    if (sign !== open[count]!.sign || text.slice(from, at).trim() !== '') break
    from = at + 1
    count++
  }
  return count
}

const isStraight = (sign: string): boolean => sign === '"' || sign === "'"

/** The least of the quotations that holds `span` and more; `null` when it stands in none. */
export function quotationAround(quotations: readonly Span[], span: Span): Span | null {
  let least: Span | null = null
  for (const quotation of quotations) {
    if (quotation.start > span.start) break
    const holds = quotation.end >= span.end && quotation.end - quotation.start > span.end - span.start
    if (holds && (!least || quotation.end - quotation.start < least.end - least.start)) least = quotation
  }
  return least
}
