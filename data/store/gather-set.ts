import type { AnnotationSet } from '../model/annotation-set'
import type { Codebook } from '../model/codebook'
import { compareRevisions, type Item, type Items, type Revision } from '../model/document'
import { shardOf } from '../model/ids'
import type { Problem } from '../model/problem'
import type { Person, Project } from '../model/project'
import {
  IN_FORCE,
  isEntry,
  type AnyRecord,
  type RegistryRecord,
  type SharedRecord,
  type WorkRecord,
} from '../model/records'
import { Registry } from '../model/registry'
import { REVIEW_SETTINGS, type ReviewRules } from '../model/review-records'
import { failed, ok, type Result } from '../model/result'
import { offsetMapOf, type OffsetMap } from '../text/offsets'
import { findWork } from './find-work'
import { agreedPerson, GatheredAgreed } from './gather-agreed'
import { readArticleFile } from './load-project'
import { readRegistriesOf, readWorks, workIn, writersIn, type WorkFile, type Writer } from './load-work'
import type { Folder } from './ports'
import { inBothUnits } from './set-ranges'
import type { Selection } from './store'

/** What is known of the project while a set is gathered. */
export interface Gathering {
  readonly project: Project
  readonly people: readonly Person[]
  readonly codebook: Codebook
  /** All that there are of it. */
  readonly revisions: readonly Codebook[]
  readonly articles: readonly string[]
  /** How the agreed set is derived. */
  readonly review: ReviewRules
  /** Everybody's entries, joined. */
  readonly registry: readonly RegistryRecord[]
}

/**
 * What the chosen annotators made on the chosen articles, as one set, read from the folder. The articles come in
 * the order asked for, or the project's; everything else in the order of annotators, articles and ids, so that
 * the same work gives the same set. A chosen article that cannot be read is a Problem: no set is made without it. That
 * somebody is done with an article, or lets in it stand what may be amiss, is in none. The agreed set is made of everybody's
 * work, and has only what it comes to.
 */
export async function gatherSet(
  folder: Folder,
  selection: Selection,
  { project, people, codebook, revisions, articles, review, registry }: Gathering,
): Promise<Result<AnnotationSet, Problem>> {
  // In an agreed set nobody's own work stands, but for the entries that its tags mean.
  const chosen = (annotator: string) =>
    !selection.agreed && (selection.annotators?.includes(annotator) ?? true)
  const unknown = selection.annotators?.find((annotator) => !people.some(({ id }) => id === annotator))
  if (unknown !== undefined) return failed({ kind: 'unknown-annotator', annotator: unknown })
  const troubles: Problem[] = []
  const writers = await writersIn(folder, troubles)
  const registries = await readRegistriesOf(folder, (await findWork(folder, null)).documents, troubles)
  const theirs = writers.filter(({ annotator }) => selection.agreed || chosen(annotator))
  const filesOn = filesByShard(folder, theirs, troubles)

  const set: Gathered = {
    articles: [],
    annotations: [],
    links: [],
    deleted: [],
    decisions: [],
    answers: [],
  }
  const agreed = selection.agreed
    ? new GatheredAgreed({ ...review, rule: selection.rule ?? review.rule }, Registry.of(registry), codebook)
    : null
  for (const id of selection.articles ?? articles) {
    const article = await readArticleFile(folder, id)
    if (!article.ok) return article
    if (!article.value) return failed({ kind: 'not-there', what: 'article' })
    const { format: _, schema: __, ...rest } = article.value
    set.articles.push(rest)
    const works = await readWorks(folder, await filesOn(id), troubles)
    const offsets = offsetMapOf(article.value.text)
    if (agreed) agreed.take(works, article.value, offsets)
    else takeWork(set, works, id, offsets)
  }
  const [trouble] = troubles
  if (trouble) return failed(trouble)
  set.annotations.push(...(agreed?.annotations ?? []))
  set.links.push(...(agreed?.links ?? []))

  const meant = new Set(set.annotations.map(({ means }) => means))
  const entries = [...registries].flatMap(([annotator, items]) =>
    live(items).flatMap(({ record, rev }) => (isEntry(record) ? { record, by: { annotator, rev } } : [])),
  )
  const kept = withWhatTheyName(entries, ({ record, by }) => meant.has(record.id) || chosen(by.annotator))
  const deletedEntries = deletedIn(registries).filter(({ annotator }) => chosen(annotator))
  const inForce = inForceIn(registries, codebook.id)
  const owners = [
    set.annotations,
    set.links,
    set.deleted,
    set.decisions,
    set.answers,
    kept.map(({ by }) => by),
    deletedEntries,
    inForce ? [inForce] : [],
  ].flat()
  const made = new Set([...set.annotations, ...set.decisions].map((record) => record.codebook))
  const codebooks = revisions.filter(({ id }) => made.has(id) && id !== codebook.id)
  const named = new Set(owners.map(({ annotator }) => annotator))
  const { answers, ...rest } = set
  return ok({
    format: 'parley/annotation-set',
    schema: 1,
    offsets: 'utf-16-code-units',
    project: { id: project.id, name: project.name },
    annotators: [...people, ...(agreed ? [agreedPerson] : [])]
      .filter(({ id }) => named.has(id))
      .map(({ id, name }) => ({ id, name }))
      .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    codebook,
    ...(codebooks.length > 0 && { codebooks: [...codebooks] }),
    ...(inForce && { inForce }),
    ...rest,
    ...(answers.length > 0 && { answers }),
    actors: kept.flatMap(({ record, by }) => (record.is === 'actor' ? without(record, by) : [])),
    issues: kept.flatMap(({ record, by }) => (record.is === 'issue' ? without(record, by) : [])),
    positions: kept.flatMap(({ record, by }) => (record.is === 'position' ? without(record, by) : [])),
    ...(deletedEntries.length > 0 && { deletedEntries }),
    ...(agreed && { agreed: agreed.header(people) }),
  })
}

/** The files of these devices on an article. A shard is listed once, when the first of its articles is asked for. */
function filesByShard(
  folder: Folder,
  writers: readonly Writer[],
  troubles: Problem[],
): (article: string) => Promise<readonly WorkFile[]> {
  const shards = new Map<string, Promise<ReadonlyMap<string, readonly WorkFile[]>>>()
  return async (article) => {
    const shard = shardOf(article)
    const files = shards.get(shard) ?? workIn(folder, writers, shard, troubles)
    shards.set(shard, files)
    return (await files).get(article) ?? []
  }
}

type Gathered = Required<
  Pick<AnnotationSet, 'articles' | 'annotations' | 'links' | 'deleted' | 'decisions' | 'answers'>
>
interface Entry {
  readonly record: RegistryRecord
  readonly by: { readonly annotator: string; readonly rev: Revision }
}

/** A position goes nowhere without its issue, and nothing without what it was merged into. */
function withWhatTheyName(entries: readonly Entry[], wanted: (entry: Entry) => boolean): Entry[] {
  const named = new Map<string, string[]>()
  for (const { record } of entries) {
    const names = [record.into, record.is === 'position' ? record.issue : undefined]
    const known = named.get(record.id) ?? []
    named.set(record.id, [...known, ...names.filter((name) => name !== undefined)])
  }
  const kept = new Set<string>()
  const waiting = entries.filter(wanted).map(({ record }) => record.id)
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (kept.has(id)) continue
    kept.add(id)
    waiting.push(...(named.get(id) ?? []))
  }
  return entries.filter(({ record }) => kept.has(record.id))
}

type Registries = ReadonlyMap<string, Items<SharedRecord>>

const deletedIn = (registries: Registries): NonNullable<AnnotationSet['deletedEntries']> =>
  [...registries].flatMap(([annotator, items]) =>
    Object.keys(items)
      .toSorted()
      .flatMap((id) => {
        const item = items[id]
        return item && !item.record && id !== IN_FORCE && id !== REVIEW_SETTINGS
          ? [{ id, annotator, rev: item.rev }]
          : []
      }),
  )

/** Who put this codebook in force last, if anybody has. */
function inForceIn(registries: Registries, codebook: string): AnnotationSet['inForce'] {
  const found = [...registries].flatMap(([annotator, items]) => {
    const item = items[IN_FORCE]
    return item?.record?.is === 'in-force' ? [{ annotator, rev: item.rev, record: item.record }] : []
  })
  const last = found.toSorted((a, b) => compareRevisions(a.rev, b.rev)).at(-1)
  if (last?.record.codebook !== codebook) return undefined
  const { created, modified } = last.record
  return { annotator: last.annotator, rev: last.rev, codebook, created, modified }
}

const without = <R extends RegistryRecord>({ is: _, ...rest }: R, by: Entry['by']) => ({ ...rest, ...by })

function takeWork(
  set: Gathered,
  works: ReadonlyMap<string, Items<WorkRecord>>,
  article: string,
  offsets: OffsetMap,
): void {
  for (const annotator of [...works.keys()].toSorted()) {
    const items = works.get(annotator) ?? {}
    for (const id of Object.keys(items).toSorted()) {
      const item = items[id]
      if (item && !item.record) set.deleted.push({ id, articleId: article, annotator, rev: item.rev })
    }
    for (const { record, rev } of live(items)) {
      if (record.is === 'link') {
        const { is: _, article: articleId, ...link } = record
        set.links.push({ ...link, articleId, annotator, rev })
      } else if (record.is === 'annotation') {
        const { is: _, article: articleId, ...annotation } = record
        set.annotations.push({
          ...annotation,
          target: inBothUnits(record.target, offsets),
          articleId,
          annotator,
          rev,
        })
      } else if (record.is === 'decision') {
        const { is: _, article: articleId, readings, ...decision } = record
        const counted = readings.map((reading) => ({
          ...reading,
          target: inBothUnits(reading.target, offsets),
        }))
        set.decisions.push({ ...decision, readings: counted, articleId, annotator, rev })
      } else if (record.is === 'answer') {
        const { is: _, article: articleId, ...answer } = record
        set.answers.push({ ...answer, articleId, annotator, rev })
      }
    }
  }
}

const live = <R extends AnyRecord>(items: Items<R>): (Item<R> & { readonly record: R })[] =>
  Object.keys(items)
    .toSorted()
    .flatMap((id) => {
      const item = items[id]
      return item?.record ? [{ ...item, record: item.record }] : []
    })
