/** Gives a list of so many zeros. */
export type Ints = (size: number) => Int32Array<ArrayBuffer>

export const freshInts: Ints = (size) => new Int32Array(size)

/**
 * Lists of numbers that are needed for one thing only, an article say, in memory that is used again for the next. For a thousand articles
 * of twenty people that spares hundreds of thousands of pieces of memory, each of which would have to be let go of.
 */
export class Room {
  #all: Int32Array<ArrayBuffer>
  #end = 0

  constructor(size = 16_384) {
    this.#all = new Int32Array(size)
  }

  /** It is good until all are taken back. */
  readonly ints: Ints = (size) => {
    // What was given stays where it is, in the piece that was too small.
    if (this.#end + size > this.#all.length) {
      this.#all = new Int32Array(2 * (this.#all.length + size))
      this.#end = 0
    }
    return this.#all.subarray(this.#end, (this.#end += size)).fill(0)
  }

  takeBack(): void {
    this.#end = 0
  }
}
