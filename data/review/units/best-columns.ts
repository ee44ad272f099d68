import { assign } from '../assign'

/** What it is worth to give a row a column; entries that are worth nothing are not used. */
export interface Entry {
  readonly row: number
  readonly column: number
  readonly worth: number
}

/** The column of each row, or −1, so that together they are worth the most (to a billionth each): `assign`, with fractions. */
export function bestColumns(rows: number, columns: number, entries: readonly Entry[]): Int32Array {
  const useful = entries
    .map(({ row, column, worth }) => ({ row, column, worth: Math.round(worth * 1e9) }))
    .filter(({ worth }) => worth > 0)
    .toSorted((a, b) => a.row - b.row || a.column - b.column)
  const first = new Int32Array(rows + 1)
  for (const { row } of useful) first[row + 1]!++
  for (let row = 0; row < rows; row++) first[row + 1]! += first[row]!
  return assign({
    rows,
    columns,
    first,
    column: Int32Array.from(useful, ({ column }) => column),
    worth: Float64Array.from(useful, ({ worth }) => worth),
  })
}
