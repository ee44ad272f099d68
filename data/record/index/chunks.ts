export type Numbers = Int32Array<ArrayBuffer>
export type Bytes = Uint8Array<ArrayBuffer>

/** Where a column lies: the numbers of `piece` in [from, to). */
export interface Laid<Column extends Numbers | Bytes> {
  readonly piece: Column
  readonly from: number
  readonly to: number
}

/** Bytes in a piece of memory. */
const ROOM = 2 ** 20

/**
 * Many short columns of numbers, or of bytes, laid one after the other into large pieces of memory: with a piece for itself each would cost more
 * than its numbers do. What was laid down is never moved or written over, so whoever holds it holds what it was. Room that nobody
 * needs any more is not used again: this is for what is read in masses, and not for what is changed again and again.
 */
export class Chunks<Column extends Numbers | Bytes> {
  readonly #pieces = new WeakSet<Column>()
  readonly #make: (length: number) => Column
  readonly #room: number
  #piece: Column
  #used = 0

  private constructor(make: (length: number) => Column) {
    this.#make = make
    this.#piece = make(0)
    this.#room = ROOM / this.#piece.BYTES_PER_ELEMENT
  }

  static ofNumbers = (): Chunks<Numbers> => new Chunks((length) => new Int32Array(length))
  static ofBytes = (): Chunks<Bytes> => new Chunks((length) => new Uint8Array(length))

  /** Lays a column down. One that is too long for that gets a piece for itself. */
  lay(column: Column): Laid<Column> {
    const { length } = column
    if (length > this.#room) {
      const piece = this.#make(length)
      piece.set(column)
      return alone(piece)
    }
    if (this.#used + length > this.#piece.length) {
      this.#piece = this.#make(this.#room)
      this.#pieces.add(this.#piece)
      this.#used = 0
    }
    const from = this.#used
    this.#piece.set(column, from)
    this.#used += length
    return { piece: this.#piece, from, to: this.#used }
  }

  /** Whether a piece of memory is one of these. */
  has(piece: Column): boolean {
    return this.#pieces.has(piece)
  }
}

/** A column with its own memory as its piece: nobody may change it any more. */
export const alone = <Column extends Numbers | Bytes>(column: Column): Laid<Column> => ({
  piece: column,
  from: 0,
  to: column.length,
})
