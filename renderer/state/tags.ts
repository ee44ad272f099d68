import type { Codebook } from '../../data/model/codebook'
import { labelShown } from '../../data/model/labels-in-force'
import type { Annotation, Link, Range, RegistryRecord, WorkRecord } from '../../data/model/records'
import { entryName, Registry } from '../../data/model/registry'
import { PackedRecords } from '../../data/store/packed-records'
import { kept } from './last-changes'
import { ofKind } from './records-that'
import type { OpenedArticle, ShownSet } from './state'
import { isTag, TagList, WovenTags, type Tags } from './tag-list'

type Records = ShownSet['records']

/** One person's tags. The same list for the same records. */
export const annotationsIn = kept(
  (records) => TagList.of(records),
  (tags, changes, after) => tags.after(changes, after),
)

/** Whether one person has any tag; no tag is made for that. */
export function hasTags(records: Records): boolean {
  if (records instanceof PackedRecords) return records.size > records.others.size
  for (const record of records.values()) if (record.is === 'annotation') return true
  return false
}

/** How many tags one person has of each label. */
export const countsIn = kept(
  (records) => annotationsIn(records).countLabels(),
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

const isLink = (record: WorkRecord | null): record is Link => record?.is === 'link'

/** One person's links in the order they were made. The same array for the same records. */
export const linksIn = (records: Records): readonly Link[] => ofKind(records, 'link')

/** The lints that one person has dismissed, by their keys, and how often. The same for the same records. */
export const dismissedIn = kept(
  (records): ReadonlyMap<string, number> => {
    const dismissed = new Map<string, number>()
    for (const { lint } of ofKind(records, 'dismissed')) count(dismissed, lint, 1)
    return dismissed
  },
  (dismissed, changes) => {
    if (!changes.some(({ before, after }) => (after ?? before)?.is === 'dismissed')) return dismissed
    const next = new Map(dismissed)
    for (const { before, after } of changes) {
      if (before?.is === 'dismissed') count(next, before.lint, -1)
      if (after?.is === 'dismissed') count(next, after.lint, 1)
    }
    return next
  },
)

/** Whether one person let this lint stand. */
export const isDismissed = (records: Records, lint: string): boolean =>
  (dismissedIn(records).get(lint) ?? 0) > 0

/** Whether somebody is done with the article, as these records say. */
export const isDoneIn = (records: Records): boolean => ofKind(records, 'done').length > 0

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

const none: readonly Link[] = []
export const linksAt = (records: Records, annotation: string): readonly Link[] =>
  linksByEnd(records).get(annotation) ?? none

/** The tag's words in one line; parts of a discontinuous tag with " … " between them. */
export const quoteOf = ({ target }: { readonly target: readonly Pick<Range, 'quote'>[] }): string =>
  target
    .map(({ quote }) => quote)
    .join(' … ')
    .replace(/\s+/gu, ' ')

/** The set that a tag or link stands in; `null` when it is not in the open article. */
export const setWith = (open: OpenedArticle, id: string): ShownSet | null =>
  [open.mine, ...besideIn(open)].find(({ records }) => records.has(id)) ?? null

/** Whose tags can stand beside mine: others', and the agreed set's while it is asked for. */
export const besideIn = (open: OpenedArticle): readonly ShownSet[] =>
  open.agreed ? [...open.others, open.agreed] : open.others

export function annotationIn(open: OpenedArticle, id: string | null): Annotation | null {
  const record = id === null ? undefined : setWith(open, id)?.records.get(id)
  return record?.is === 'annotation' ? record : null
}

/** The tags that are on screen: mine, and those of the person alongside. */
export function shownAnnotations(open: OpenedArticle, alongside: string | null): Tags {
  const mine = annotationsIn(open.mine.records)
  const theirs = besideIn(open).find(({ annotator }) => annotator === alongside)
  return theirs ? woven(mine, annotationsIn(theirs.records)) : mine
}

/** Two people's tags as one list. The same list for the same two, as long as it was the last. */
function woven(mine: Tags, theirs: Tags): WovenTags {
  if (lastWoven?.mine === mine && lastWoven.theirs === theirs) return lastWoven.all
  const all = WovenTags.of(mine, theirs)
  lastWoven = { mine, theirs, all }
  return all
}

let lastWoven: { readonly mine: Tags; readonly theirs: Tags; readonly all: WovenTags } | null = null

/** "Claim: Velmora would not ask …": how a tag is named to people who cannot see it. */
export const nameOf = (codebook: Codebook, annotation: Annotation): string =>
  `${labelShown(codebook, annotation.label)?.name ?? annotation.label}: ${quoteOf(annotation)}`

/** What a tag means, by the name of what that counts as; `null` when it was not said. */
export function meaningOf(annotation: Annotation, registry: readonly RegistryRecord[]): string | null {
  const record = annotation.means === null ? undefined : Registry.of(registry).get(annotation.means)
  return record === undefined || record.is === 'issue' ? null : entryName(record)
}
