/** Days from 1 January 1970 for "2031", "2031-03" or "2031-03-12"; `null` for what is no date. */
export function dayNumber(written: string | null): number | null {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(written ?? '')
  if (!parts) return null
  const [, year, month = '01', day = '01'] = parts
  return Date.UTC(Number(year), Number(month) - 1, Number(day)) / DAY
}

const DAY = 86_400_000

export interface Tick {
  readonly label: string
  /** From 0 to 1. */
  readonly at: number
}

/** The time that a page of statements spans. */
export interface TimeAxis {
  /** Where a day stands from 0 to 1; `null` for one that is no date. */
  readonly placeOf: (day: string | null) => number | null
  /** Beginnings of months, quarters or years, at most six. */
  readonly ticks: readonly Tick[]
}

const months = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' })

/** Whole months from the first day to the last. `null` when none of them is a date. */
export function timeAxis(days: readonly (string | null)[]): TimeAxis | null {
  const known = days.map(dayNumber).filter((day) => day !== null)
  if (known.length === 0) return null
  const [first, last] = [Math.min(...known), Math.max(...known)].map((day) => new Date(day * DAY))
  const start = { year: first!.getUTCFullYear(), month: first!.getUTCMonth() }
  const span = (last!.getUTCFullYear() - start.year) * 12 + last!.getUTCMonth() - start.month + 1
  const monthAt = (n: number) => Date.UTC(start.year, start.month + n, 1) / DAY
  const [from, to] = [monthAt(0), monthAt(span)]
  const place = (day: number) => (day - from) / (to - from)
  const step = [1, 2, 3, 6, 12, 24, 60, 120, 240].find((each) => span / each <= 6) ?? 600
  const ticks: Tick[] = []
  for (let n = 0; n < span; n += step) {
    const date = new Date(monthAt(n) * DAY)
    const year = String(date.getUTCFullYear())
    const named = step >= 12 ? year : months.format(date)
    // A month says its year where the year begins anew, and at the start.
    const isNewYear = step < 12 && span > 1 && n > 0 && date.getUTCMonth() < step
    const label = step < 12 && (n === 0 || isNewYear) ? `${named} ${year}` : named
    ticks.push({ label, at: place(monthAt(n)) })
  }
  return {
    placeOf: (day) => {
      const number = dayNumber(day)
      return number === null ? null : place(number)
    },
    ticks,
  }
}
