/** "1 tag", "14 tags", "1,204 tags". */
export const counted = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`

const formats = {
  weekday: new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' }),
  long: new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' }),
  short: new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' }),
}

/** A date as files have it, "2031-03-12…", as the day it names wherever the reader is; `null` if it names none. */
function dayIn(written: string): Date | null {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(written)?.[0]
  const date = day === undefined ? null : new Date(`${day}T00:00:00Z`)
  return date && !Number.isNaN(date.getTime()) ? date : null
}

/** "2031-03-12T16:40Z" gives "Wednesday 12 March", with its year when that is not `thisYear`. */
export function dayInWords(written: string, thisYear: number): string {
  const date = dayIn(written)
  if (!date) return written
  const year = date.getUTCFullYear()
  const day = `${formats.weekday.format(date)} ${formats.long.format(date)}`
  return year === thisYear ? day : `${day} ${year}`
}

/** "2031-03-12T16:40:00+01:00" gives "12 March 2031, 16:40": the time as the outlet wrote it. */
export function dateInWords(written: string): string {
  const date = dayIn(written)
  if (!date) return written
  const time = /T(\d{2}:\d{2})/.exec(written)?.[1]
  const day = `${formats.long.format(date)} ${date.getUTCFullYear()}`
  return time === undefined ? day : `${day}, ${time}`
}

/** "2031-03-12" gives "12 March". */
export function dayAndMonth(written: string): string {
  const date = dayIn(written)
  return date ? formats.long.format(date) : written
}

/** "2031-03-12" gives "12 Mar 2031". */
export function shortDate(written: string): string {
  const date = dayIn(written)
  return date ? `${formats.short.format(date)} ${date.getUTCFullYear()}` : written
}

const languages = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' })

/** "en" gives "English"; what is no language tag gives itself. */
export function languageInWords(tag: string): string {
  try {
    return languages.of(tag) ?? tag
  } catch {
    return tag
  }
}
