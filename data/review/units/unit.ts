/** A stretch of an article that somebody tagged, in UTF-16 code units: `start` is inside, `end` just past it. */
export interface Unit {
  readonly start: number
  readonly end: number
  /** Which value it has, as a number from 0; what has no value counts as value 0. */
  readonly value: number
}

/**
 * Somebody's units of one value with those that overlap made one, in text order: three tags of "claim" of which two overlap are two
 * stretches. Units that only touch stay apart, as two sentences do that are tagged one by one.
 *
 * Measures over a continuum take each place to belong to one unit of a person at most, while tags may overlap: they are asked about one
 * label at a time, of such stretches, or about all labels together with every tag of value 0.
 */
export function unionOf(
  units: Iterable<{ readonly start: number; readonly end: number }>,
  value = 0,
): Unit[] {
  const sorted = [...units].filter(({ start, end }) => start < end)
  // Tags mostly come in text order.
  if (!sorted.every(({ start }, i) => i === 0 || sorted[i - 1]!.start <= start))
    sorted.sort((a, b) => a.start - b.start)
  const apart: { start: number; end: number; value: number }[] = []
  for (const { start, end } of sorted) {
    const last = apart.at(-1)
    if (last && start < last.end) last.end = Math.max(last.end, end)
    else apart.push({ start, end, value })
  }
  return apart
}
