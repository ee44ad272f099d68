import { dateAt, type FoundDate } from './dates'

/** A line that says only when the report appeared, as "Published: 15 October 2031, 06:40". */
export interface DateLine {
  readonly date: FoundDate
  /** In 24 hours, as "06:40"; `null` where the line has none. The zone is not kept. */
  readonly time: string | null
  /** What stands before a bar, as in "AMMAN/ANKARA | Sun Feb 24, 2013 5:12pm EST". */
  readonly place: string | null
}

const placed = /\s*(\p{Lu}[\p{Lu}\p{M}.'’/, -]{1,60})\s\|\s*/uy
const announced =
  /\s*(?:(?:first\s+)?published|posted|updated|last\s+updated|date|veröffentlicht|stand|publié(?:\s+le)?|publicado)?\s*(?:on|am|le|el)?\s*:?\s*/iuy
const clock =
  /,?\s+(?:at\s+|um\s+|-\s+)?(\d{1,2})[:.](\d{2})(?:\s?([ap])\.?m\b\.?)?(?:\s?(?:Uhr|[A-Z]{2,4}))?/uy

/** Reads a line that is nothing but a date, with or without "Published:", a place and a time; `null` if it is more. */
export function dateLineOf(line: string): DateLine | null {
  if (line.length > 120) return null
  let at = 0
  const take = (pattern: RegExp) => {
    pattern.lastIndex = at
    const found = pattern.exec(line)
    at += found?.[0].length ?? 0
    return found
  }
  const place = take(placed)?.[1]?.trim() ?? null
  take(announced)
  const date = dateAt(line, at)
  if (!date) return null
  at += date.length
  const time = take(clock)
  if (!/^[\s.|]*$/.test(line.slice(at))) return null
  return { date, time: time && in24Hours(Number(time[1]), Number(time[2]), time[3]), place }
}

function in24Hours(hour: number, minute: number, half: string | undefined): string | null {
  if (minute > 59 || hour > (half ? 12 : 23)) return null
  const whole = half ? (hour % 12) + (half === 'p' ? 12 : 0) : hour
  return `${String(whole).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}
