import { MISSING } from '../measures/coincidences'

/** Up to so many values a table is kept, beyond it only the cells that are used. */
const TABLE = 32

/** How often one of two people had a value where the other had another, or none: `MISSING`. */
export class Cells {
  readonly #side: number
  readonly #table: Float64Array | null
  /** Where both have the same, which is most often; beside the cells that are used. */
  readonly #same: Float64Array | null
  readonly #used = new Map<number, number>()

  constructor(readonly values: number) {
    this.#side = values + 1
    this.#table = values <= TABLE ? new Float64Array(this.#side * this.#side) : null
    this.#same = values <= TABLE ? null : new Float64Array(values)
  }

  /** Where neither has a value, nothing is counted. */
  count(one: number, other: number, times = 1): void {
    if (one === MISSING && other === MISSING) return
    if (this.#same && one === other) {
      this.#same[one]! += times
      return
    }
    const cell = (one + 1) * this.#side + other + 1
    if (this.#table) this.#table[cell]! += times
    else this.#used.set(cell, (this.#used.get(cell) ?? 0) + times)
  }

  /** Those that are not 0. */
  *entries(): Generator<readonly [one: number, other: number, times: number]> {
    for (const [value, times] of this.#same?.entries() ?? []) if (times > 0) yield [value, value, times]
    const cells = this.#table ? this.#table.entries() : this.#used.entries()
    for (const [cell, times] of cells) {
      if (times === 0) continue
      const other = cell % this.#side
      yield [(cell - other) / this.#side - 1, other - 1, times]
    }
  }
}
