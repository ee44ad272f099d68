import type { Article } from '../model/article'
import type { Annotation, WorkRecord } from '../model/records'
import { byPlaceInText } from '../model/text-order'
import { isPlainId } from './packed-ids'
import type { TagSet } from './views'

/**
 * What one annotator made on one article, in columns and in text order: what every tag has stands in a row of texts of
 * one length, or of numbers, so that it can be read out of the middle. Words that stand in the article are not here a
 * second time.
 */
export interface PackedSet {
  readonly annotator: string
  /** Labels and revisions of the codebook; each stands here once, and is a number from then on. */
  readonly names: readonly string[]
  /** Of each ordinary tag in turn, 36 code units. */
  readonly ids: string
  /** When each was made, in milliseconds since 1970. */
  readonly created: readonly number[]
  /** `NUMBERS` each: see `numbersOf`. */
  readonly numbers: readonly number[]
  /** What only some tags have, with the number of the tag, from 0. */
  readonly more: readonly (readonly [tag: number, more: More])[]
  /** What is not an ordinary tag stands here as it is, with its turn. */
  readonly others: readonly (readonly [turn: number, record: WorkRecord])[]
}

/** What a tag has besides its columns; what it does not name is empty, and `modified` is `created`. */
export interface More extends Partial<Pick<Annotation, 'modified' | 'attributes' | 'note' | 'means'>> {
  /** Of each range after the first: start, end, lengths of prefix and suffix. UTF-16 code units. */
  readonly ranges?: readonly number[]
}

/**
 * Start, end, lengths of prefix and suffix of the first range; label and codebook as numbers of names; and the tag's turn,
 * which is its place among the records in the order they were made.
 */
export const NUMBERS = 7

export function packedSet(article: Article, { annotator, records }: TagSet): PackedSet {
  const names = new Map<string, number>()
  const numberOf = (name: string) => {
    const number = names.get(name) ?? names.size
    names.set(name, number)
    return number
  }
  const turns = new Map<Annotation, number>()
  const others: [number, WorkRecord][] = []
  for (const [turn, record] of records.entries())
    if (record.is === 'annotation' && isOrdinary(article, record)) turns.set(record, turn)
    else others.push([turn, record])
  const tags = [...turns.keys()].toSorted(byPlaceInText)
  const numbers = tags.flatMap((tag) => [...numbersOf(tag, numberOf), turns.get(tag)!])
  return {
    annotator,
    names: [...names.keys()],
    ids: tags.map(({ id }) => id).join(''),
    created: tags.map(({ created }) => Date.parse(created)),
    numbers,
    more: tags.flatMap((tag, i) => {
      const more = moreOf(tag)
      return Object.keys(more).length === 0 ? [] : [[i, more] as const]
    }),
    others,
  }
}

/** Whether all that there is in it comes back out of the columns: a newer program may have written more, and words may have changed. */
const isOrdinary = ({ id, text }: Article, tag: Annotation): boolean =>
  tag.article === id &&
  isPlainId(tag.id) &&
  isPlainTime(tag.created) &&
  tag.target.length > 0 &&
  Object.keys(tag).length === FIELDS &&
  tag.target.every(
    (range) =>
      Object.keys(range).length === FIELDS_OF_RANGE &&
      text.slice(range.start, range.end) === range.quote &&
      text.slice(Math.max(0, range.start - range.prefix.length), range.start) === range.prefix &&
      text.slice(range.end, range.end + range.suffix.length) === range.suffix,
  )

/** "2031-11-20T09:00:00.000Z": a time that comes back out of its milliseconds. */
function isPlainTime(time: string): boolean {
  const at = Date.parse(time)
  return !Number.isNaN(at) && new Date(at).toISOString() === time
}

/** How many fields a tag has, and a range. */
const FIELDS = 11
const FIELDS_OF_RANGE = 5

const numbersOf = ({ target, label, codebook }: Annotation, numberOf: (name: string) => number): number[] => [
  ...placeOf(target[0]!),
  numberOf(label),
  numberOf(codebook),
]

const placeOf = ({ start, end, prefix, suffix }: Annotation['target'][number]): number[] => [
  start,
  end,
  prefix.length,
  suffix.length,
]

const moreOf = ({ created, modified, attributes, note, means, target }: Annotation): More => ({
  ...(modified !== created && { modified }),
  ...(Object.keys(attributes).length > 0 && { attributes }),
  ...(note !== '' && { note }),
  ...(means !== null && { means }),
  ...(target.length > 1 && { ranges: target.slice(1).flatMap(placeOf) }),
})
