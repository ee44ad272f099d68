import type { Span } from '../model/span'

/**
 * Converts places in one text between UTF-16 code units, which the program counts, and Unicode code points,
 * which some file formats count. "🙂" is two units and one point; half of a broken pair counts as one of each.
 */
export interface OffsetMap {
  /** The length of the text in each unit. */
  readonly codeUnits: number
  readonly codePoints: number
  /** From code units to code points. An offset inside a pair snaps outward: a start down, an end up. */
  toCodePoints(span: Span): Span
  /** From code points to code units. Offsets past the end of the text give its end, negative ones its start. */
  toCodeUnits(span: Span): Span
}

/** Reads the text once; each conversion then is a binary search among the characters that are two units long. */
export function offsetMapOf(text: string): OffsetMap {
  const pairs = pairsIn(text)
  const codePoints = text.length - pairs.length

  /** Code units → code points; `inside` is what half a pair counts: 0 for a start, 1 for an end. */
  const point = (unit: number, inside: 0 | 1) => {
    const at = clamp(unit, text.length)
    const before = countBelow(pairs.length, (i) => pairs[i]! < at)
    const halved = before > 0 && pairs[before - 1] === at - 1
    return halved ? at - before + inside : at - before
  }
  /** Pair number `i` is code point `pairs[i] - i`: one unit was counted twice for each pair before it. */
  const unit = (codePoint: number) => {
    const at = clamp(codePoint, codePoints)
    return at + countBelow(pairs.length, (i) => pairs[i]! - i < at)
  }

  return {
    codeUnits: text.length,
    codePoints,
    toCodePoints: ({ start, end }) => ({ start: point(start, 0), end: point(end, 1) }),
    toCodeUnits: ({ start, end }) => ({ start: unit(start), end: unit(end) }),
  }
}

/** Where the surrogate pairs of the text start, in text order. */
function pairsIn(text: string): Uint32Array {
  const found: number[] = []
  for (const { index } of text.matchAll(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)) found.push(index)
  return Uint32Array.from(found)
}

const clamp = (offset: number, length: number) => Math.min(Math.max(offset, 0), length)

/** How many of the first `length` indices hold; those that do come before those that do not. */
function countBelow(length: number, holds: (index: number) => boolean): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) low = middle + 1
    else high = middle
  }
  return low
}
