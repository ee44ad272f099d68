import { Assignment } from './assign'
import type { Comparing, Match } from './comparison'
import { comparePlaced, placedOverlap, type PlacedTags } from './placed'
import type { Side } from './side'
import { Terms } from './terms'

/** Which tags of two people are matched: `of[i]` is the place of the match of a's tag `i` among b's, or −1. */
export interface Matching {
  readonly of: Int32Array
  /** By a's tag, how much it and its match overlap; 0 without one. */
  readonly overlap: Float64Array
}

/** Which tags may be matched. */
export interface MatchRule {
  /** How much they must overlap: shared code units by those of both together (`both`), or by those of the longer. 0 means any. */
  readonly threshold: number
  readonly of?: 'both' | 'longer'
  /** Only those with the same label. */
  readonly sameLabel?: boolean
}

/** A whole number up to which every whole number is exact, with room to add and subtract. */
const EXACT = 2 ** 51
/** Parts into which overlaps are divided at most. */
const FINEST = 2 ** 30

/**
 * Matches two people's tags on an article one to one: the matching of greatest weight, where two tags can be matched when they share
 * words and overlap at least as much as the rule asks, and weigh as much as they overlap. Unless the rule says so, labels need not be the
 * same; of several matchings of the same weight the one with more same labels is taken, then with more same meanings, and then tags keep to
 * text order: the earlier of two has what both could have. The result depends neither on the order of the tags nor on who is `a`.
 *
 * Candidates come from a sweep over both lists, once for all rules. Most tags have one, which has no other; between the rest the assignment is
 * solved exactly, where a tag costs what it competes with. Overlaps are weighed in whole parts, 2³⁰ for a hundred tags of one person, and
 * 2¹⁴ for 5,000, so that sums are exact.
 */
export class Matcher {
  // What the sweep found, and room for it; the same for every two people.
  #size = 0
  #a = new Int32Array(256)
  #b = new Int32Array(256)
  #overlap = new Float64Array(256)
  #isIn = new Uint8Array(256)
  #rest = new Int32Array(256)
  #first = new Int32Array(64)
  #next = new Int32Array(64)
  #column = new Int32Array(256)
  #entry = new Int32Array(256)
  #worth = new Float64Array(256)
  readonly #assignment = new Assignment()
  #ofA = new Int32Array(64)
  #ofB = new Int32Array(64)
  // What has begun and not ended of each, in the sweep.
  #openA = new Int32Array(64)
  #openB = new Int32Array(64)
  #tags: readonly [PlacedTags, PlacedTags] | null = null

  match(a: PlacedTags, b: PlacedTags, threshold: number): Matching {
    return this.between(a, b).by({ threshold })
  }

  /** Looks for what overlaps in these two people's tags; `by` then gives matchings of it, until another two are asked about. */
  between(a: PlacedTags, b: PlacedTags): this {
    this.#sweep(a, b)
    this.#tags = [a, b]
    return this
  }

  /** `into` can be used again where the matching before is not needed any more. */
  by(rule: MatchRule, into?: Matching): Matching {
    const [a, b] = this.#tags!
    const { of, overlap } =
      into && into.of.length >= a.count
        ? into
        : { of: new Int32Array(a.count), overlap: new Float64Array(a.count) }
    of.fill(-1)
    overlap.fill(0)
    const [ofA, ofB] = this.#fit(rule, a, b)
    let rest = 0
    for (let at = 0; at < this.#size; at++) {
      if (this.#isIn[at] === 0) continue
      const [i, j] = [this.#a[at]!, this.#b[at]!]
      if (ofA[i] === 1 && ofB[j] === 1) {
        of[i] = j
        overlap[i] = this.#overlap[at]!
      } else this.#rest[rest++] = at
    }
    if (rest > 0) this.#solve(rest, a, b, of, overlap)
    return { of, overlap }
  }

  /** Which candidates the rule takes, and by tag how many. */
  #fit(rule: MatchRule, a: PlacedTags, b: PlacedTags): [ofA: Int32Array, ofB: Int32Array] {
    if (this.#ofA.length < a.count) this.#ofA = new Int32Array(2 * a.count)
    if (this.#ofB.length < b.count) this.#ofB = new Int32Array(2 * b.count)
    const [ofA, ofB] = [this.#ofA, this.#ofB]
    ofA.fill(0, 0, a.count)
    ofB.fill(0, 0, b.count)
    const { threshold, of = 'both', sameLabel = false } = rule
    for (let at = 0; at < this.#size; at++) {
      const [i, j, overlap] = [this.#a[at]!, this.#b[at]!, this.#overlap[at]!]
      const share = of === 'both' ? overlap : ofLonger(overlap, a.length[i]!, b.length[j]!)
      const isIn = share >= threshold && !(sameLabel && a.label[i] !== b.label[j])
      this.#isIn[at] = isIn ? 1 : 0
      if (!isIn) continue
      ofA[i]!++
      ofB[j]!++
    }
    return [ofA, ofB]
  }

  /** Both lists at once in text order; of each what has begun and not ended is open. */
  #sweep(a: PlacedTags, b: PlacedTags): void {
    const openA = (this.#openA = roomFor(this.#openA, a.count))
    const openB = (this.#openB = roomFor(this.#openB, b.count))
    let [opensA, opensB] = [0, 0]
    this.#size = 0
    for (let i = 0, j = 0; i < a.count || j < b.count;) {
      if (j >= b.count || (i < a.count && a.start[i]! <= b.start[j]!)) {
        opensB = closeUpTo(a.start[i]!, openB, opensB, b)
        for (let k = 0; k < opensB; k++) this.#consider(a, i, b, openB[k]!)
        openA[opensA++] = i++
      } else {
        opensA = closeUpTo(b.start[j]!, openA, opensA, a)
        for (let k = 0; k < opensA; k++) this.#consider(a, openA[k]!, b, j)
        openB[opensB++] = j++
      }
    }
  }

  #consider(a: PlacedTags, i: number, b: PlacedTags, j: number): void {
    const overlap = placedOverlap(a, i, b, j)
    if (overlap === 0) return
    if (this.#size === this.#a.length) {
      this.#a = grown(this.#a, Int32Array)
      this.#b = grown(this.#b, Int32Array)
      this.#overlap = grown(this.#overlap, Float64Array)
      this.#isIn = new Uint8Array(this.#a.length)
      this.#rest = new Int32Array(this.#a.length)
    }
    this.#a[this.#size] = i
    this.#b[this.#size] = j
    this.#overlap[this.#size++] = overlap
  }

  /** Decides between the first so many of `#rest`. */
  #solve(rest: number, a: PlacedTags, b: PlacedTags, of: Int32Array, overlap: Float64Array): void {
    // Whose tag comes first in the text gives the rows, whether that is a or b.
    let [firstA, firstB] = [a.count, b.count]
    for (let k = 0; k < rest; k++) {
      const at = this.#rest[k]!
      firstA = Math.min(firstA, this.#a[at]!)
      firstB = Math.min(firstB, this.#b[at]!)
    }
    const isTurned = comparePlaced(a, firstA, b, firstB) > 0
    const rows = isTurned ? this.#b : this.#a
    const columns = isTurned ? this.#a : this.#b
    const [rowCount, columnCount] = isTurned ? [b.count, a.count] : [a.count, b.count]

    // Candidates by row; those of a row come from the sweep in the order of their columns.
    const first = (this.#first = roomFor(this.#first, rowCount + 1)).fill(0, 0, rowCount + 1)
    for (let k = 0; k < rest; k++) first[rows[this.#rest[k]!]! + 1]!++
    for (let row = 0; row < rowCount; row++) first[row + 1]! += first[row]!
    const next = (this.#next = roomFor(this.#next, rowCount))
    next.set(first.subarray(0, rowCount))
    const column = (this.#column = roomFor(this.#column, rest))
    const entry = (this.#entry = roomFor(this.#entry, rest))
    if (this.#worth.length < rest) this.#worth = new Float64Array(2 * rest)
    const step = Math.min(rowCount, columnCount) + 1
    const scale = Math.min(FINEST, Math.floor(EXACT / (step * step * step)))
    for (let k = 0; k < rest; k++) {
      const at = this.#rest[k]!
      const [i, j] = [this.#a[at]!, this.#b[at]!]
      const label = a.label[i] === b.label[j] ? step : 0
      const means = a.means[i] === b.means[j] ? 1 : 0
      const to = next[rows[at]!]!++
      column[to] = columns[at]!
      entry[to] = at
      this.#worth[to] = Math.round(this.#overlap[at]! * scale) * step * step + label + means
    }
    const chosen = this.#assignment.of({
      rows: rowCount,
      columns: columnCount,
      first,
      column,
      worth: this.#worth,
    })
    for (let row = 0; row < rowCount; row++) {
      if (chosen[row] === -1) continue
      for (let k = first[row]!; k < first[row + 1]!; k++) {
        if (column[k] !== chosen[row]) continue
        const at = entry[k]!
        of[this.#a[at]!] = this.#b[at]!
        overlap[this.#a[at]!] = this.#overlap[at]!
      }
    }
  }
}

const roomFor = (array: Int32Array<ArrayBuffer>, size: number): Int32Array<ArrayBuffer> =>
  array.length >= size ? array : new Int32Array(2 * size)

/** The matched tags of two people, in text order of `a`'s. */
export function matchTags(a: Tagger, b: Tagger, comparing: Comparing): readonly Match[] {
  const terms = new Terms(comparing)
  const [ofA, ofB] = [terms.place(a.annotator, a.tags), terms.place(b.annotator, b.tags)]
  const { of, overlap } = new Matcher().match(ofA, ofB, comparing.threshold)
  return [...of].flatMap((j, i): Match[] =>
    j === -1 ? [] : [{ a: a.tags[ofA.from[i]!]!, b: b.tags[ofB.from[j]!]!, overlap: overlap[i]! }],
  )
}

type Tagger = Pick<Side, 'annotator' | 'tags'>

/** Takes out what has ended before `start`; gives how many stay. */
function closeUpTo(start: number, open: Int32Array, count: number, { end }: PlacedTags): number {
  let kept = 0
  for (let k = 0; k < count; k++) if (end[open[k]!]! > start) open[kept++] = open[k]!
  return kept
}

/** The share of the longer that both have, from the share of both together: s / (m + n − s) = o gives s = o (m + n) / (1 + o). */
const ofLonger = (overlap: number, m: number, n: number): number =>
  Math.round((overlap * (m + n)) / (1 + overlap)) / Math.max(m, n)

function grown<T extends Int32Array | Float64Array>(array: T, Kind: new (length: number) => T): T {
  const larger = new Kind(2 * array.length)
  larger.set(array)
  return larger
}
