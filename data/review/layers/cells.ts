import { MISSING } from '../measures/coincidences'
import type { Margins } from '../measures/margins'
import type { ChoiceLayer } from './vocabulary'

/** Choices of more values than this make no table that anybody can read. */
export const MOST_IN_TABLE = 40

/**
 * How what two people have for a tag is counted: in a table; or, where there are too many values for one and only equal or not counts, by how
 * often each of them had each value; or by the cells that are used.
 */
const [TABLE, MARGINS, USED] = [0, 1, 2]

/** Where the counts of each layer stand among those of all, so that two people's are one list of numbers. */
export class CellPlan {
  readonly kinds: Uint8Array
  readonly values: Int32Array
  readonly offsets: Int32Array
  readonly size: number

  constructor(choices: readonly ChoiceLayer[]) {
    this.values = Int32Array.from(choices, ({ values }) => values.length)
    this.kinds = Uint8Array.from(choices, ({ values, detail }) =>
      values.length <= MOST_IN_TABLE ? TABLE : detail === 'nominal' ? MARGINS : USED,
    )
    this.offsets = new Int32Array(choices.length)
    let size = 0
    for (const [layer, values] of this.values.entries()) {
      this.offsets[layer] = size
      size += [(values + 1) ** 2, 4 * values, 0][this.kinds[layer]!]!
    }
    this.size = size
  }
}

/** How often one of two people had a value where the other had another, or none: `MISSING`. By layer of the vocabulary. */
export class Cells {
  readonly #plan: CellPlan
  readonly #counts: Int32Array
  readonly #used = new Map<number, Map<number, number>>()

  constructor(plan: CellPlan) {
    this.#plan = plan
    this.#counts = new Int32Array(plan.size)
  }

  /** Where neither has a value, nothing is counted. */
  count(layer: number, one: number, other: number): void {
    const { kinds, values, offsets } = this.#plan
    const kind = kinds[layer]!
    const size = values[layer]!
    const at = offsets[layer]!
    const counts = this.#counts
    if (kind === TABLE) counts[at + (one + 1) * (size + 1) + other + 1]!++
    else if (one === MISSING && other === MISSING) return
    else if (kind === USED) this.#countUsed(layer, (one + 1) * (size + 1) + other + 1)
    else if (one === other) counts[at + one]!++
    else if (one === MISSING || other === MISSING) counts[at + 3 * size + Math.max(one, other)]!++
    else {
      counts[at + size + one]!++
      counts[at + 2 * size + other]!++
    }
  }

  #countUsed(layer: number, cell: number): void {
    let used = this.#used.get(layer)
    if (!used) this.#used.set(layer, (used = new Map()))
    used.set(cell, (used.get(cell) ?? 0) + 1)
  }

  /** `null` where cells are known. */
  margins(layer: number): Margins | null {
    const { kinds, values, offsets } = this.#plan
    if (kinds[layer] !== MARGINS) return null
    const [size, at] = [values[layer]!, offsets[layer]!]
    const of = (place: number) => this.#counts.subarray(at + place * size, at + (place + 1) * size)
    return { same: of(0), first: of(1), second: of(2), alone: of(3) }
  }

  /** Those of a layer without margins that are not 0. */
  *entries(layer: number): Generator<readonly [one: number, other: number, times: number]> {
    const { kinds, values, offsets } = this.#plan
    const side = values[layer]! + 1
    const at = offsets[layer]!
    const cells =
      kinds[layer] === TABLE
        ? this.#counts.subarray(at, at + side * side).entries()
        : (this.#used.get(layer) ?? [])
    for (const [cell, times] of cells) {
      if (times === 0 || cell === 0) continue
      const other = cell % side
      yield [(cell - other) / side - 1, other - 1, times]
    }
  }
}
