import type { Span } from '../../../data/model/span'
import { trimmed, type TextUnit, type Units } from '../../../data/text/units'
import { widenToWords } from '../../../data/text/words'

/** What is selected in the text: from `anchor` to `focus`, the end that moves. Equal ends are a caret. */
export interface Picked {
  readonly anchor: number
  readonly focus: number
}

/** The selection as a span, whichever end moves. */
export const spanOf = ({ anchor, focus }: Picked): Span => ({
  start: Math.min(anchor, focus),
  end: Math.max(anchor, focus),
})

export const caretAt = (offset: number): Picked => ({ anchor: offset, focus: offset })

/** Moves the caret to the next or the last start of a unit. */
export function moved(units: Units, { focus }: Picked, unit: TextUnit, step: 1 | -1): Picked {
  return caretAt(step === 1 ? units.nextStart(unit, focus) : units.previousStart(unit, focus))
}

/** Makes the selection a unit longer at its moving end, or shorter where that end comes back, but not beyond a caret. */
export function extended(units: Units, { anchor, focus }: Picked, unit: TextUnit, step: 1 | -1): Picked {
  const comesBack = step === 1 ? focus < anchor : focus > anchor
  if (!comesBack)
    return { anchor, focus: step === 1 ? units.nextEnd(unit, focus) : units.previousStart(unit, focus) }
  return step === 1
    ? { anchor, focus: Math.min(units.nextStart(unit, focus), anchor) }
    : { anchor, focus: Math.max(units.previousEnd(unit, focus), anchor) }
}

/** The next larger selection around this one, by word, clause, sentence and paragraph; `null` when there is none. */
export function grown(units: Units, picked: Picked): Picked | null {
  const span = units.grown(spanOf(picked))
  return span && { anchor: span.start, focus: span.end }
}

/** The largest unit at the start of the selection that is less than it; `null` when there is none. */
export function shrunk(units: Units, picked: Picked): Picked | null {
  const { start, end } = spanOf(picked)
  let less: Span | null = null
  for (let next = units.grown({ start, end: start }); next; next = units.grown(next)) {
    const isInside = next.start >= start && next.end <= end && next.end - next.start < end - start
    if (!isInside) break
    less = next
  }
  return less && { anchor: less.start, focus: less.end }
}

/** The words that a drag of the mouse from one offset to another means: whole ones, without white space at the ends. */
export function snapped(text: string, from: number, to: number): Picked {
  const inside = trimmed(text, spanOf({ anchor: from, focus: to }))
  if (inside.start >= inside.end) return caretAt(to)
  const { start, end } = widenToWords(text, inside)
  return from <= to ? { anchor: start, focus: end } : { anchor: end, focus: start }
}
