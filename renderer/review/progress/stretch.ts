/** A cell of the matrix, rows and columns from 0. */
export interface Place {
  readonly row: number
  readonly column: number
}

/** The cells between the one that the keys have reached and the one they started from, both inside. */
export interface Stretch {
  readonly at: Place
  readonly from: Place
}

export const justOne: Stretch = { at: { row: 0, column: 0 }, from: { row: 0, column: 0 } }

interface Size {
  readonly rows: number
  readonly columns: number
}

interface Pressed {
  readonly key: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
}

/** Where a key leads; with Shift the stretch grows. `null` for a key that does not move. A page is ten rows. */
export function afterKey({ at, from }: Stretch, pressed: Pressed, { rows, columns }: Size): Stretch | null {
  const isFar = pressed.ctrlKey || pressed.metaKey
  const { row, column } = at
  const moves: Readonly<Record<string, Place>> = {
    ArrowDown: { row: row + 1, column },
    ArrowUp: { row: row - 1, column },
    ArrowRight: { row, column: column + 1 },
    ArrowLeft: { row, column: column - 1 },
    PageDown: { row: row + 10, column },
    PageUp: { row: row - 10, column },
    Home: { row: isFar ? 0 : row, column: 0 },
    End: { row: isFar ? rows - 1 : row, column: columns - 1 },
  }
  const to = Object.hasOwn(moves, pressed.key) ? moves[pressed.key] : undefined
  if (!to || rows === 0 || columns === 0) return null
  const next = within(to, { rows, columns })
  return { at: next, from: pressed.shiftKey ? from : next }
}

/** The nearest stretch in a matrix that may have become smaller. */
export const fitting = ({ at, from }: Stretch, size: Size): Stretch => ({
  at: within(at, size),
  from: within(from, size),
})

const within = ({ row, column }: Place, { rows, columns }: Size): Place => ({
  row: Math.max(0, Math.min(rows - 1, row)),
  column: Math.max(0, Math.min(columns - 1, column)),
})

export const isInside = ({ at, from }: Stretch, { row, column }: Place): boolean =>
  between(at.row, from.row, row) && between(at.column, from.column, column)

const between = (a: number, b: number, n: number): boolean => Math.min(a, b) <= n && n <= Math.max(a, b)

export function placesIn({ at, from }: Stretch): Place[] {
  const rows = range(at.row, from.row)
  const columns = range(at.column, from.column)
  return rows.flatMap((row) => columns.map((column) => ({ row, column })))
}

const range = (a: number, b: number): number[] =>
  Array.from({ length: Math.abs(a - b) + 1 }, (_, i) => Math.min(a, b) + i)
