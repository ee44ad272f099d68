import { placesFor, Sums } from '../measures/sums'
import { freshInts, type Ints } from '../room'
import type { Unit } from './unit'

/** How two observers cover texts, in code units; it adds up over texts. */
export interface CoveredByTwo {
  /** Of the texts. */
  readonly length: number
  /** Of both observers' units together. */
  readonly covered: number
  /** The squared lengths of their units. */
  readonly squares: number
  /** Where both have one. */
  readonly shared: number
}

/**
 * What Krippendorff's coefficients for unitizing are computed from: coincidences of lengths, in code units, between the units of
 * different observers of one continuum, gaps included (Krippendorff, Mathet, Bouvry and Widlöcher 2016, "On the reliability of
 * unitizing textual continua: Further developments", Quality & Quantity 50, equations 1 to 4 and 10). Where two observers' units
 * intersect, the intersection's length counts as often as each is paired with the other, over the number of observers less one.
 *
 * Articles add up as if they were one continuum, one after the other, that all their observers have read. An article with fewer than two
 * observers adds nothing.
 *
 * Places: each value's length, the gaps' last; each value's sum of squared unit lengths; each value's sum of squared lengths that
 * units have in common with another observer's units of any value; the coincidences, gaps last.
 */
export class UnitCoincidences extends Sums {
  /** `values` kinds of units; the gap is one more. */
  constructor(
    readonly values: number,
    sums?: Float64Array,
  ) {
    super(placesFor(values + 1 + 2 * values + (values + 1) ** 2, sums))
  }

  /**
   * One article of so many code units: what each observer marked there, none for nothing. An observer's own units do not overlap
   * (`unionOf` sees to it) and are in text order.
   */
  unitize(length: number, observers: readonly (readonly Unit[])[]): this {
    const m = observers.length
    if (m < 2 || length === 0) return this
    const { sums, values } = this
    for (const units of observers) {
      let before = 0
      let covered = 0
      for (const { start, end, value } of units) {
        if (start < before || start >= end || end > length)
          throw new Error('Units overlap, or leave the text')
        before = end
        covered += end - start
        sums[value]! += end - start
        sums[values + 1 + value]! += (end - start) ** 2
      }
      sums[values]! += length - covered
    }
    this.#coincide(length, observers)
    // They are read by cu α and (k)u α only, and with one value there is nothing to read.
    if (values > 1) this.#shareSquares(observers)
    return this
  }

  /** The same of units of one value alone: start and end of each, in text order. `ints` gives the memory for it. */
  cover(length: number, observers: readonly Int32Array[], ints: Ints = freshInts): this {
    const m = observers.length
    if (this.values !== 1) throw new Error('Which value units have is not known')
    if (m < 2 || length === 0) return this
    const { sums } = this
    const edges = ints(observers.reduce((sum, units) => sum + units.length, 1))
    let count = 0
    for (const units of observers) {
      let covered = 0
      for (let at = 0; at < units.length; at += 2) {
        const [start, end] = [units[at]!, units[at + 1]!]
        covered += end - start
        sums[2]! += (end - start) ** 2
        // Where something begins (odd) or has ended (even).
        edges[count++] = 2 * start + 1
        edges[count++] = 2 * end
      }
      sums[0]! += covered
      sums[1]! += length - covered
    }
    edges[count] = 2 * length
    edges.sort()
    let having = 0
    let from = 0
    for (let k = 0; k < edges.length; k++) {
      const edge = edges[k]!
      const at = edge >> 1
      if (at > from) {
        const each = (at - from) / (m - 1)
        const gaps = m - having
        sums[this.#cell(0, 0)]! += each * having * (having - 1)
        sums[this.#cell(0, 1)]! += each * having * gaps
        sums[this.#cell(1, 0)]! += each * gaps * having
        sums[this.#cell(1, 1)]! += each * gaps * (gaps - 1)
        from = at
      }
      having += (edge & 1) === 1 ? 1 : -1
    }
    return this
  }

  /** What two observers marked of one value alone, which comes to the same as `unitize` of what it was measured in. */
  addTwo({ length, covered, squares, shared }: CoveredByTwo): this {
    if (this.values !== 1) throw new Error('Which values met is not known')
    const { sums } = this
    sums[0]! += covered
    sums[1]! += 2 * length - covered
    sums[2]! += squares
    sums[this.#cell(0, 0)]! += 2 * shared
    sums[this.#cell(0, 1)]! += covered - 2 * shared
    sums[this.#cell(1, 0)]! += covered - 2 * shared
    sums[this.#cell(1, 1)]! += 2 * (length - covered + shared)
    return this
  }

  /** Walks along the text from edge to edge; between two edges each observer has one value, or a gap. */
  #coincide(length: number, observers: readonly (readonly Unit[])[]): void {
    const { sums, values } = this
    const gap = values
    // An edge and what it does, as one number: a unit of a value begins there (2 × value + 1), or has ended (2 × value).
    const step = 2 * (values + 1)
    const units = observers.reduce((sum, each) => sum + each.length, 0)
    const edges = new Float64Array(2 * units + 1)
    let count = 0
    for (const each of observers)
      for (const { start, end, value } of each) {
        edges[count++] = start * step + 2 * value + 1
        edges[count++] = end * step + 2 * value
      }
    edges[count] = length * step
    edges.sort()
    const having = new Float64Array(values + 1)
    having[gap] = observers.length
    let from = 0
    for (const edge of edges) {
      const at = Math.floor(edge / step)
      if (at > from) {
        const each = (at - from) / (observers.length - 1)
        for (let one = 0; one <= gap; one++) {
          if (having[one] === 0) continue
          for (let other = 0; other <= gap; other++)
            sums[this.#cell(one, other)]! += each * having[one]! * (having[other]! - (one === other ? 1 : 0))
        }
        from = at
      }
      const what = edge - at * step
      const change = what % 2 === 1 ? 1 : -1
      having[what >> 1]! += change
      having[gap] -= change
    }
  }

  /** How much of each unit another observer has marked at all, squared. */
  #shareSquares(observers: readonly (readonly Unit[])[]): void {
    const { sums, values } = this
    for (const units of observers) {
      for (const others of observers) {
        if (others === units) continue
        let first = 0
        for (const { start, end, value } of units) {
          while (first < others.length && others[first]!.end <= start) first++
          let shared = 0
          for (let k = first; k < others.length && others[k]!.start < end; k++)
            shared += Math.min(end, others[k]!.end) - Math.max(start, others[k]!.start)
          sums[2 * values + 1 + value]! += shared ** 2 / (observers.length - 1)
        }
      }
    }
  }

  #cell(one: number, other: number): number {
    return 3 * this.values + 1 + one * (this.values + 1) + other
  }

  /** The length of all observers' continua together; 0 when there is nothing to compare. */
  get length(): number {
    let all = 0
    for (let value = 0; value <= this.values; value++) all += this.sums[value]!
    return all
  }

  /** Coincidences of a value with another; the number `values` is the gap. */
  of(one: number, other: number): number {
    return this.sums[this.#cell(one, other)]!
  }

  /** The share of all lengths on which pairs of observers had the same value or both a gap; `null` when there were none. */
  get observed(): number | null {
    if (this.length === 0) return null
    let same = 0
    for (let value = 0; value <= this.values; value++) same += this.of(value, value)
    return same / this.length
  }
}
