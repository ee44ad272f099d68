import { knownAgency } from './agencies'
import { dateAt, isMonth, type FoundDate } from './dates'
import { mayBeHeadline } from './headline'

/** The opening of a report: where, when and by which agency. All offsets are code units of the text read. */
export interface Dateline {
  readonly place: string | null
  readonly date: FoundDate | null
  /** What stands in brackets or between slashes, as written. */
  readonly agency: string | null
  /** Just past the dash and the white space after it; the length of the text where nothing follows. */
  readonly end: number
}

/** No dateline is longer. */
const LONGEST = 200

/** Words in capitals before a dash that are no places. */
const slugs = new Set(
  (
    'ADVERTISEMENT ANALYSIS BACKGROUND BLOG BREAKING COMMENT CORRECTED CORRECTION EDITORIAL EXCLUSIVE EXPLAINER FACTBOX FEATURE ' +
    'FOCUS INSIGHT INTERVIEW KEY LIVE NEWS NOTE OPINION PHOTO PHOTOS PICTURES PROFILE READ REFILE REPORT RPT SEE TIMELINE UPDATE ' +
    'UPDATED URGENT VIDEO VIEW WATCH WRAPUP'
  ).split(' '),
)

const capitals = /\p{Lu}[\p{Lu}\p{M}.'’/ -]*[\p{Lu}.](?![\p{L}\p{M}])/uy
const titled =
  /\p{Lu}[\p{L}\p{M}.'’-]+(?:[ /]+(?:(?:am|an|der|de|del|la|upon|sur)\s)?\p{Lu}[\p{L}\p{M}.'’-]+){0,3}/uy
const region = /,\s*(\p{Lu}[\p{L}\p{M}.'’-]+(?: \p{Lu}[\p{L}\p{M}.'’-]+){0,2})/uy
const bracketed = /[\s,.]*(?:\(([^()\n]{2,40})\)|\/([^/\n]{2,40})\/)/uy
const dash = /\s*\.?(?:\s?[–—]|\s?--?)(?=\s|$)\s*/uy
const stop = /\s*[.:](?=\s|$)\s*/uy
/** An agency without brackets, before the dash. */
const bare = /,\s*([\p{L}][\p{L} -]{1,30}?)(?=\s*[–—]|\s-)/uy

/**
 * Reads the dateline at the start of a report, and `null` where there is none: "MUNICH, Germany (AFP) -",
 * "date 2013-02-26 MOSCOW/ BERLIN (Reuters) -", "TORREN, March 11 (Meridian) –", "LONDON, Feb 26, 2013
 * /PRNewswire/ --", "BERLIN —", "HALSUND, 14 October.". A place that is not in capitals needs a date or an agency, and
 * one that has neither needs a report that ends as sentences do, since headlines too start with "SYRIA:".
 */
export function datelineOf(report: string): Dateline | null {
  const text = report.slice(0, LONGEST)
  let at = text.search(/\S/u)
  if (at < 0) return null
  const take = (pattern: RegExp) => {
    pattern.lastIndex = at
    const found = pattern.exec(text)
    if (found) at += found[0].length
    return found
  }
  const takeDate = () => {
    const gap = /[\s,]*/y
    gap.lastIndex = at
    const from = at + (gap.exec(text)?.[0].length ?? 0)
    const date = dateAt(text, from)
    if (date) at = from + date.length
    return date
  }

  const takeKnownAgency = () => {
    bare.lastIndex = at
    const [whole, name] = bare.exec(text) ?? []
    if (whole === undefined || name === undefined || !knownAgency(name)) return null
    at += whole.length
    return name
  }

  take(/date:?\s+(?=\d)/iy)
  let date = takeDate()
  take(/\s+(?=\S)/uy)
  const place = readPlace(text, at)
  at = place.end
  date ??= takeDate()
  const bracket = take(bracketed)
  date ??= takeDate()
  const agency = (bracket?.[1] ?? bracket?.[2])?.trim() ?? takeKnownAgency()
  if (agency !== null && !/^\p{Lu}/u.test(agency) && !knownAgency(agency.split(/[/,]/)[0]!)) return null

  const dashed = take(dash)
  const listed = place.inCapitals || place.comma
  const certain = agency !== null || (date !== null && (place.name !== null || date.year !== null))
  const mayStop = (date && listed) || bracket?.[2] || (place.inCapitals && text[at] === ':')
  const stopped = dashed ?? (mayStop ? take(stop) : null)
  const rest = report.slice(at)
  if (!certain && (!place.inCapitals || stopped === null || mayBeHeadline(report))) return null
  if (stopped === null && rest.trim() !== '') return null
  // Headlines in capitals may have a dash in them; a report goes on in small letters.
  if (rest !== '' && !/[\p{Ll}\p{Lo}]/u.test(rest.slice(0, LONGEST))) return null
  if (!place.inCapitals && /^\p{Ll}/u.test(rest)) return null
  return { place: place.name, date, agency, end: at }
}

interface Place {
  readonly name: string | null
  readonly inCapitals: boolean
  /** Whether a comma follows. */
  readonly comma: boolean
  readonly end: number
}

function readPlace(text: string, from: number): Place {
  const none = { name: null, inCapitals: false, comma: false, end: from }
  capitals.lastIndex = from
  titled.lastIndex = from
  const upper = capitals.exec(text)?.[0]
  const name = upper ?? titled.exec(text)?.[0]
  if (name === undefined || isMonth(name.split(' ')[0]!)) return none
  if (slugs.has(name.split(/[ /]/)[0]!)) return none

  region.lastIndex = from + name.length
  const land = region.exec(text)
  const wanted = land && !isMonth(land[1]!.split(' ')[0]!) && !dateAt(text, from + name.length + 2)
  const whole = wanted ? name + land[0] : name
  const end = from + whole.length
  const words = spaced(whole).replace(/(?<=\p{L}{3})\.$/u, '')
  return { name: words, inCapitals: upper !== undefined, comma: text[end] === ',', end }
}

const spaced = (words: string) => words.replace(/\s+/gu, ' ').trim()
