import { MISSING } from '../measures/coincidences'
import type { Margins } from '../measures/margins'
import type { ChoiceLayer } from './vocabulary'

/** Choices of more values than this make no table that anybody can read. */
export const MOST_IN_TABLE = 40

/** What `Cells` have, as plain numbers. */
export interface CellCounts {
  readonly rows: Int32Array<ArrayBuffer>
  readonly counts: Int32Array<ArrayBuffer>
}

/**
 * How often one of two people had a value where the other had another, or none (`MISSING`): of every two, and by layer of the vocabulary. Where
 * only equal or not counts, and there are too many values for a table, it is kept how often each of them had each value.
 *
 * What is counted alike of all pairs stands together, since they are counted one after the other, and of most actors an article knows nothing.
 */
export class Cells {
  readonly #pairs: number
  readonly #values: Int32Array
  readonly #isTable: Uint8Array
  /** Where the cells of each layer begin; one more at the end. */
  readonly #offsets: Int32Array
  /** By cell, where its row of all pairs begins among the counts; −1 for those that are not used. */
  readonly #rows: Int32Array<ArrayBuffer>
  #counts: Int32Array<ArrayBuffer>
  #end = 0

  constructor(choices: readonly ChoiceLayer[], pairs: number) {
    this.#pairs = pairs
    this.#values = Int32Array.from(choices, ({ values }) => values.length)
    this.#isTable = Uint8Array.from(choices, ({ values, detail }) =>
      values.length <= MOST_IN_TABLE || detail === 'full' ? 1 : 0,
    )
    this.#offsets = new Int32Array(choices.length + 1)
    for (const [layer, values] of this.#values.entries())
      this.#offsets[layer + 1] =
        this.#offsets[layer]! + (this.#isTable[layer] === 1 ? (values + 1) ** 2 : 4 * values)
    this.#rows = new Int32Array(this.#offsets[choices.length]!).fill(-1)
    this.#counts = new Int32Array(64 * pairs)
  }

  /** Where neither has a value, nothing is counted. */
  count(pair: number, layer: number, one: number, other: number): void {
    const values = this.#values[layer]!
    const at = this.#offsets[layer]!
    if (this.#isTable[layer] === 1) this.#add(at + (one + 1) * (values + 1) + other + 1, pair)
    else if (one === other) {
      if (one !== MISSING) this.#add(at + one, pair)
    } else if (one === MISSING || other === MISSING) this.#add(at + 3 * values + Math.max(one, other), pair)
    else {
      this.#add(at + values + one, pair)
      this.#add(at + 2 * values + other, pair)
    }
  }

  #add(cell: number, pair: number): void {
    let row = this.#rows[cell]!
    if (row === -1) row = this.#newRow(cell)
    this.#counts[row + pair]!++
  }

  #newRow(cell: number): number {
    const row = this.#end
    this.#end += this.#pairs
    if (this.#end > this.#counts.length) {
      const larger = new Int32Array(2 * this.#end)
      larger.set(this.#counts)
      this.#counts = larger
    }
    return (this.#rows[cell] = row)
  }

  /** A copy. */
  get all(): CellCounts {
    return { rows: this.#rows.slice(), counts: this.#counts.slice(0, this.#end) }
  }

  /** Counts from nothing again, in the same memory. */
  clear(): void {
    this.#rows.fill(-1)
    this.#counts.fill(0, 0, this.#end)
    this.#end = 0
  }

  /** Adds what was counted of other articles, of the same pairs and layers. */
  add({ rows, counts }: CellCounts): void {
    for (let cell = 0; cell < rows.length; cell++) {
      const from = rows[cell]!
      if (from === -1) continue
      const to = this.#rows[cell] === -1 ? this.#newRow(cell) : this.#rows[cell]!
      for (let pair = 0; pair < this.#pairs; pair++) this.#counts[to + pair]! += counts[from + pair]!
    }
  }

  #times(cell: number, pair: number): number {
    const row = this.#rows[cell]!
    return row === -1 ? 0 : this.#counts[row + pair]!
  }

  /** Of a layer that has no table; `null` where it has one. */
  margins(pair: number, layer: number): Margins | null {
    if (this.#isTable[layer] === 1) return null
    const values = this.#values[layer]!
    const lists = Array.from({ length: 4 }, () => new Int32Array(values))
    for (const [which, list] of lists.entries()) {
      const first = this.#offsets[layer]! + which * values
      for (let value = 0; value < values; value++) list[value] = this.#times(first + value, pair)
    }
    const [same, first, second, alone] = lists
    return { same: same!, first: first!, second: second!, alone: alone! }
  }

  /** The cells of a layer's table that are not 0. */
  *entries(pair: number, layer: number): Generator<readonly [one: number, other: number, times: number]> {
    const side = this.#values[layer]! + 1
    // The first is that neither has a value.
    for (let cell = 1; cell < side * side; cell++) {
      const times = this.#times(this.#offsets[layer]! + cell, pair)
      if (times === 0) continue
      const other = cell % side
      yield [(cell - other) / side - 1, other - 1, times]
    }
  }
}
