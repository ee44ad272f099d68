import { labelOf, type Codebook } from '../../data/model/codebook'
import type { Annotation, Link, RegistryRecord } from '../../data/model/records'
import type { OpenedArticle, ShownSet } from './state'

type Records = ShownSet['records']

/** Computes a value once for each map of records. */
function once<T>(compute: (records: Records) => T): (records: Records) => T {
  const known = new WeakMap<Records, T>()
  return (records) => {
    const value = known.get(records) ?? compute(records)
    known.set(records, value)
    return value
  }
}

export const startOf = ({ target }: Annotation): number => target[0]?.start ?? 0
export const endOf = ({ target }: Annotation): number => target.at(-1)?.end ?? 0

/** Text order: by start, the longer first where two start together, then by id. */
const byPlaceInText = (a: Annotation, b: Annotation): number =>
  startOf(a) - startOf(b) || endOf(b) - endOf(a) || (a.id < b.id ? -1 : 1)

/** One person's tags in text order. The same array for the same records. */
export const annotationsIn = once((records): readonly Annotation[] =>
  [...records.values()].filter((record) => record.is === 'annotation').toSorted(byPlaceInText),
)

/** One person's links in the order they were made. The same array for the same records. */
export const linksIn = once((records): readonly Link[] =>
  [...records.values()].filter((record) => record.is === 'link'),
)

/** Links by the tags at their ends: each stands under both. */
const linksByEnd = once((records): ReadonlyMap<string, readonly Link[]> => {
  const found = new Map<string, Link[]>()
  for (const link of linksIn(records))
    for (const end of [link.from, link.to]) found.set(end, [...(found.get(end) ?? []), link])
  return found
})

const none: readonly Link[] = []
export const linksAt = (records: Records, annotation: string): readonly Link[] =>
  linksByEnd(records).get(annotation) ?? none

/** The tag's words in one line; parts of a discontinuous tag with " … " between them. */
export const quoteOf = ({ target }: Annotation): string =>
  target
    .map(({ quote }) => quote)
    .join(' … ')
    .replace(/\s+/gu, ' ')

/** The set that a tag or link stands in; `null` when it is not in the open article. */
export const setWith = (open: OpenedArticle, id: string): ShownSet | null =>
  [open.mine, ...open.others].find(({ records }) => records.has(id)) ?? null

export function annotationIn(open: OpenedArticle, id: string | null): Annotation | null {
  const record = id === null ? undefined : setWith(open, id)?.records.get(id)
  return record?.is === 'annotation' ? record : null
}

/** The tags that are on screen: mine, and those of the person alongside, in text order. */
export function shownAnnotations(open: OpenedArticle, alongside: string | null): readonly Annotation[] {
  const mine = annotationsIn(open.mine.records)
  const theirs = open.others.find(({ annotator }) => annotator === alongside)
  return theirs ? [...mine, ...annotationsIn(theirs.records)].toSorted(byPlaceInText) : mine
}

/** "Claim: Velmora would not ask …": how a tag is named to people who cannot see it. */
export const nameOf = (codebook: Codebook, annotation: Annotation): string =>
  `${labelOf(codebook, annotation.label)?.name ?? annotation.label}: ${quoteOf(annotation)}`

/** What a tag means, by its registry record's name; `null` when that was not said. */
export function meaningOf(annotation: Annotation, registry: readonly RegistryRecord[]): string | null {
  const record = annotation.means === null ? undefined : registry.find(({ id }) => id === annotation.means)
  if (record?.is === 'actor') return record.name
  return record?.is === 'position' ? record.answer : null
}
