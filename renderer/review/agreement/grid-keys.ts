/** A place in a grid, both from 0. */
export interface Place {
  readonly row: number
  readonly column: number
}

const steps: Readonly<Record<string, Place>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
}

/**
 * Where a key leads in a grid in which not every place can be reached: over those that cannot, in the same direction; where
 * there is none, one stays. `Home` and `End` go to the ends of the row. `null` for any other key.
 */
export function movedIn(
  key: string,
  { row, column }: Place,
  rows: number,
  columns: number,
  isThere: (place: Place) => boolean,
): Place | null {
  const inRow = Array.from({ length: columns }, (_, i) => ({ row, column: i })).filter(isThere)
  if (key === 'Home') return inRow[0] ?? { row, column }
  if (key === 'End') return inRow.at(-1) ?? { row, column }
  const step = steps[key]
  if (!step) return null
  let at = { row: row + step.row, column: column + step.column }
  while (at.row >= 0 && at.row < rows && at.column >= 0 && at.column < columns) {
    if (isThere(at)) return at
    at = { row: at.row + step.row, column: at.column + step.column }
  }
  return { row, column }
}
