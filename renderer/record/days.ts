const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })
const month = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' })

/** "2031-03-12" gives "12 Mar", with its year when that is not `thisYear`; "2031-03" gives "Mar 2031", "2031" itself. */
export function shortDay(written: string, thisYear: number): string {
  const [year = '', ...rest] = written.slice(0, 10).split('-')
  const date = new Date(`${[year, ...rest, '01', '01'].slice(0, 3).join('-')}T00:00:00Z`)
  if (!/^\d{4}$/.test(year) || Number.isNaN(date.getTime())) return written
  if (rest.length === 0) return year
  if (rest.length === 1) return `${month.format(date)} ${year}`
  return Number(year) === thisYear ? day.format(date) : `${day.format(date)} ${year}`
}

/**
 * "21 Feb – 12 Mar" for the days from one to the other; the year that both have stands once, at the end. `null`: no end
 * on that side.
 */
export function daysInWords(from: string | null, to: string | null, thisYear: number): string {
  if (from === null || to === null || from === to) {
    const one = shortDay(from ?? to ?? '', thisYear)
    return from === to ? one : from === null ? `up to ${one}` : `from ${one}`
  }
  const years = [from, to].map((written) => Number(written.slice(0, 4)))
  return `${shortDay(from, years[0] === years[1] ? Number(years[0]) : thisYear)} – ${shortDay(to, thisYear)}`
}

/**
 * The days that somebody typed: the first day ("from") or the last ("to") of a year, a month or a day, 2031, 2031-03 or
 * 2031-03-12; `null` for what names none.
 */
export function dayTyped(typed: string, end: 'from' | 'to'): string | null {
  const [, year, ofMonth, ofDay] = /^\s*(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?\s*$/.exec(typed) ?? []
  if (year === undefined) return null
  const m = Number(ofMonth ?? (end === 'from' ? 1 : 12))
  const last = new Date(Date.UTC(Number(year), m, 0)).getUTCDate()
  const d = Number(ofDay ?? (end === 'from' ? 1 : last))
  const isDay = m >= 1 && m <= 12 && d >= 1 && d <= last
  return isDay ? `${year}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}` : null
}
