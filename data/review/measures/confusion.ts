import type { Detail } from './coincidences'
import type { Margins } from './margins'
import { placesFor, Sums } from './sums'

/**
 * What two raters said of the same units, against each other: row for the first, column for the second. Units that one of them did
 * not rate are left out. With `nominal` detail only the marginals and the diagonal's sum are kept.
 */
export class Confusion2 extends Sums {
  constructor(
    readonly values: number,
    readonly detail: Detail = 'full',
    sums?: Float64Array,
  ) {
    super(placesFor(2 * values + 1 + (detail === 'full' ? values * values : 0), sums))
  }

  /** `times` units of which the first said `row` and the second `column`. */
  rate(row: number, column: number, times = 1): this {
    if (row < 0 || column < 0) return this
    const { sums, values } = this
    sums[row]! += times
    sums[values + column]! += times
    if (row === column) sums[2 * values]! += times
    if (this.detail === 'full') sums[2 * values + 1 + row * values + column]! += times
    return this
  }

  /** Many units; those that only one rated are left out. */
  rateTwo({ same, first, second }: Margins): this {
    if (this.detail !== 'nominal') throw new Error('Which values met is not known')
    const { sums, values } = this
    for (let value = 0; value < values; value++) {
      sums[value]! += same[value]! + first[value]!
      sums[values + value]! += same[value]! + second[value]!
      sums[2 * values]! += same[value]!
    }
    return this
  }

  /** How many units both rated. */
  get n(): number {
    let n = 0
    for (let value = 0; value < this.values; value++) n += this.sums[value]!
    return n
  }

  /** The share of them on which they agreed; `null` when there were none. */
  get observed(): number | null {
    const n = this.n
    return n === 0 ? null : this.sums[2 * this.values]! / n
  }

  /** How often the first said `row` where the second said `column`. */
  of(row: number, column: number): number {
    if (this.detail !== 'full') throw new Error('Only the marginals were kept')
    return this.sums[2 * this.values + 1 + row * this.values + column]!
  }
}
