import { normaliseSpans, type Span } from '../model/span'

/**
 * One person's tags on an article as numbers, in text order: by start, the longer first, then by id. What a label or a meaning is called does
 * not matter here; the numbers are equal where they count as the same. All arrays but `parts`, `edges` and `ids` have one number a tag.
 */
export interface PlacedTags {
  readonly annotator: string
  readonly count: number
  /** The place of each tag in the list it was made of. */
  readonly from: Int32Array
  /** UTF-16 code units: from the first of its words to the end of its last, and how many it covers between. */
  readonly start: Int32Array
  readonly end: Int32Array
  readonly length: Int32Array
  /** Where the start and end of its parts begin among the `edges`; one more at the end. */
  readonly parts: Int32Array
  /** Starts and ends of parts, disjoint and in text order. */
  readonly edges: Int32Array
  /** Four numbers of 32 bits a tag. */
  readonly ids: Int32Array
  /** What they count as; 0 for no meaning. */
  readonly label: Int32Array
  readonly means: Int32Array
}

/** A tag as numbers, before it has its place among the others. */
export interface LooseTag {
  readonly id: ArrayLike<number>
  readonly label: number
  readonly means: number
  readonly target: readonly Span[]
}

/** Puts tags in text order; the result does not depend on the order in which they are given. */
export function placeTags(annotator: string, tags: readonly LooseTag[]): PlacedTags {
  const targets = tags.map(({ target }) => (target.length === 1 ? target : normaliseSpans(target)))
  const startAt = (i: number) => targets[i]![0]?.start ?? 0
  const endAt = (i: number) => targets[i]!.at(-1)?.end ?? 0
  const from = Int32Array.from(tags.keys())
  from.sort(
    (i, j) => startAt(i) - startAt(j) || endAt(j) - endAt(i) || compareIds(tags[i]!.id, 0, tags[j]!.id, 0),
  )
  const count = tags.length
  const parts = new Int32Array(count + 1)
  const edges = new Int32Array(2 * targets.reduce((sum, target) => sum + target.length, 0))
  const column = (value: (i: number) => number) => from.map(value)
  const ids = new Int32Array(4 * count)
  let at = 0
  for (const [place, i] of from.entries()) {
    parts[place] = at
    for (const { start, end } of targets[i]!) {
      edges[at++] = start
      edges[at++] = end
    }
    ids.set(Array.from(tags[i]!.id), 4 * place)
  }
  parts[count] = at
  return {
    annotator,
    count,
    from,
    start: column(startAt),
    end: column(endAt),
    length: column((i) => targets[i]!.reduce((sum, { start, end }) => sum + end - start, 0)),
    parts,
    edges,
    ids,
    label: column((i) => tags[i]!.label),
    means: column((i) => tags[i]!.means),
  }
}

function compareIds(a: ArrayLike<number>, atA: number, b: ArrayLike<number>, atB: number): number {
  for (let i = 0; i < 4; i++) {
    const difference = (a[atA + i]! >>> 0) - (b[atB + i]! >>> 0)
    if (difference !== 0) return difference
  }
  return 0
}

/** Which of two people's tags stands first in text order; of one id, the one of the annotator whose id is first. */
export const comparePlaced = (a: PlacedTags, i: number, b: PlacedTags, j: number): number =>
  a.start[i]! - b.start[j]! ||
  b.end[j]! - a.end[i]! ||
  compareIds(a.ids, 4 * i, b.ids, 4 * j) ||
  (a.annotator < b.annotator ? -1 : a.annotator > b.annotator ? 1 : 0)

/** `overlapOf` two tags. */
export function placedOverlap(a: PlacedTags, i: number, b: PlacedTags, j: number): number {
  const [partsA, partsB] = [a.parts[i + 1]! - a.parts[i]!, b.parts[j + 1]! - b.parts[j]!]
  const shared =
    partsA === 2 && partsB === 2
      ? Math.min(a.end[i]!, b.end[j]!) - Math.max(a.start[i]!, b.start[j]!)
      : sharedOfParts(a, i, b, j)
  return shared <= 0 ? 0 : shared / (a.length[i]! + b.length[j]! - shared)
}

function sharedOfParts(a: PlacedTags, i: number, b: PlacedTags, j: number): number {
  let shared = 0
  for (let p = a.parts[i]!, q = b.parts[j]!; p < a.parts[i + 1]! && q < b.parts[j + 1]!;) {
    const [end, other] = [a.edges[p + 1]!, b.edges[q + 1]!]
    shared += Math.max(0, Math.min(end, other) - Math.max(a.edges[p]!, b.edges[q]!))
    if (end < other) p += 2
    else q += 2
  }
  return shared
}
