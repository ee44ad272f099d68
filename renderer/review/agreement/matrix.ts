import type { Confusion } from '../../../data/review/figures'

/** A cell of a table of one person's choices against another's. */
export interface Cell {
  readonly row: number
  readonly column: number
  readonly count: number
  /** 0 to 1: how dark it is drawn, by the largest count of the table. */
  readonly weight: number
  /** Both chose the same. */
  readonly isSame: boolean
  /** Neither has anything there, which nobody can count. */
  readonly isVoid: boolean
}

/** The cells of a table, row by row. */
export function cellsOf({ values, counts }: Confusion): readonly (readonly Cell[])[] {
  const largest = Math.max(1, ...counts.flat())
  return values.map((value, row) =>
    values.map((other, column) => {
      const count = counts[row]?.[column] ?? 0
      return {
        row,
        column,
        count,
        weight: Math.sqrt(count / largest),
        isSame: row === column,
        isVoid: value === null && other === null,
      }
    }),
  )
}

/** How often each value was chosen, by anybody, in the order of the values; what nobody chose is not counted. */
export function choicesOf({
  values,
  counts,
}: Confusion): readonly { readonly value: string; readonly count: number }[] {
  return values.flatMap((value, i) => {
    if (value === null) return []
    const inRow = counts[i]?.reduce((sum, count) => sum + count, 0) ?? 0
    const inColumn = counts.reduce((sum, row) => sum + (row[i] ?? 0), 0)
    return [{ value, count: inRow + inColumn }]
  })
}

/** The values that were chosen at all, with `null` when something has none; the rest of a long list is left out. */
export function withoutEmpty({ values, counts }: Confusion): Confusion {
  const used = values.flatMap((_, i) =>
    counts[i]?.some((count) => count > 0) || counts.some((row) => (row[i] ?? 0) > 0) ? [i] : [],
  )
  return {
    values: used.map((i) => values[i]!),
    counts: used.map((i) => used.map((j) => counts[i]?.[j] ?? 0)),
  }
}
