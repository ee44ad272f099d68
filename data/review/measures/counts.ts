import { defined, undefinedFor, type Measured } from '../figures'
import { placesFor, Sums } from './sums'

/** How many of two people's tags (or links, or words) have a counterpart in the other's. */
export class Counts extends Sums {
  constructor(sums?: Float64Array) {
    super(placesFor(3, sums))
  }

  /** `both` that are matched, `first` and `second` that only the one or only the other has. */
  count(both: number, first: number, second: number): this {
    this.sums[0]! += both
    this.sums[1]! += first
    this.sums[2]! += second
    return this
  }

  get both(): number {
    return this.sums[0]!
  }

  /** What either has, matched ones once. */
  get n(): number {
    return this.sums[0]! + this.sums[1]! + this.sums[2]!
  }

  /** The share of all that both have; `null` when neither has any. */
  get observed(): number | null {
    return this.n === 0 ? null : this.both / this.n
  }
}

/**
 * F1, the harmonic mean of precision and recall, with either as the reference: 2 both / (2 both + only first + only second)
 * (van Rijsbergen 1979, *Information Retrieval*, ch. 7; Hripcsak and Rothschild 2005, "Agreement, the F-Measure, and Reliability in
 * Information Retrieval", show that it is what κ tends to when there are endlessly many places that neither tagged).
 *
 * It is symmetric. 0 when nothing is matched, also when one of them has none at all; not defined when neither has any
 * (`nothing-to-compare`).
 */
export function f1({ sums, both }: Counts): Measured {
  const all = 2 * both + sums[1]! + sums[2]!
  return all === 0 ? undefinedFor('nothing-to-compare') : defined((2 * both) / all)
}
