import type { AttributeValue } from '../../model/records'
import type { LinkLike, TagLike, WorkLike } from '../work-graph'
import type { Dictionary, TextNumbers } from './dictionary'

/** The texts that all sheets share. */
export interface Texts {
  readonly labels: Dictionary
  readonly entries: Dictionary
  readonly revisions: Dictionary
  /** The quotes of a tag, with `BETWEEN` between those of its parts. */
  readonly quotes: TextNumbers
  /** As JSON. */
  readonly attributes: Dictionary
  readonly types: Dictionary
}

export const BETWEEN = '\0'

/**
 * One person's tags and links on an article as numbers: how many of each, then the tags, then the links. A tag is its id
 * (four times 32 bits), its label, what it means, its revision, quotes and attributes (numbers of texts), the days on which it was made and
 * last changed, how many parts it has, and start and end of each part. A link is its type, the places of its two tags among the tags,
 * and its id.
 */
export type Sheet = Int32Array<ArrayBuffer>

export const noSheet: Sheet = Int32Array.of(0, 0)

export const hasNoTags = (sheet: Sheet): boolean => sheet[0] === 0

/** Where in a tag something stands. */
export const LABEL = 4
export const MEANS = 5
export const REVISION = 6
export const QUOTES = 7
export const ATTRIBUTES = 8
/** Days since 1 January 1970, UTC; 0 where nobody has said it. */
export const CREATED = 9
export const CHANGED = 10
export const PARTS = 11
export const FIRST_START = 12

/** Where in a link something stands, and how many numbers it is. */
export const TYPE = 0
export const FROM = 1
export const TO = 2
export const LINK_ID = 3
export const LINK_STRIDE = 7

/** As much of a tag as the index keeps. */
export type KeptTag = TagLike & {
  readonly codebook: string
  /** ISO 8601, UTC. */
  readonly created?: string
  readonly modified?: string
}

/** Links whose ends are not there are left out. */
export function sheetOf(records: readonly (WorkLike | KeptTag)[], texts: Texts): Sheet {
  const tags = records.filter((record) => record.is === 'annotation')
  const links = records.filter((record) => record.is === 'link')
  const places = new Map(tags.map(({ id }, i) => [id, i]))
  const numbers: number[] = [tags.length, 0]
  for (const tag of tags) {
    const { id, label, means, target, attributes } = tag
    numbers.push(
      ...idNumbers(id),
      texts.labels.numberOf(label),
      means === null ? 0 : texts.entries.numberOf(means),
      'codebook' in tag ? texts.revisions.numberOf(tag.codebook) : 0,
      texts.quotes.numberOf(target.map(({ quote }) => quote).join(BETWEEN)),
      texts.attributes.numberOf(JSON.stringify(attributes)),
      'created' in tag ? daysOf(tag.created) : 0,
      'modified' in tag ? daysOf(tag.modified) : 0,
      target.length,
    )
    for (const { start, end } of target) numbers.push(start, end)
  }
  for (const { id, type, from, to } of links) {
    const [start, end] = [places.get(from), places.get(to)]
    if (start === undefined || end === undefined) continue
    numbers.push(texts.types.numberOf(type), start, end, ...idNumbers(id))
    numbers[1]!++
  }
  return Int32Array.from(numbers)
}

/** A UUID as four numbers of 32 bits. */
export function idNumbers(id: string): readonly number[] {
  const hex = id.replaceAll('-', '')
  return [0, 8, 16, 24].map((at) => Number.parseInt(hex.slice(at, at + 8), 16) | 0)
}

const DAY = 86_400_000

/** The days since 1 January 1970 of a time (ISO 8601, UTC). */
const daysOf = (time: string | undefined): number =>
  time === undefined ? 0 : Math.floor(Date.parse(time) / DAY) || 0

/** Where each tag of a sheet begins, and at the end where the links do. */
export function placesIn(
  sheet: Sheet,
  ints: (size: number) => Int32Array = (size) => new Int32Array(size),
): Int32Array {
  const count = sheet[0] ?? 0
  const places = ints(count + 1)
  let at = 2
  for (let i = 0; i < count; i++) {
    places[i] = at
    at += FIRST_START + 2 * sheet[at + PARTS]!
  }
  places[count] = at
  return places
}

/** Calls `see` with where each tag begins. */
export function eachTag(sheet: Sheet, see: (at: number) => void): void {
  for (let at = 2, left = sheet[0] ?? 0; left > 0; left--) {
    see(at)
    at += FIRST_START + 2 * sheet[at + PARTS]!
  }
}

/** The id that begins there: that of a tag where the tag does. */
export function idAt(sheet: Sheet, at: number): string {
  const hex = [0, 1, 2, 3].map((i) => (sheet[at + i]! >>> 0).toString(16).padStart(8, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** Where the tag's last word ends. */
export const endAt = (sheet: Sheet, at: number): number =>
  sheet[at + FIRST_START + 2 * sheet[at + PARTS]! - 1]!

/** What a text of `attributes` says; the same object for the same text as long as it is in use. */
export type ReadAttributes = (number: number) => Readonly<Record<string, AttributeValue>>

/** The tags and links that the sheet was made of, as far as it kept them. */
export function recordsIn(sheet: Sheet, texts: Texts, read: ReadAttributes): WorkLike[] {
  const places = placesIn(sheet)
  const tags = Array.from({ length: sheet[0] ?? 0 }, (_, i): TagLike => {
    const at = places[i]!
    const quotes = texts.quotes.textOf(sheet[at + QUOTES]!).split(BETWEEN)
    return {
      is: 'annotation',
      id: idAt(sheet, at),
      label: texts.labels.textOf(sheet[at + LABEL]!),
      means: sheet[at + MEANS] === 0 ? null : texts.entries.textOf(sheet[at + MEANS]!),
      attributes: read(sheet[at + ATTRIBUTES]!),
      target: quotes.map((quote, part) => ({
        start: sheet[at + FIRST_START + 2 * part]!,
        end: sheet[at + FIRST_START + 2 * part + 1]!,
        quote,
      })),
    }
  })
  const first = places[tags.length]!
  const links = Array.from({ length: sheet[1] ?? 0 }, (_, i): LinkLike => {
    const at = first + LINK_STRIDE * i
    const [type, from, to] = [sheet[at + TYPE]!, sheet[at + FROM]!, sheet[at + TO]!]
    const id = idAt(sheet, at + LINK_ID)
    return { is: 'link', id, type: texts.types.textOf(type), from: tags[from]!.id, to: tags[to]!.id }
  })
  return [...tags, ...links]
}
