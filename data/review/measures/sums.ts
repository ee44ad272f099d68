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
  add({ sums }: this): this {
    return this.addSums(sums)
  }

  addSums(sums: Float64Array): this {
    if (sums.length !== this.sums.length) throw new Error('Sums about other values were added')
    for (let place = 0; place < this.sums.length; place++) this.sums[place]! += sums[place]!
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

/** So many draws are summed at once: each amount is read once for all of them. */
export const AT_ONCE = 8

/** `Rows` as plain numbers: where each begins among places and amounts, one more at the end. */
export interface KeptRows {
  readonly starts: Int32Array<ArrayBuffer>
  readonly at: Int32Array<ArrayBuffer>
  readonly amounts: Float64Array<ArrayBuffer>
}

/**
 * The sums of many articles, a row each, of which only what is not 0 is kept: an article has a few of a thousand actors. Rows stay
 * in the order in which they came; an article with nothing to add has an empty row, so that row numbers are article numbers.
 */
export class Rows {
  #length = 0
  #filled = 0
  /** Where each row begins among the places and amounts; one more at the end. */
  #starts = new Int32Array(64)
  #at = new Int32Array(64)
  #amounts = new Float64Array(64)

  constructor(readonly width: number) {}

  /** A copy. */
  get all(): KeptRows {
    const end = this.amounts
    return {
      starts: this.#starts.slice(0, this.#length + 1),
      at: this.#at.slice(0, end),
      amounts: this.#amounts.slice(0, end),
    }
  }

  /** None any more; their memory is used again. */
  clear(): void {
    this.#length = 0
    this.#filled = 0
  }

  /** Puts the rows of other articles after these. */
  append({ starts, at, amounts }: KeptRows): void {
    const end = this.amounts
    this.#makeRoom(end + at.length)
    this.#at.set(at, end)
    this.#amounts.set(amounts, end)
    for (let row = 1; row < starts.length; row++) {
      if (starts[row]! > starts[row - 1]!) this.#filled++
      this.#endRow(end + starts[row]!)
    }
  }

  #makeRoom(size: number): void {
    if (this.#at.length >= size) return
    this.#at = grown(this.#at, new Int32Array(2 * size))
    this.#amounts = grown(this.#amounts, new Float64Array(2 * size))
  }

  #endRow(end: number): void {
    if (++this.#length === this.#starts.length)
      this.#starts = grown(this.#starts, new Int32Array(2 * this.#length))
    this.#starts[this.#length] = end
  }

  get length(): number {
    return this.#length
  }

  /** How many rows have anything in them. */
  get filled(): number {
    return this.#filled
  }

  /** How many numbers are kept. */
  get amounts(): number {
    return this.#starts[this.#length]!
  }

  /** Keeps a copy of an article's sums as the next row. */
  push({ sums }: Sums): void {
    if (sums.length !== this.width) throw new Error('A row about other values was pushed')
    const first = this.#starts[this.#length]!
    let end = first
    this.#makeRoom(end + sums.length)
    const [places, amounts] = [this.#at, this.#amounts]
    for (let place = 0; place < sums.length; place++) {
      const amount = sums[place]!
      if (amount === 0) continue
      places[end] = place
      amounts[end++] = amount
    }
    if (end > first) this.#filled++
    this.#endRow(end)
  }

  /** Puts the sum of all rows into `into`. */
  total({ sums }: Sums): void {
    const [at, amounts] = [this.#at, this.#amounts]
    sums.fill(0)
    const end = this.#starts[this.#length]!
    for (let k = 0; k < end; k++) sums[at[k]!]! += amounts[k]!
  }

  /** The same place by place, for drawing. */
  byPlace(): PlaceRows {
    const [length, width, from, places] = [this.#length, this.width, this.#starts, this.#at]
    const end = from[length]!
    const starts = new Int32Array(width + 1)
    for (let k = 0; k < end; k++) starts[places[k]! + 1]!++
    for (let place = 0; place < width; place++) starts[place + 1]! += starts[place]!
    const next = starts.slice(0, width)
    const rows = new Int32Array(end)
    const amounts = new Float64Array(end)
    for (let row = 0; row < length; row++)
      for (let k = from[row]!; k < from[row + 1]!; k++) {
        const to = next[places[k]!]!++
        rows[to] = row
        amounts[to] = this.#amounts[k]!
      }
    return new PlaceRows(starts, rows, amounts)
  }
}

/** What `Rows` keep, place by place: which rows have anything there, in their order, and how much. */
export class PlaceRows {
  readonly #starts: Int32Array
  readonly #rows: Int32Array
  readonly #amounts: Float64Array
  /** Sums of `AT_ONCE` draws, place by place. */
  readonly #drawn: Float64Array

  constructor(starts: Int32Array, rows: Int32Array, amounts: Float64Array) {
    this.#starts = starts
    this.#rows = rows
    this.#amounts = amounts
    this.#drawn = new Float64Array((starts.length - 1) * AT_ONCE)
  }

  /**
   * The sums of `AT_ONCE` draws: of each place the first draw's, the second's, and so on. `times` says of each row how often it is in each
   * of them, in the same order. What it gives is used again by the next.
   */
  drawn(times: Uint16Array): Float64Array {
    const [starts, rows, amounts, into] = [this.#starts, this.#rows, this.#amounts, this.#drawn]
    for (let place = 0, to = 0; to < into.length; place++, to += AT_ONCE) {
      const end = starts[place + 1]!
      // Sums stay in the processor's registers until a place is done.
      let s0 = 0
      let s1 = 0
      let s2 = 0
      let s3 = 0
      let s4 = 0
      let s5 = 0
      let s6 = 0
      let s7 = 0
      for (let k = starts[place]!; k < end; k++) {
        const amount = amounts[k]!
        const time = rows[k]! * AT_ONCE
        s0 += times[time]! * amount
        s1 += times[time + 1]! * amount
        s2 += times[time + 2]! * amount
        s3 += times[time + 3]! * amount
        s4 += times[time + 4]! * amount
        s5 += times[time + 5]! * amount
        s6 += times[time + 6]! * amount
        s7 += times[time + 7]! * amount
      }
      into[to] = s0
      into[to + 1] = s1
      into[to + 2] = s2
      into[to + 3] = s3
      into[to + 4] = s4
      into[to + 5] = s5
      into[to + 6] = s6
      into[to + 7] = s7
    }
    return into
  }
}

function grown<T extends Int32Array | Float64Array>(array: T, into: T): T {
  into.set(array)
  return into
}
