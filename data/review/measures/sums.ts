/**
 * What a measure is computed from: numbers that add up. The sums of two articles together are the sums of the one plus the sums of
 * the other, place by place, so a pair, a week or a bootstrap draw costs additions and not another pass over the tags.
 */
export abstract class Sums {
  constructor(readonly sums: Float64Array) {}

  /** How many places there are; `Rows` of such sums are as wide. */
  get width(): number {
    return this.sums.length
  }

  /** Adds what another article came to. Both are of the same family and about the same values. */
  add(other: this): this {
    if (other.sums.length !== this.sums.length) throw new Error('Sums about other values were added')
    for (let place = 0; place < this.sums.length; place++) this.sums[place]! += other.sums[place]!
    return this
  }

  /** Makes them all 0 again, to be used for the next article. */
  clear(): this {
    this.sums.fill(0)
    return this
  }
}

/** The places of a fresh one, or those that were given, which have to fit. */
export function placesFor(width: number, sums: Float64Array | undefined): Float64Array {
  if (sums && sums.length !== width) throw new Error(`${width} sums were expected, and ${sums.length} came`)
  return sums ?? new Float64Array(width)
}

/**
 * The sums of many articles, a row each, of which only what is not 0 is kept: an article has a few of a thousand actors. Rows stay
 * in the order in which they came; an article with nothing to add has an empty row, so that row numbers are article numbers.
 */
export class Rows {
  readonly #starts: number[] = [0]
  readonly #at: number[] = []
  readonly #amounts: number[] = []
  /** The same, packed when they are first summed. */
  #packed: { starts: Int32Array; at: Int32Array; amounts: Float64Array } | null = null

  constructor(readonly width: number) {}

  get length(): number {
    return this.#starts.length - 1
  }

  /** Keeps a copy of an article's sums as the next row. */
  push({ sums }: Sums): void {
    if (sums.length !== this.width) throw new Error('A row about other values was pushed')
    for (let place = 0; place < sums.length; place++) {
      const amount = sums[place]!
      if (amount === 0) continue
      this.#at.push(place)
      this.#amounts.push(amount)
    }
    this.#starts.push(this.#at.length)
    this.#packed = null
  }

  /** How many rows have anything in them. */
  get filled(): number {
    let filled = 0
    for (let row = 0; row < this.length; row++) if (this.#starts[row + 1]! > this.#starts[row]!) filled++
    return filled
  }

  /** Puts the sum of all rows into `into`, each taken as many times as `times` says at its number, or once. */
  total({ sums }: Sums, times?: ArrayLike<number>): void {
    this.#packed ??= {
      starts: Int32Array.from(this.#starts),
      at: Int32Array.from(this.#at),
      amounts: Float64Array.from(this.#amounts),
    }
    const { starts, at, amounts } = this.#packed
    sums.fill(0)
    for (let row = 0; row < this.length; row++) {
      const weight = times ? times[row]! : 1
      if (weight === 0) continue
      const end = starts[row + 1]!
      for (let k = starts[row]!; k < end; k++) sums[at[k]!]! += weight * amounts[k]!
    }
  }
}
