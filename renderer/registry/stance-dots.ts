import type { StatementRow } from '../../data/record/query'
import type { TimeAxis } from './time-axis'

/** From the strongest against, 0, to the strongest for. */
export const LEVELS = 5
const MIDDLE = 2

/** A stance in the drawing. */
export interface Dot {
  readonly id: string
  readonly row: StatementRow
  /** From 0 to 1. */
  readonly at: number
  /** From 0, strongest against, to 4, strongest for. */
  readonly level: number
  /** Only the side is known, not how much. */
  readonly isVague: boolean
}

/** The statements that take a stance on a known day, earliest first. Where only the side is known, it stands all at that side. */
export const dotsOf = (statements: readonly StatementRow[], axis: TimeAxis): readonly Dot[] =>
  statements
    .flatMap((row): Dot[] => {
      const at = axis.placeOf(row.day)
      if (at === null || row.stance === null) return []
      const { sign, degree } = row.stance
      const level = MIDDLE + sign * Math.min(MIDDLE, degree ?? MIDDLE)
      return [{ id: row.id, row, at, level, isVague: degree === null && sign !== 0 }]
    })
    .toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
