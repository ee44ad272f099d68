import { dayTyped } from '../record/days'

const formats = {
  time: new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }),
  seconds: new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' }),
  weekday: new Intl.DateTimeFormat('en-GB', { weekday: 'long' }),
  day: new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' }),
}

/** All of these take ISO 8601 in UTC and word it by this computer's clock and time zone. What is no time stays as it is. */
const dateOf = (at: string): Date | null => {
  const date = new Date(at)
  return Number.isNaN(date.getTime()) ? null : date
}

/** "14:05". */
export const timeOf = (at: string): string => worded(at, (date) => formats.time.format(date))

/** "Today", "Yesterday", "Wednesday 12 March", with its year when that is not the present one. */
export const dayOf = (at: string, now = new Date()): string =>
  worded(at, (date) => {
    const named = nearDay(date, now)
    if (named) return named
    const day = `${formats.weekday.format(date)} ${formats.day.format(date)}`
    return date.getFullYear() === now.getFullYear() ? day : `${day} ${date.getFullYear()}`
  })

/** "today 14:05", "yesterday 14:05", "12 March, 14:05", with its year when that is not the present one. */
export const whenInWords = (at: string, now = new Date()): string =>
  worded(at, (date) => {
    const time = formats.time.format(date)
    const named = nearDay(date, now)
    if (named) return `${named.toLowerCase()} ${time}`
    const year = date.getFullYear() === now.getFullYear() ? '' : ` ${date.getFullYear()}`
    return `${formats.day.format(date)}${year}, ${time}`
  })

/** "12 March 2031, 14:05". */
export const momentInWords = (at: string): string =>
  worded(at, (date) => `${formats.day.format(date)} ${date.getFullYear()}, ${formats.time.format(date)}`)

/** "Wednesday 12 March 2031, 14:05:09". */
export const exactly = (at: string): string =>
  worded(at, (date) => {
    const day = `${formats.weekday.format(date)} ${formats.day.format(date)} ${date.getFullYear()}`
    return `${day}, ${formats.seconds.format(date)}`
  })

/** "2031-03-12 14:05:09": a moment as one types it. Empty for what is no time. */
export function fieldValueOf(at: string): string {
  const date = dateOf(at)
  if (!date) return ''
  const shifted = new Date(date.getTime() - date.getTimezoneOffset() * 60_000)
  return shifted.toISOString().slice(0, 19).replace('T', ' ')
}

/**
 * The last moment of what was typed: of a day, a month or a year as other fields take them, or of a minute or a second of
 * a day, "2031-03-12 14:05"; `null` while it names none.
 */
export function momentOfField(typed: string): string | null {
  const [, date, hour, minute, second = '59'] = withTime.exec(typed) ?? [null, typed, '23', '59']
  const day = date === undefined ? null : dayTyped(date, 'to')
  if (day === null || hour === undefined || minute === undefined) return null
  return new Date(`${day}T${hour.padStart(2, '0')}:${minute}:${second}.999`).toISOString()
}

const withTime = /^\s*(\d+-\d+-\d+)[ T]+([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?\s*$/

const worded = (at: string, words: (date: Date) => string): string => {
  const date = dateOf(at)
  return date ? words(date) : at
}

function nearDay(date: Date, now: Date): 'Today' | 'Yesterday' | null {
  const days = [0, 1].map((back) => new Date(now.getFullYear(), now.getMonth(), now.getDate() - back))
  const at = days.findIndex((day) => day.toDateString() === date.toDateString())
  return at === 0 ? 'Today' : at === 1 ? 'Yesterday' : null
}
