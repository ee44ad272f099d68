/** A day as a text names it; `year` is `null` where the text leaves it out. Months count from 1. */
export interface FoundDate {
  readonly year: number | null
  readonly month: number
  readonly day: number
  /** Code units of the text that it takes up. */
  readonly length: number
}

/** Names of months from January on, in English, German, French, Spanish, Italian, Portuguese and Dutch. */
const monthNames = [
  'january jan januar jänner janvier janv enero ene gennaio gen janeiro januari',
  'february feb februar février févr fév febrero febbraio fevereiro fev februari',
  'march mar märz mrz mars marzo março maart mrt',
  'april apr avril avr abril abr aprile',
  'may mai mayo maggio mag maio mei',
  'june jun juni juin junio giugno giu junho',
  'july jul juli juillet juil julio luglio lug julho',
  'august aug août agosto ago augustus',
  'september sep sept septembre septiembre settembre set setembro',
  'october oct oktober okt octobre octubre ottobre ott outubro out',
  'november nov novembre noviembre novembro',
  'december dec dezember dez décembre déc diciembre dic dicembre dezembro',
]
const months = new Map(
  monthNames.flatMap((names, i) => names.split(' ').map((name) => [name, i + 1] as const)),
)

/** Whether the word names a month, in any of the languages and with or without a full stop. */
export const isMonth = (word: string): boolean => months.has(word.toLowerCase().replace(/\.$/, ''))

const weekday =
  /(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)[.,]*\s+/iy
const iso = /(\d{4})-(\d{2})-(\d{2})(?!\d)/y
const dotted = /(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)/y
const monthFirst = /([\p{L}]{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?![\d:])(?:\s*,?\s+(\d{4})(?!\d))?/uy
const dayFirst =
  /(\d{1,2})(?:st|nd|rd|th|er)?\.?\s+(?:de\s+)?([\p{L}]{3,10})(?:\.?(?:,|\s+de)?\s+(\d{4})(?!\d))?/uy

/**
 * The date that starts at `at`, a day of the week before it included: "2031-03-12", "12.3.2031", "March 12", "12 March
 * 2031", "Tuesday, Feb 26, 2013". Days that no calendar has are none, and "3/4/2031" is not guessed at.
 */
export function dateAt(text: string, at: number): FoundDate | null {
  weekday.lastIndex = at
  const from = at + (weekday.exec(text)?.[0].length ?? 0)
  const match = (pattern: RegExp) => {
    pattern.lastIndex = from
    return pattern.exec(text)
  }
  const found = (whole: string, year: string | undefined, month: number | undefined, day: string) => {
    const date = { year: year === undefined ? null : Number(year), month: month ?? 0, day: Number(day) }
    return isDay(date) ? { ...date, length: from - at + whole.length } : null
  }

  const ymd = match(iso)
  if (ymd) return found(ymd[0], ymd[1], Number(ymd[2]), ymd[3]!)
  const dmy = match(dotted)
  if (dmy) return found(dmy[0], dmy[3], Number(dmy[2]), dmy[1]!)
  const named = match(monthFirst)
  if (named && isMonth(named[1]!)) return found(named[0], named[3], monthOf(named[1]!), named[2]!)
  const counted = match(dayFirst)
  if (counted && isMonth(counted[2]!)) return found(counted[0], counted[3], monthOf(counted[2]!), counted[1]!)
  return null
}

const monthOf = (word: string) => months.get(word.toLowerCase())

type Day = Pick<FoundDate, 'year' | 'month' | 'day'>

function isDay({ year, month, day }: Day): boolean {
  if (year !== null && (year < 1700 || year > 2200)) return false
  const date = new Date(Date.UTC(year ?? 2000, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/** "2031-03-12"; `null` without a year. */
export const isoOf = ({ year, month, day }: Day): string | null =>
  year === null ? null : `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

/**
 * The day with a year, taken from another day within a month of it: "March 11" near 2031-03-12 is in 2031, and
 * "December 31" near 2031-01-01 in 2030. `null` if there is none so near.
 */
export function yearFrom(day: Day, near: string): string | null {
  const nearDay = Date.parse(near.slice(0, 10))
  const year = Number(near.slice(0, 4))
  const years = [year - 1, year, year + 1].map((y) => isoOf({ ...day, year: y }))
  const month = 31 * 86_400_000
  return years.find((date) => date && Math.abs(Date.parse(date) - nearDay) <= month) ?? null
}

/** The date in a file's name, as 2031-03-12, 2031_03_12 or 20310312, standing on its own; `null` without one. */
export function dateInFileName(name: string): string | null {
  const found = /(?<![\p{L}\d])(\d{4})([-_.]?)(\d{2})\2(\d{2})(?![\p{L}\d])/u.exec(name)
  if (!found) return null
  const day = { year: Number(found[1]), month: Number(found[3]), day: Number(found[4]) }
  return day.year >= 1900 && isDay(day) ? isoOf(day) : null
}
