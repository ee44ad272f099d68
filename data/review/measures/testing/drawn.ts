import { Coincidences, MISSING, type Detail } from '../coincidences'
import { Confusion2 } from '../confusion'
import { RatingShares } from '../shares'

/** Ratings as one draws them: a line a rater, a column a unit, `.` where a rater gave none; with the values that occur, sorted. */
export interface Drawn {
  readonly values: readonly string[]
  /** Unit by unit: the value's number for each rater, `MISSING` for none. */
  readonly units: readonly (readonly number[])[]
}

export function drawn(...raters: readonly string[]): Drawn {
  const lines = raters.map((line) => line.trim().split(/\s+/))
  const values = [...new Set(lines.flat())].filter((value) => value !== '.').toSorted()
  const units = lines[0]!.map((_, unit) =>
    lines.map((line) => (line[unit] === '.' ? MISSING : values.indexOf(line[unit]!))),
  )
  return { values, units }
}

export function coincidencesOf({ values, units }: Drawn, detail?: Detail): Coincidences {
  const coincidences = new Coincidences(values.length, detail)
  for (const unit of units) coincidences.rate(unit)
  return coincidences
}

export function sharesOf({ values, units }: Drawn, detail?: Detail): RatingShares {
  const shares = new RatingShares(values.length, detail)
  for (const unit of units) shares.rate(unit)
  return shares
}

export function confusionOf({ values, units }: Drawn, detail?: Detail): Confusion2 {
  const confusion = new Confusion2(values.length, detail)
  for (const [row, column] of units) confusion.rate(row!, column!)
  return confusion
}

/** A contingency table as it is printed: a row for each value of the first rater, with counts or shares. */
export function table(...rows: readonly (readonly number[])[]): Confusion2 {
  const confusion = new Confusion2(rows.length)
  rows.forEach((row, first) => row.forEach((times, second) => confusion.rate(first, second, times)))
  return confusion
}

/** The same table's ratings, two to a unit, for measures of more than two raters. */
export function tableShares(...rows: readonly (readonly number[])[]): RatingShares {
  const shares = new RatingShares(rows.length)
  rows.forEach((row, first) => row.forEach((times, second) => shares.rate([first, second], times)))
  return shares
}

/** How many raters chose each value, a row a unit, as Fleiss prints it. */
export function distribution(...rows: readonly (readonly number[])[]): Drawn {
  const values = rows[0]!.map((_, value) => `${value}`)
  return {
    values,
    units: rows.map((row) => row.flatMap((raters, value) => Array<number>(raters).fill(value))),
  }
}
