import type { Margins } from './margins'
import { placesFor, Sums } from './sums'

/** Stands where a rater gave no value. */
export const MISSING = -1

/** Whether only equal or not equal counts, which needs little room, or how far two values are apart as well. */
export type Detail = 'nominal' | 'full'

/**
 * Krippendorff's coincidences: how often two values stood beside each other on the same unit, over all ordered pairs of raters.
 * A unit with m values adds 1/(m − 1) for each of its m(m − 1) pairs, so that it counts as m values; a unit with fewer than two
 * adds nothing (Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability", section C; 2019, ch. 12).
 *
 * Values are numbers from 0 to `values` − 1. With `nominal` detail only the marginals and the diagonal's sum are kept, which is all
 * that nominal α needs, and what a layer of a thousand actors can afford.
 */
export class Coincidences extends Sums {
  readonly #counts: Int32Array

  constructor(
    readonly values: number,
    readonly detail: Detail = 'full',
    sums?: Float64Array,
  ) {
    super(placesFor(values + 1 + (detail === 'full' ? values * values : 0), sums))
    this.#counts = new Int32Array(values)
  }

  /** One unit: what each rater said of it, `MISSING` for none; `times` such units at once. */
  rate(ratings: ArrayLike<number>, times = 1): this {
    const { sums, values } = this
    const full = this.detail === 'full'
    let said = 0
    for (let i = 0; i < ratings.length; i++) if (ratings[i]! >= 0) said++
    if (said < 2) return this
    const each = times / (said - 1)
    for (let i = 0; i < ratings.length; i++) if (ratings[i]! >= 0) sums[ratings[i]!]! += times
    // Pairs are whole numbers, so that the sum is exact wherever it can be.
    sums[values]! += (times * equalPairs(ratings, this.#counts)) / (said - 1)
    if (full) addPairs(sums, values + 1, values, ratings, each)
    return this
  }

  /** Many units that two rated; those that only one did add nothing. */
  rateTwo({ same, first, second }: Margins): this {
    if (this.detail !== 'nominal') throw new Error('Which values met is not known')
    const { sums, values } = this
    for (let value = 0; value < values; value++) {
      sums[value]! += 2 * same[value]! + first[value]! + second[value]!
      sums[values]! += 2 * same[value]!
    }
    return this
  }

  /** How many values there were that could be paired. */
  get paired(): number {
    let n = 0
    for (let value = 0; value < this.values; value++) n += this.sums[value]!
    return n
  }

  /** The share of pairs that were equal, each unit counting as many times as it has values; `null` when there were none. */
  get observed(): number | null {
    const n = this.paired
    return n === 0 ? null : this.sums[this.values]! / n
  }

  /** Coincidences of a value with another. */
  of(one: number, other: number): number {
    if (this.detail !== 'full') throw new Error('Only the marginals were kept')
    return this.sums[this.values + 1 + one * this.values + other]!
  }
}

/** Adds so much for each ordered pair of raters to the cell of their values, in the table that begins at `at`. */
export function addPairs(
  sums: Float64Array,
  at: number,
  values: number,
  ratings: ArrayLike<number>,
  each: number,
): void {
  for (let i = 0; i < ratings.length; i++) {
    const one = ratings[i]!
    if (one < 0) continue
    for (let j = 0; j < ratings.length; j++) {
      const other = ratings[j]!
      if (other >= 0 && j !== i) sums[at + one * values + other]! += each
    }
  }
}

/** Ordered pairs of raters who said the same. `counts` has a 0 for each value, before and after. */
export function equalPairs(ratings: ArrayLike<number>, counts: Int32Array): number {
  let pairs = 0
  for (let i = 0; i < ratings.length; i++) if (ratings[i]! >= 0) pairs += 2 * counts[ratings[i]!]!++
  for (let i = 0; i < ratings.length; i++) if (ratings[i]! >= 0) counts[ratings[i]!] = 0
  return pairs
}
