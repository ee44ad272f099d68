import { normaliseSpans, type Span } from '../model/span'

/**
 * How much two targets overlap, either of which may have several parts: the UTF-16 code units that both have, by those that
 * at least one has (Jaccard's index). 0–4 and 2–6 share two of six: ⅓. 1 only for the same words, 0 when nothing is shared.
 * Parts that overlap or touch count once.
 */
export function overlapOf(a: readonly Span[], b: readonly Span[]): number {
  const [ofA, ofB] = [normaliseSpans(a), normaliseSpans(b)]
  const shared = sharedUnits(ofA, ofB)
  return shared === 0 ? 0 : shared / (unitsOf(ofA) + unitsOf(ofB) - shared)
}

/** Code units of spans that are disjoint. */
const unitsOf = (spans: readonly Span[]): number =>
  spans.reduce((sum, { start, end }) => sum + end - start, 0)

/** Code units that two lists of disjoint spans in text order have in common. */
function sharedUnits(a: readonly Span[], b: readonly Span[]): number {
  let shared = 0
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const [one, other] = [a[i]!, b[j]!]
    shared += Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start))
    if (one.end < other.end) i++
    else j++
  }
  return shared
}
