/** Which rows may have which columns, and how much that is worth; a row's columns in order. */
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
 * The column of each row, or −1, so that no column has two rows and the sum of what they are worth is the greatest: the assignment
 * problem, solved exactly by shortest augmenting paths with potentials (Kuhn's Hungarian method; Jonker and Volgenant 1987), where each
 * row may also stay alone for 0. Of several best solutions it gives always the same for the same order of rows and columns: an
 * earlier row keeps what it has, and a row takes the first free column of those that are as good.
 *
 * A row costs what its search touches, so that rows without competition cost next to nothing.
 */
export function assign({ rows, columns, first, column, worth }: Worths): Int32Array {
  const columnOf = new Int32Array(rows).fill(-1)
  const rowOf = new Int32Array(columns).fill(-1)
  // Potentials: −worth − u[row] − v[column] is never below 0, and is 0 for what is assigned.
  const u = new Float64Array(rows)
  const v = new Float64Array(columns)
  const distance = new Float64Array(columns).fill(Infinity)
  const before = new Int32Array(columns)
  const isSettled = new Uint8Array(columns)
  const heap = new Heap(distance)
  const touched: number[] = []
  const settled: number[] = []

  for (let row = 0; row < rows; row++) {
    let least = 0
    for (let at = first[row]!; at < first[row + 1]!; at++)
      least = Math.min(least, -worth[at]! - v[column[at]!]!)
    u[row] = least
    // The path ends at a free column, or at a row that from then on stays alone.
    let best = -least
    let endColumn = -1
    let aloneRow = row
    const relax = (from: number, reached: number): void => {
      for (let at = first[from]!; at < first[from + 1]!; at++) {
        const to = column[at]!
        const length = reached - worth[at]! - u[from]! - v[to]!
        if (isSettled[to] || length >= distance[to]! || length >= best) continue
        if (distance[to] === Infinity) touched.push(to)
        distance[to] = length
        before[to] = from
        if (rowOf[to] === -1) {
          best = length
          endColumn = to
        } else heap.push(to)
      }
    }
    relax(row, 0)
    for (let to = heap.pop(); to !== -1 && distance[to]! < best; to = heap.pop()) {
      if (isSettled[to]) continue
      isSettled[to] = 1
      settled.push(to)
      const next = rowOf[to]!
      if (distance[to]! - u[next]! < best) {
        best = distance[to]! - u[next]!
        aloneRow = next
        endColumn = -1
      }
      relax(next, distance[to]!)
    }
    heap.clear()

    u[row]! += best
    for (const to of settled) {
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
    for (const each of touched) {
      distance[each] = Infinity
      isSettled[each] = 0
    }
    touched.length = settled.length = 0
  }
  return columnOf
}

/** Columns by distance, then by number. One that is pushed again has come nearer; its older entry comes out later and is passed over. */
class Heap {
  readonly #distance: Float64Array
  readonly #keys: number[] = []
  readonly #columns: number[] = []

  constructor(distance: Float64Array) {
    this.#distance = distance
  }

  clear(): void {
    this.#keys.length = this.#columns.length = 0
  }

  push(column: number): void {
    const key = this.#distance[column]!
    let at = this.#keys.length
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

  /** The nearest, or −1. */
  pop(): number {
    const [key, column, nearest] = [this.#keys.pop(), this.#columns.pop(), this.#columns[0]]
    if (key === undefined || column === undefined) return -1
    const size = this.#keys.length
    if (size === 0) return column
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
    return nearest!
  }

  #isBefore(key: number, column: number, other: number): boolean {
    return key < this.#keys[other]! || (key === this.#keys[other]! && column < this.#columns[other]!)
  }
}
