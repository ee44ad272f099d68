import { labelOf, type Codebook } from '../../data/model/codebook'
import type { Annotation, Link, RegistryRecord, WorkRecord } from '../../data/model/records'
import { entryName, Registry } from '../../data/model/registry'
import { kept } from './last-changes'
import type { OpenedArticle, ShownSet } from './state'

type Records = ShownSet['records']

export const startOf = ({ target }: Annotation): number => target[0]?.start ?? 0
export const endOf = ({ target }: Annotation): number => target.at(-1)?.end ?? 0

/** Text order: by start, the longer first where two start together, then by id. */
const byPlaceInText = (a: Annotation, b: Annotation): number =>
  startOf(a) - startOf(b) || endOf(b) - endOf(a) || (a.id < b.id ? -1 : 1)

/** Where a tag stands in a list in text order, or would stand. Costs what the logarithm of the list does. */
export function placeOf(tags: readonly Annotation[], tag: Annotation): number {
  let [low, high] = [0, tags.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (tags[middle]!.id !== tag.id && byPlaceInText(tags[middle]!, tag) < 0) low = middle + 1
    else high = middle
  }
  return low
}

/** One person's tags in text order. The same array for the same records. */
export const annotationsIn = kept(
  (records): readonly Annotation[] =>
    [...records.values()].filter((record) => record.is === 'annotation').toSorted(byPlaceInText),
  (tags, changes) => {
    if (!changes.some(({ before, after }) => isTag(before) || isTag(after))) return tags
    const next = tags.slice()
    for (const { id, before, after } of changes) {
      const place = isTag(before) ? placeOf(next, before) : -1
      if (next[place]?.id === id) next.splice(place, 1)
      if (isTag(after)) next.splice(placeOf(next, after), 0, after)
    }
    return next
  },
)

/** How many tags one person has of each label. */
export const countsIn = kept(
  (records) => {
    const counts = new Map<string, number>()
    for (const { label } of annotationsIn(records)) count(counts, label, 1)
    return counts
  },
  (counts, changes) => {
    const next = new Map(counts)
    for (const { before, after } of changes) {
      if (isTag(before)) count(next, before.label, -1)
      if (isTag(after)) count(next, after.label, 1)
    }
    return next
  },
)

const count = (counts: Map<string, number>, label: string, more: number) =>
  counts.set(label, (counts.get(label) ?? 0) + more)

/** One person's links in the order they were made. The same array for the same records. */
export const linksIn = kept(
  (records): readonly Link[] => [...records.values()].filter(isLink),
  (links, changes) => {
    let next = links
    for (const { id, before, after } of changes) {
      if (isLink(before)) next = next.filter((link) => link.id !== id)
      if (isLink(after)) next = [...next, after]
    }
    return next
  },
)

/** Links by the tags at their ends: each stands under both. */
const linksByEnd = kept(
  (records): ReadonlyMap<string, readonly Link[]> => {
    const found = new Map<string, readonly Link[]>()
    for (const link of linksIn(records)) for (const end of endsOf(link)) put(found, end, link)
    return found
  },
  (found, changes) => {
    if (!changes.some(({ before, after }) => isLink(before) || isLink(after))) return found
    const next = new Map(found)
    for (const { id, before, after } of changes) {
      if (isLink(before))
        for (const end of endsOf(before))
          next.set(
            end,
            (next.get(end) ?? none).filter((link) => link.id !== id),
          )
      if (isLink(after)) for (const end of endsOf(after)) put(next, end, after)
    }
    return next
  },
)

const endsOf = ({ from, to }: Link) => [from, to]
const put = (found: Map<string, readonly Link[]>, end: string, link: Link) =>
  found.set(end, [...(found.get(end) ?? none), link])

const isTag = (record: WorkRecord | null | undefined): record is Annotation => record?.is === 'annotation'
const isLink = (record: WorkRecord | null | undefined): record is Link => record?.is === 'link'

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
  return theirs ? woven(mine, annotationsIn(theirs.records)) : mine
}

/** Two lists in text order as one. The same array for the same two, as long as it was the last. */
function woven(mine: readonly Annotation[], theirs: readonly Annotation[]): readonly Annotation[] {
  if (lastWoven?.mine === mine && lastWoven.theirs === theirs) return lastWoven.all
  const all: Annotation[] = []
  let next = 0
  for (const tag of mine) {
    while (next < theirs.length && byPlaceInText(theirs[next]!, tag) < 0) all.push(theirs[next++]!)
    all.push(tag)
  }
  all.push(...theirs.slice(next))
  lastWoven = { mine, theirs, all }
  return all
}

let lastWoven: Readonly<Record<'mine' | 'theirs' | 'all', readonly Annotation[]>> | null = null

/** "Claim: Velmora would not ask …": how a tag is named to people who cannot see it. */
export const nameOf = (codebook: Codebook, annotation: Annotation): string =>
  `${labelOf(codebook, annotation.label)?.name ?? annotation.label}: ${quoteOf(annotation)}`

/** What a tag means, by the name of what that counts as; `null` when it was not said. */
export function meaningOf(annotation: Annotation, registry: readonly RegistryRecord[]): string | null {
  const record = annotation.means === null ? undefined : Registry.of(registry).get(annotation.means)
  return record === undefined || record.is === 'issue' ? null : entryName(record)
}
