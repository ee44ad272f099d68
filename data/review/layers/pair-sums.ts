import type { Cells } from './cells'
import type { Tallies } from './slice-tallies'
import type { Vocabulary } from './vocabulary'

/** The ways in which tags of two people are held against each other for spans; three counts each. */
export const OVERLAP = 0
export const EXACT = 3
/** Counts of a layer of spans, as of `Counts`: both, only the first, only the second. */
export const SPAN_COUNTS = 6
/** Sums of a layer of units. */
export const UNIT_SUMS = 4

/** Three counts for each of `overlapsAsked`. */
const FOUND = 9

/** What is known of two annotators, summed over articles; counts of three are both, only the first, only the second. */
export class PairSums {
  /** All that follows, in one piece of memory: whole numbers, so that it does not matter in which order they are added. */
  readonly all: Float64Array<ArrayBuffer>
  /** Of tokens by label: both have it, only the first, only the second, none. */
  readonly tokens: Float64Array
  /** By label, overlapping and exact. */
  readonly spans: Float64Array
  /** How units cover the texts, by label, as of `CoveredByTwo`. */
  readonly units: Float64Array
  readonly links: Float64Array
  /** Tags whatever their label, by `overlapsAsked`. */
  readonly found: Float64Array
  /** By label, tags that only the first has, and that only the second has. */
  readonly alone: readonly [Float64Array, Float64Array]

  constructor({ labels }: Vocabulary, types: readonly string[]) {
    const named = labels.length + 1
    const width = (4 + SPAN_COUNTS + UNIT_SUMS) * named + 3 * (types.length + 1) + FOUND + 2 * labels.length
    const all = (this.all = new Float64Array(width))
    let end = 0
    const next = (size: number) => all.subarray(end, (end += size))
    this.tokens = next(4 * named)
    this.spans = next(SPAN_COUNTS * named)
    this.units = next(UNIT_SUMS * named)
    this.links = next(3 * (types.length + 1))
    this.found = next(FOUND)
    this.alone = [next(labels.length), next(labels.length)]
  }

  add(all: Float64Array): void {
    for (let at = 0; at < all.length; at++) this.all[at]! += all[at]!
  }

  /** Puts them into the tallies of these two people alone, with what they chose: the cells of this pair. */
  addTo({ tokens, spans, units, choices, links }: Tallies, cells: Cells, pair: number): void {
    for (const [layer, tally] of tokens.entries())
      for (const [i, ratings] of [
        [1, 1],
        [1, 0],
        [0, 1],
        [0, 0],
      ].entries()) {
        const times = this.tokens[4 * layer + i]!
        tally.coincidences.rate(ratings, times)
        tally.shares.rate(ratings, times)
        tally.confusion.rate(ratings[0]!, ratings[1]!, times)
      }
    for (const [layer, { overlap, exact }] of spans.entries()) {
      addCounts(overlap.sums, this.spans, SPAN_COUNTS * layer + OVERLAP)
      addCounts(exact.sums, this.spans, SPAN_COUNTS * layer + EXACT)
    }
    for (const [layer, { coincidences }] of units.entries()) {
      const [length, covered, squares, shared] = this.units.subarray(UNIT_SUMS * layer)
      coincidences.addTwo({ length: length!, covered: covered!, squares: squares!, shared: shared! })
    }
    for (const [layer, { counts }] of links.entries()) addCounts(counts.sums, this.links, 3 * layer)
    for (const [layer, tally] of choices.entries()) {
      const margins = cells.margins(pair, layer)
      if (margins) tally.rateTwo(margins)
      else for (const [one, other, times] of cells.entries(pair, layer)) tally.rate([one, other], times)
    }
  }
}

/** Adds three counts that begin there. */
export function addCounts(into: Float64Array, counts: ArrayLike<number>, at: number): void {
  for (let who = 0; who < 3; who++) into[who]! += counts[at + who]!
}
