import { assign } from './assign'
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
 * Candidates come from a sweep over both lists, once for all rules; tags that share no candidate are independent, so each connected
 * component is solved by itself, and nearly all have a single pair. Overlaps are weighed in whole parts, 2³⁰ where up to a hundred tags of one
 * person compete, and never fewer than 2¹⁴ for 5,000, so that sums are exact.
 */
export class Matcher {
  // What the sweep found, and room for it; the same for every two people.
  #size = 0
  #a = new Int32Array(256)
  #b = new Int32Array(256)
  #overlap = new Float64Array(256)
  #isIn = new Uint8Array(256)
  #ofA = new Int32Array(64)
  #ofB = new Int32Array(64)
  readonly #openA: number[] = []
  readonly #openB: number[] = []
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
    const rest: number[] = []
    for (let at = 0; at < this.#size; at++) {
      if (this.#isIn[at] === 0) continue
      const [i, j] = [this.#a[at]!, this.#b[at]!]
      if (ofA[i] === 1 && ofB[j] === 1) {
        of[i] = j
        overlap[i] = this.#overlap[at]!
      } else rest.push(at)
    }
    if (rest.length > 0)
      for (const component of this.#components(rest, a.count, b.count))
        this.#solve(component, a, b, (at) => {
          of[this.#a[at]!] = this.#b[at]!
          overlap[this.#a[at]!] = this.#overlap[at]!
        })
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
    const [openA, openB] = [this.#openA, this.#openB]
    openA.length = openB.length = this.#size = 0
    for (let i = 0, j = 0; i < a.count || j < b.count;) {
      if (j >= b.count || (i < a.count && a.start[i]! <= b.start[j]!)) {
        closeUpTo(a.start[i]!, openB, b)
        for (const other of openB) this.#consider(a, i, b, other)
        openA.push(i++)
      } else {
        closeUpTo(b.start[j]!, openA, a)
        for (const other of openA) this.#consider(a, other, b, j)
        openB.push(j++)
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
      this.#isIn = grown(this.#isIn, Uint8Array)
    }
    this.#a[this.#size] = i
    this.#b[this.#size] = j
    this.#overlap[this.#size++] = overlap
  }

  /** Candidates that hang together through tags they share. */
  #components(candidates: readonly number[], countA: number, countB: number): Iterable<readonly number[]> {
    const parent = new Int32Array(countA + countB).map((_, i) => i)
    const root = (node: number): number => {
      while (parent[node] !== node) node = parent[node] = parent[parent[node]!]!
      return node
    }
    for (const at of candidates) parent[root(this.#a[at]!)] = root(countA + this.#b[at]!)
    const components = new Map<number, number[]>()
    for (const at of candidates) {
      const key = root(this.#a[at]!)
      const component = components.get(key)
      if (component) component.push(at)
      else components.set(key, [at])
    }
    return components.values()
  }

  #solve(candidates: readonly number[], a: PlacedTags, b: PlacedTags, take: (at: number) => void): void {
    const tagsA = [...new Set(candidates.map((at) => this.#a[at]!))].toSorted((i, j) => i - j)
    const tagsB = [...new Set(candidates.map((at) => this.#b[at]!))].toSorted((i, j) => i - j)
    // Whose tag comes first in the text gives the rows, whether that is a or b.
    const isTurned = comparePlaced(a, tagsA[0]!, b, tagsB[0]!) > 0
    const [rowTags, columnTags] = isTurned ? [tagsB, tagsA] : [tagsA, tagsB]
    const [rowOf, columnOf] = [rowTags, columnTags].map((tags) => new Map(tags.map((tag, i) => [tag, i])))
    const rowAt = (at: number) => rowOf!.get((isTurned ? this.#b : this.#a)[at]!)!
    const columnAt = (at: number) => columnOf!.get((isTurned ? this.#a : this.#b)[at]!)!
    const ordered = candidates.toSorted((m, n) => rowAt(m) - rowAt(n) || columnAt(m) - columnAt(n))

    const most = Math.min(rowTags.length, columnTags.length)
    const step = most + 1
    const scale = Math.min(FINEST, Math.floor(EXACT / (step * step * step)))
    const first = new Int32Array(rowTags.length + 1)
    for (const at of ordered) first[rowAt(at) + 1]!++
    for (let row = 0; row < rowTags.length; row++) first[row + 1]! += first[row]!
    const chosen = assign({
      rows: rowTags.length,
      columns: columnTags.length,
      first,
      column: Int32Array.from(ordered, columnAt),
      worth: Float64Array.from(ordered, (at) => {
        const [i, j] = [this.#a[at]!, this.#b[at]!]
        const label = a.label[i] === b.label[j] ? step : 0
        const means = a.means[i] === b.means[j] ? 1 : 0
        return Math.round(this.#overlap[at]! * scale) * step * step + label + means
      }),
    })
    for (const at of ordered) if (chosen[rowAt(at)] === columnAt(at)) take(at)
  }
}

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

/** Takes out what has ended before `start`. */
function closeUpTo(start: number, open: number[], { end }: PlacedTags): void {
  let kept = 0
  for (const each of open) if (end[each]! > start) open[kept++] = each
  open.length = kept
}

/** The share of the longer that both have, from the share of both together: s / (m + n − s) = o gives s = o (m + n) / (1 + o). */
const ofLonger = (overlap: number, m: number, n: number): number =>
  Math.round((overlap * (m + n)) / (1 + overlap)) / Math.max(m, n)

function grown<T extends Int32Array | Float64Array | Uint8Array>(
  array: T,
  Kind: new (length: number) => T,
): T {
  const larger = new Kind(2 * array.length)
  larger.set(array)
  return larger
}
