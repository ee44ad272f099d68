import type { AnnotationSet, SetAnnotation, SetArticle } from '../model/annotation-set'
import { faultInBlocks, type Article } from '../model/article'
import {
  likelyClock,
  registryDocument,
  type Item,
  type RegistryDocument,
  type Revision,
  type WorkDocument,
  workDocument,
} from '../model/document'
import { contentId } from '../model/ids'
import type { Problem } from '../model/problem'
import { IN_FORCE, type Annotation, type SharedRecord, type WorkRecord } from '../model/records'
import { failed, ok, type Result } from '../model/result'
import { addArticle } from './add-article'
import { encodeDocument } from './encode-document'
import { bytesOfJson } from './json-bytes'
import { withoutAgreedName } from './agreed-name'
import { receivedSets } from './load-work'
import { receivedAgreed } from './received-agreed'
import { paths } from './paths'
import type { Folder } from './ports'
import type { Received } from './store'

/** What a set becomes in the folder. */
interface Inbox {
  /** The hash of the set: the same set twice is one. */
  readonly id: string
  readonly documents: readonly (WorkDocument | RegistryDocument)[]
}

/**
 * Puts somebody's set into `inbox/<id>/`, with the articles that it brings. `set.json` is written last, and an
 * inbox without it counts for nothing, so an interrupted import has changed nothing but, at most, added articles.
 */
export async function receiveSet(
  folder: Folder,
  whole: AnnotationSet,
  { project, now }: { readonly project: string; readonly now: string },
): Promise<Result<Received, Problem>> {
  const set = withoutAgreedName(whole)
  const inbox = inboxOf(set, { project, before: (await receivedSets(folder, [])).length })
  const here = await folder.read(`${paths.inbox(inbox.id)}/set.json`)
  if (!here.ok) return here
  const names = set.annotators.map(({ name }) => name)
  const told = { annotators: names, tags: set.annotations.length }
  if (here.value) return ok({ ...told, isNew: false })

  const articles = set.articles.map(articleOf)
  for (const [i, article] of articles.entries()) {
    const fault = faultInBlocks(article)
    if (fault)
      return failed({
        kind: 'bad-file',
        file: article.title,
        where: `articles[${i}].${fault.where}`,
        expected: fault.expected,
      })
  }
  for (const article of articles) {
    const written = await addArticle(folder, article, null)
    if (!written.ok) return written
  }
  for (const { id, name } of set.annotators) {
    const person = { format: 'parley/person', schema: 1, id, name }
    const written = await folder.replace(`${paths.inbox(inbox.id)}/people/${id}.json`, bytesOfJson(person))
    if (!written.ok) return written
  }
  // Of this very project: what somebody put in force is joined as from any of its copies, and needs its revisions.
  const revisions = set.inForce && set.project.id === project ? [set.codebook, ...(set.codebooks ?? [])] : []
  for (const revision of revisions) {
    const written = await folder.create(paths.codebook(revision.id), bytesOfJson(revision))
    if (!written.ok) return written
  }
  for (const document of inbox.documents) {
    const written = await folder.replace(
      `${paths.inbox(inbox.id)}/${pathOf(document)}`,
      encodeDocument(document),
    )
    if (!written.ok) return written
  }
  for (const file of receivedAgreed(set)) {
    const written = await folder.replace(paths.receivedAgreed(inbox.id, file.article), bytesOfJson(file))
    if (!written.ok) return written
  }
  const receipt = {
    format: 'parley/received-set',
    schema: 1,
    id: inbox.id,
    ...told,
    received: now,
    codebook: set.codebook,
    ...(set.codebooks && { codebooks: set.codebooks }),
  }
  const done = await folder.create(`${paths.inbox(inbox.id)}/set.json`, bytesOfJson(receipt))
  return done.ok ? ok({ ...told, isNew: true }) : done
}

const pathOf = (document: WorkDocument | RegistryDocument): string =>
  document.format === 'parley/work'
    ? paths.work(document.annotator, document.device, document.article)
    : paths.registry(document.annotator, document.device)

const articleOf = (article: SetArticle): Article => ({ format: 'parley/article', schema: 1, ...article })

/**
 * The set in the layout of a project: one document an annotator and article, one registry an annotator. `before` is
 * how many sets were received before it.
 */
function inboxOf(
  set: AnnotationSet,
  { project, before }: { readonly project: string; readonly before: number },
): Inbox {
  const id = contentId(JSON.stringify(set))
  // A set has no device of its own. Of two sets without revisions the one that came later counts.
  const device = ordinal(before) + id.slice(0, 6)
  const revision = (rev: Revision | undefined): Revision =>
    rev ? [likelyClock(rev[0]), rev[1]] : [0, device]
  const work = new Map<string, Record<string, Item<WorkRecord>>>()
  const put = (annotator: string, article: string, id: string, item: Item<WorkRecord>) => {
    const key = `${annotator}/${article}`
    const items = work.get(key) ?? {}
    items[id] = item
    work.set(key, items)
  }
  for (const { annotator, articleId: article, rev, target, provenance: _, ...rest } of set.annotations) {
    const record: WorkRecord = { is: 'annotation', ...rest, article, target: inCodeUnits(target) }
    put(annotator, article, record.id, { rev: revision(rev), record })
  }
  for (const { annotator, articleId: article, rev, provenance: _, ...rest } of set.links)
    put(annotator, article, rest.id, { rev: revision(rev), record: { is: 'link', ...rest, article } })
  for (const { annotator, articleId: article, rev, readings, ...rest } of set.decisions) {
    const record: WorkRecord = {
      is: 'decision',
      ...rest,
      article,
      readings: readings.map((reading) => ({ ...reading, target: inCodeUnits(reading.target) })),
    }
    put(annotator, article, record.id, { rev: revision(rev), record })
  }
  for (const { annotator, articleId: article, rev, ...rest } of set.answers ?? [])
    put(annotator, article, rest.id, { rev: revision(rev), record: { is: 'answer', ...rest, article } })
  for (const { annotator, articleId: article, rev, id: gone } of set.deleted)
    put(annotator, article, gone, { rev: revision(rev), record: null })

  const registries = new Map<string, Record<string, Item<SharedRecord>>>()
  const putShared = (annotator: string, id: string, item: Item<SharedRecord>) => {
    const items = registries.get(annotator) ?? {}
    items[id] = item
    registries.set(annotator, items)
  }
  const enter = (annotator: string, record: SharedRecord, rev: Revision | undefined) =>
    putShared(annotator, record.id, { rev: revision(rev), record })
  for (const { annotator, rev, ...actor } of set.actors) enter(annotator, { is: 'actor', ...actor }, rev)
  for (const { annotator, rev, ...issue } of set.issues) enter(annotator, { is: 'issue', ...issue }, rev)
  for (const { annotator, rev, ...position } of set.positions)
    enter(annotator, { is: 'position', ...position }, rev)
  for (const { annotator, rev, id: gone } of set.deletedEntries ?? [])
    putShared(annotator, gone, { rev: revision(rev), record: null })
  if (set.inForce && set.project.id === project) {
    const { annotator, rev, ...rest } = set.inForce
    enter(annotator, { is: 'in-force', id: IN_FORCE, ...rest }, rev)
  }

  const documents = [
    ...[...work].map(([key, items]): WorkDocument => {
      const [annotator = '', article = ''] = key.split('/')
      return workDocument({ project, annotator, device, article }, items)
    }),
    ...[...registries].map(([annotator, items]) => registryDocument({ project, annotator, device }, items)),
  ]
  return { id, documents }
}

const inCodeUnits = (target: SetAnnotation['target']): Annotation['target'] =>
  target.map(({ start, end, quote, prefix, suffix }) => ({ start, end, quote, prefix, suffix }))

/** Digits of device ids in the order in which revisions are compared. */
const digits = '234567abcdefghijklmnopqrstuvwxyz'

/** A number as four digits, so that a greater one comes later. */
const ordinal = (n: number): string =>
  [15, 10, 5, 0].map((shift) => digits[(Math.min(n, 2 ** 20 - 1) >> shift) & 31]).join('')
