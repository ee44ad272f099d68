export type Numbers = Int32Array<ArrayBuffer>

/** Where a column lies: the numbers of `piece` in [from, to). */
export interface Laid {
  readonly piece: Numbers
  readonly from: number
  readonly to: number
}

/** How many numbers a piece of memory has room for: a megabyte. */
const ROOM = 2 ** 18

/**
 * Many short columns of numbers, laid one after the other into large pieces of memory: with a piece for itself each would cost more
 * than its numbers do. What was laid down is never moved or written over, so whoever holds it holds what it was. Room that nobody
 * needs any more is not used again: this is for what is read in masses, and not for what is changed again and again.
 */
export class Chunks {
  readonly #pieces = new WeakSet<Numbers>()
  #piece = Int32Array.of()
  #used = 0

  /** Lays numbers down. A column that is too long for that gets a piece for itself. */
  lay(numbers: Numbers): Laid {
    const { length } = numbers
    if (length > ROOM) return alone(numbers)
    if (this.#used + length > this.#piece.length) {
      this.#piece = new Int32Array(ROOM)
      this.#pieces.add(this.#piece)
      this.#used = 0
    }
    const from = this.#used
    this.#piece.set(numbers, from)
    this.#used += length
    return { piece: this.#piece, from, to: this.#used }
  }

  /** Whether a piece of memory is one of these. */
  has(piece: Numbers): boolean {
    return this.#pieces.has(piece)
  }
}

/** Numbers with a piece of memory for themselves. */
export const alone = (numbers: Numbers): Laid => ({ piece: numbers.slice(), from: 0, to: numbers.length })
