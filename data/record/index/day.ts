/** A day as a number that sorts: 2031-03-12 is 20310312, 2031-03 is 20310300, and 0 is none. */
export function dayNumber(day: string | null): number {
  if (day === null) return 0
  const [year = '0', month = '0', date = '0'] = day.slice(0, 10).split('-')
  return Number(year) * 10_000 + Number(month) * 100 + Number(date) || 0
}

export function dayText(day: number): string | null {
  if (day === 0) return null
  const [year, month, date] = [Math.floor(day / 10_000), Math.floor(day / 100) % 100, day % 100]
  const parts = [String(year).padStart(4, '0'), ...[month, date].filter(Boolean).map(two)]
  return parts.join('-')
}

const two = (number: number): string => String(number).padStart(2, '0')

/** The last day that a day stands for: of a month or a year all of it. */
export const endOfDay = (day: number): number =>
  day % 10_000 === 0 ? day + 1_299 : day % 100 === 0 ? day + 99 : day
