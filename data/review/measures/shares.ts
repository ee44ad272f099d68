import { addPairs, equalPairs, type Detail } from './coincidences'
import type { Margins } from './margins'
import { placesFor, Sums } from './sums'

/**
 * What Fleiss' κ and Gwet's AC are computed from: each unit counts once, however many have rated it. Of a unit with r ratings,
 * r_k of them value k, the sums take the shares r_k / r, and, when r ≥ 2, each ordered pair of raters as 1 / (r (r − 1)).
 * (Krippendorff's `Coincidences` count a unit as many times as it has values: with values missing the two differ.)
 */
export class RatingShares extends Sums {
  readonly #counts: Int32Array

  constructor(
    readonly values: number,
    readonly detail: Detail = 'full',
    sums?: Float64Array,
  ) {
    super(placesFor(values + 3 + (detail === 'full' ? values * values : 0), sums))
    this.#counts = new Int32Array(values)
  }

  /** One unit: what each rater said of it, `MISSING` for none; `times` such units at once. */
  rate(ratings: ArrayLike<number>, times = 1): this {
    const { sums, values } = this
    const full = this.detail === 'full'
    let said = 0
    for (let i = 0; i < ratings.length; i++) if (ratings[i]! >= 0) said++
    if (said === 0) return this
    sums[values]! += times
    if (said > 1) sums[values + 1]! += times
    const share = times / said
    for (let i = 0; i < ratings.length; i++) if (ratings[i]! >= 0) sums[ratings[i]!]! += share
    if (said === 1) return this
    const each = share / (said - 1)
    // Pairs are whole numbers, so that the sum is exact wherever it can be.
    sums[values + 2]! += (times * equalPairs(ratings, this.#counts)) / (said * (said - 1))
    if (full) addPairs(sums, values + 3, values, ratings, each)
    return this
  }

  /** Many units that two rated, or one of them. */
  rateTwo({ same, first, second, alone }: Margins): this {
    if (this.detail !== 'nominal') throw new Error('Which values met is not known')
    const { sums, values } = this
    for (let value = 0; value < values; value++) {
      const both = same[value]! + first[value]!
      sums[value]! += same[value]! + (first[value]! + second[value]!) / 2 + alone[value]!
      sums[values]! += both + alone[value]!
      sums[values + 1]! += both
      sums[values + 2]! += same[value]!
    }
    return this
  }

  /** How many units anybody rated. */
  get rated(): number {
    return this.sums[this.values]!
  }

  /** How many units two or more rated. */
  get paired(): number {
    return this.sums[this.values + 1]!
  }

  /** The share of equal pairs, each unit counting once; `null` when no unit was rated twice. */
  get observed(): number | null {
    return this.paired === 0 ? null : this.sums[this.values + 2]! / this.paired
  }

  /** Pairs of one value and another, as shares of units. */
  of(one: number, other: number): number {
    if (this.detail !== 'full') throw new Error('Only the marginals were kept')
    return this.sums[this.values + 3 + one * this.values + other]!
  }
}
