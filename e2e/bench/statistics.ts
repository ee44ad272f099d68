/** What several measurements of one thing come to. */
export interface Summary {
  readonly median: number
  readonly min: number
  readonly max: number
  /** In the order they were made. */
  readonly values: readonly number[]
}

/** At least one value. Rounded to hundredths. */
export function summaryOf(values: readonly number[]): Summary {
  const rounded = values.map((value) => Math.round(value * 100) / 100)
  return { median: median(rounded), min: Math.min(...rounded), max: Math.max(...rounded), values: rounded }
}

/** The middle value; of two, the mean of both, rounded to hundredths. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const half = sorted.length / 2
  const [low, high] = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]]
  if (low === undefined || high === undefined) throw new Error('There is no median of nothing.')
  return Math.round(((low + high) / 2) * 100) / 100
}

/** How many times the floor, taken within each repetition: what slows both at once falls out. */
export const ratioTo = (values: readonly number[], floor: readonly number[]): number =>
  median(values.map((value, i) => value / floor[i]!))
