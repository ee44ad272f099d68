import { normaliseSpans, type Span } from '../model/span'
import { freshInts, type Ints } from './room'

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

/** Tags as numbers in whatever order; parts are disjoint and in text order. */
export type UnplacedTags = Pick<
  PlacedTags,
  'annotator' | 'count' | 'parts' | 'edges' | 'ids' | 'label' | 'means'
>

/** Puts tags in text order; the result does not depend on the order in which they are given. */
export function placeTags(annotator: string, tags: readonly LooseTag[]): PlacedTags {
  const targets = tags.map(({ target }) => (target.length === 1 ? target : normaliseSpans(target)))
  const count = tags.length
  const parts = new Int32Array(count + 1)
  const edges = new Int32Array(2 * targets.reduce((sum, target) => sum + target.length, 0))
  const ids = new Int32Array(4 * count)
  let at = 0
  for (const [i, target] of targets.entries()) {
    parts[i] = at
    for (const { start, end } of target) {
      edges[at++] = start
      edges[at++] = end
    }
    for (let k = 0; k < 4; k++) ids[4 * i + k] = tags[i]!.id[k]!
  }
  parts[count] = at
  const label = Int32Array.from(tags, (tag) => tag.label)
  const means = Int32Array.from(tags, (tag) => tag.means)
  return inTextOrder({ annotator, count, parts, edges, ids, label, means })
}

/** `ints` gives the lists that it needs. */
export function inTextOrder(tags: UnplacedTags, ints: Ints = freshInts): PlacedTags {
  const { annotator, count, parts, edges } = tags
  const start = ints(count)
  const end = ints(count)
  const length = ints(count)
  const from = ints(count)
  for (let i = 0; i < count; i++) {
    from[i] = i
    if (parts[i] === parts[i + 1]) continue
    start[i] = edges[parts[i]!]!
    end[i] = edges[parts[i + 1]! - 1]!
    for (let part = parts[i]!; part < parts[i + 1]!; part += 2) length[i]! += edges[part + 1]! - edges[part]!
  }
  const made: PlacedTags = { ...tags, from, start, end, length }
  let isInOrder = true
  for (let i = 1; i < count && isInOrder; i++) isInOrder = comparePlaced(made, i - 1, made, i) <= 0
  if (isInOrder) return made

  from.sort((i, j) => comparePlaced(made, i, made, j))
  const column = (values: Int32Array) => {
    const ordered = ints(count)
    for (let place = 0; place < count; place++) ordered[place] = values[from[place]!]!
    return ordered
  }
  const newParts = ints(count + 1)
  const newEdges = ints(edges.length)
  const ids = ints(4 * count)
  let at = 0
  for (let place = 0; place < count; place++) {
    const i = from[place]!
    newParts[place] = at
    for (let part = parts[i]!; part < parts[i + 1]!; part++) newEdges[at++] = edges[part]!
    for (let k = 0; k < 4; k++) ids[4 * place + k] = tags.ids[4 * i + k]!
  }
  newParts[count] = at
  return {
    annotator,
    count,
    from,
    start: column(start),
    end: column(end),
    length: column(length),
    parts: newParts,
    edges: newEdges,
    ids,
    label: column(tags.label),
    means: column(tags.means),
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
