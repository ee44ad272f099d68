/** Which rows may have which columns, and how much that is worth; a row's columns in order. Arrays may be longer than what they hold. */
export interface Worths {
  readonly rows: number
  readonly columns: number
  /** Where each row's entries begin; one more at the end. */
  readonly first: Int32Array
  readonly column: Int32Array
  /** Whole numbers above 0, whose sum stays below 2⁵². */
  readonly worth: Float64Array
}

/**
 * Solves assignment problems one after another, in the same memory: the column of each row, or −1, so that no column has two rows and
 * the sum of what they are worth is the greatest. It is solved exactly by shortest augmenting paths with potentials (Kuhn's Hungarian
 * method; Jonker and Volgenant 1987), where each row may also stay alone for 0. Of several best solutions it gives always the same for the
 * same order of rows and columns: an earlier row keeps what it has, and a row takes the first free column of those that are as good.
 *
 * A row costs what its search touches, so that rows without competition cost next to nothing.
 */
export class Assignment {
  #columnOf = new Int32Array(0)
  #rowOf = new Int32Array(0)
  // Potentials: −worth − u[row] − v[column] is never below 0, and is 0 for what is assigned.
  #u = new Float64Array(0)
  #v = new Float64Array(0)
  #distance = new Float64Array(0)
  #before = new Int32Array(0)
  #isSettled = new Uint8Array(0)
  readonly #heap = new Heap()
  #touched = new Int32Array(0)
  #settled = new Int32Array(0)

  /** What is given is used again by the next. */
  of({ rows, columns, first, column, worth }: Worths): Int32Array {
    this.#fit(rows, columns)
    const [columnOf, rowOf, u, v] = [this.#columnOf, this.#rowOf, this.#u, this.#v]
    const [distance, before, isSettled] = [this.#distance, this.#before, this.#isSettled]
    const [heap, touched, settled] = [this.#heap, this.#touched, this.#settled]
    for (let row = 0; row < rows; row++) {
      let [touches, settles] = [0, 0]
      let least = 0
      for (let at = first[row]!; at < first[row + 1]!; at++)
        least = Math.min(least, -worth[at]! - v[column[at]!]!)
      u[row] = least
      // The path ends at a free column, or at a row that from then on stays alone.
      let best = -least
      let endColumn = -1
      let aloneRow = row
      for (let from = row, reached = 0; ;) {
        for (let at = first[from]!; at < first[from + 1]!; at++) {
          const to = column[at]!
          const length = reached - worth[at]! - u[from]! - v[to]!
          if (isSettled[to] === 1 || length >= distance[to]! || length >= best) continue
          if (distance[to] === Infinity) touched[touches++] = to
          distance[to] = length
          before[to] = from
          if (rowOf[to] === -1) {
            best = length
            endColumn = to
          } else heap.push(length, to)
        }
        const to = heap.popBelow(best, isSettled)
        if (to === -1) break
        isSettled[to] = 1
        settled[settles++] = to
        from = rowOf[to]!
        reached = distance[to]!
        if (reached - u[from]! < best) {
          best = reached - u[from]!
          aloneRow = from
          endColumn = -1
        }
      }
      heap.clear()

      u[row]! += best
      for (let k = 0; k < settles; k++) {
        const to = settled[k]!
        u[rowOf[to]!]! += best - distance[to]!
        v[to]! += distance[to]! - best
      }
      // Along the path each row gives its column to the row before it.
      let to = endColumn
      if (endColumn === -1 && aloneRow !== row) {
        to = columnOf[aloneRow]!
        columnOf[aloneRow] = -1
      }
      while (to !== -1) {
        const taker = before[to]!
        const given = columnOf[taker]!
        columnOf[taker] = to
        rowOf[to] = taker
        to = taker === row ? -1 : given
      }
      for (let k = 0; k < touches; k++) {
        distance[touched[k]!] = Infinity
        isSettled[touched[k]!] = 0
      }
    }
    return columnOf
  }

  #fit(rows: number, columns: number): void {
    if (this.#columnOf.length < rows) {
      this.#columnOf = new Int32Array(2 * rows)
      this.#u = new Float64Array(2 * rows)
    }
    if (this.#rowOf.length < columns) {
      this.#rowOf = new Int32Array(2 * columns)
      this.#v = new Float64Array(2 * columns)
      this.#distance = new Float64Array(2 * columns).fill(Infinity)
      this.#before = new Int32Array(2 * columns)
      this.#isSettled = new Uint8Array(2 * columns)
      this.#touched = new Int32Array(2 * columns)
      this.#settled = new Int32Array(2 * columns)
    }
    this.#columnOf.fill(-1, 0, rows)
    this.#rowOf.fill(-1, 0, columns)
    this.#v.fill(0, 0, columns)
  }
}

/** The same for a single problem: the column of each row, or −1. */
export const assign = (worths: Worths): Int32Array => new Assignment().of(worths).subarray(0, worths.rows)

/** Columns by distance, then by number. One that is pushed again has come nearer; its older entry comes out later and is passed over. */
class Heap {
  readonly #keys: number[] = []
  readonly #columns: number[] = []
  #size = 0

  clear(): void {
    this.#size = 0
  }

  push(key: number, column: number): void {
    let at = this.#size++
    while (at > 0) {
      const above = (at - 1) >> 1
      if (!this.#isBefore(key, column, above)) break
      this.#keys[at] = this.#keys[above]!
      this.#columns[at] = this.#columns[above]!
      at = above
    }
    this.#keys[at] = key
    this.#columns[at] = column
  }

  /** The nearest that is not settled, or −1 when none is nearer than `most`. */
  popBelow(most: number, isSettled: Uint8Array): number {
    while (this.#size > 0) {
      if (this.#keys[0]! >= most) return -1
      const column = this.#columns[0]!
      this.#takeFirst()
      if (isSettled[column] === 0) return column
    }
    return -1
  }

  #takeFirst(): void {
    const size = --this.#size
    if (size === 0) return
    const [key, column] = [this.#keys[size]!, this.#columns[size]!]
    let at = 0
    for (;;) {
      let below = 2 * at + 1
      if (below >= size) break
      if (below + 1 < size && this.#isBefore(this.#keys[below + 1]!, this.#columns[below + 1]!, below))
        below++
      if (this.#isBefore(key, column, below)) break
      this.#keys[at] = this.#keys[below]!
      this.#columns[at] = this.#columns[below]!
      at = below
    }
    this.#keys[at] = key
    this.#columns[at] = column
  }

  #isBefore(key: number, column: number, other: number): boolean {
    return key < this.#keys[other]! || (key === this.#keys[other]! && column < this.#columns[other]!)
  }
}
