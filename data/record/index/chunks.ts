/** How many numbers a piece of memory has room for: a megabyte. */
const ROOM = 2 ** 18

/**
 * Many short columns of numbers, laid one after the other into large pieces of memory: with a piece for itself each would cost more
 * than its numbers do. What was laid down is never moved or written over, so whoever holds it holds what it was. Room that nobody
 * needs any more is not used again: this is for what is read in masses, and not for what is changed again and again.
 */
export class Chunks {
  readonly #pieces = new WeakSet<ArrayBufferLike>()
  #piece = Int32Array.of()
  #used = 0

  /** The same numbers, laid down. Those that lie in a larger piece already stay where they are. */
  lay(numbers: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
    const { length } = numbers
    if (length === 0 || length > ROOM || !isAlone(numbers)) return numbers
    if (this.#used + length > this.#piece.length) {
      this.#piece = new Int32Array(ROOM)
      this.#pieces.add(this.#piece.buffer)
      this.#used = 0
    }
    const laid = this.#piece.subarray(this.#used, this.#used + length)
    laid.set(numbers)
    this.#used += length
    return laid
  }

  /** Whether these lie here. */
  holds(numbers: Int32Array): boolean {
    return this.#pieces.has(numbers.buffer)
  }
}

/** Whether numbers, of which there are some, have a piece of memory for themselves. */
export const isAlone = (numbers: Int32Array): boolean =>
  numbers.length > 0 && numbers.byteLength === numbers.buffer.byteLength
