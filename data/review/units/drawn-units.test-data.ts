import type { Unit } from './unit'

/**
 * What observers marked on one text, as one draws it: a line each, a character a code unit. A capital letter begins a unit, the same
 * letter small goes on with it, and `.` is a gap: `.Aaa.BbAa` has units A 1–4, B 5–7 and A 7–9.
 */
export function drawnUnits(...lines: readonly string[]): {
  readonly length: number
  readonly values: number
  readonly observers: readonly (readonly Unit[])[]
} {
  const letters = [...new Set(lines.join('').replaceAll('.', '').toLowerCase())].toSorted()
  const observers = lines.map((line) =>
    [...line.matchAll(/([A-Z])([a-z]*)/g)].map((found) => ({
      start: found.index,
      end: found.index + found[0].length,
      value: letters.indexOf(found[1]!.toLowerCase()),
    })),
  )
  return { length: lines[0]!.length, values: letters.length, observers }
}
