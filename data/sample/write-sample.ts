import { v5 as uuid5 } from 'uuid'
import { builtInCodebook } from '../model/built-in-codebook'
import type { Article } from '../model/article'
import { registryDocument, workDocument, type Item, type Revision } from '../model/document'
import { contentId } from '../model/ids'
import type { Problem } from '../model/problem'
import type { Project } from '../model/project'
import type { RegistryRecord, WorkRecord } from '../model/records'
import { ok, type Result } from '../model/result'
import { correct, readArticle } from '../importers/read-article'
import { addArticle } from '../store/add-article'
import { createProject } from '../store/create-project'
import { encodeDocument } from '../store/encode-document'
import { bytesOfJson } from '../store/json-bytes'
import { paths } from '../store/paths'
import type { Folder } from '../store/ports'
import { rangeOf } from '../text/quote'
import { sampleAnnotators } from './annotators'
import { sampleArticles } from './articles'
import { findQuote } from './find-quote'
import { sampleActors, samplePositions } from './registries'
import type { SampleWork } from './sample-types'
import { sampleWork } from './tags'
import { sampleTexts } from './texts'

/** Every record of the sample was "made" then; the same sample has the same records everywhere. */
const MADE = '2031-11-20T09:00:00.000Z'
const NAMESPACE = '6f0e1c1a-7a55-5d0e-9d5e-2f6d3c1b8a40'
const idOf = (...names: string[]): string => uuid5(names.join('/'), NAMESPACE)
const stamp = { created: MADE, modified: MADE }

/**
 * Writes the sample project into an empty folder, as its two annotators would have left it: their articles, tags,
 * links and registries. `id` and `created` are the copy's own.
 */
export async function writeSample(
  folder: Folder,
  root: string,
  copy: Pick<Project, 'id' | 'created'>,
): Promise<Result<Project, Problem>> {
  const project = await createProject(folder, root, { ...copy, name: 'The Tesk valley talks' })
  if (!project.ok) return project
  const articles = await writeArticles(folder)
  if (!articles.ok) return articles
  for (const { key, name } of sampleAnnotators) {
    const person = { format: 'parley/person', schema: 1, id: annotatorOf(key), name }
    const written = await folder.replace(paths.person(annotatorOf(key)), bytesOfJson(person))
    if (!written.ok) return written
    const registry = await writeItems(folder, copy.id, key, null, registryOf(key))
    if (!registry.ok) return registry
  }
  for (const work of sampleWork) {
    const article = articles.value.get(work.article)
    if (!article) continue
    const written = await writeItems(folder, copy.id, work.annotator, article.id, recordsOf(work, article))
    if (!written.ok) return written
  }
  return project
}

async function writeArticles(folder: Folder): Promise<Result<ReadonlyMap<string, Article>, Problem>> {
  const articles = new Map<string, Article>()
  for (const { name, fileName, known } of sampleArticles) {
    const bytes = new TextEncoder().encode(sampleTexts[name])
    const read = readArticle({ name: fileName, bytes })
    if (!read.ok) return read
    const article = correct(read.value, { metadata: known })
    const added = await addArticle(folder, article, { bytes, extension: 'txt' })
    if (!added.ok) return added
    articles.set(name, article)
  }
  return ok(articles)
}

/** "Ines Holloway" works as `ines-holloway-sample`, on a device of her own. */
const annotatorOf = (key: string): string => {
  const { name } = sampleAnnotators.find((annotator) => annotator.key === key)!
  return `${name.toLowerCase().replace(/ /g, '-')}-sample`
}

const deviceOf = (key: string): string => contentId(key).slice(0, 10)

const isEntryHere = (record: WorkRecord | RegistryRecord): record is RegistryRecord => !('article' in record)

async function writeItems(
  folder: Folder,
  project: string,
  key: string,
  article: string | null,
  records: readonly (WorkRecord | RegistryRecord)[],
): Promise<Result<null, Problem>> {
  if (records.length === 0) return ok(null)
  const [annotator, device] = [annotatorOf(key), deviceOf(key)]
  const rev: Revision = [1, device]
  const header = { project, annotator, device }
  const items = <R extends { readonly id: string }>(of: readonly R[]): Record<string, Item<R>> =>
    Object.fromEntries(of.map((record) => [record.id, { rev, record }]))
  if (article === null) {
    const entries = records.filter(isEntryHere)
    const bytes = encodeDocument(registryDocument(header, items(entries)))
    return folder.replace(paths.registry(annotator, device), bytes)
  }
  const work = records.filter((record) => !isEntryHere(record))
  const bytes = encodeDocument(workDocument({ ...header, article }, items(work)))
  return folder.replace(paths.work(annotator, device, article), bytes)
}

/** The actors, issues and positions that this annotator added. Positions of one question share one issue. */
function registryOf(annotator: string): RegistryRecord[] {
  const actors = sampleActors
    .filter(({ addedBy }) => addedBy === annotator)
    .map(({ key, name, aliases, kind, country, roles, speaksFor }): RegistryRecord => {
      const dated = (roles ?? []).map(({ title, from, to }) => ({
        title,
        from: from ?? null,
        to: to ?? null,
      }))
      return {
        is: 'actor',
        id: idOf('registry', key),
        ...stamp,
        name,
        aliases: [...aliases],
        kind,
        country: country ?? null,
        roles: dated,
        ...(speaksFor !== undefined && { speaksFor: idOf('registry', speaksFor) }),
      }
    })
  const positions = samplePositions.filter(({ addedBy }) => addedBy === annotator)
  const asked = new Set(samplePositions.map(({ issue }) => issue))
  const askedHere = [...asked].filter(
    (question) => samplePositions.find(({ issue }) => issue === question)?.addedBy === annotator,
  )
  return [
    ...actors,
    ...askedHere.map((question): RegistryRecord => ({
      is: 'issue',
      id: idOf('issue', question),
      ...stamp,
      question,
    })),
    ...positions.map(({ key, issue, answer, opposes }): RegistryRecord => ({
      is: 'position',
      id: idOf('registry', key),
      ...stamp,
      issue: idOf('issue', issue),
      answer,
      ...(opposes && { opposes: opposes.map((other) => idOf('registry', other)) }),
    })),
  ]
}

function recordsOf(work: SampleWork, article: Article): WorkRecord[] {
  const tagId = (key: string) => idOf(work.annotator, work.article, key)
  const tags = work.tags.flatMap((tag, i): WorkRecord[] => {
    const spans = findQuote(article.text, tag)
    if (!spans) return []
    return [
      {
        is: 'annotation',
        id: tagId(tag.key ?? `tag ${i}`),
        ...stamp,
        article: article.id,
        label: tag.label,
        target: spans.map((span) => rangeOf(article.text, span)),
        attributes: { ...tag.attributes },
        note: tag.note ?? '',
        means: tag.means === undefined ? null : idOf('registry', tag.means),
        codebook: builtInCodebook.id,
      },
    ]
  })
  const links = work.links.map(({ type, from, to }): WorkRecord => ({
    is: 'link',
    id: idOf(work.annotator, work.article, from, type, to),
    ...stamp,
    article: article.id,
    type,
    from: tagId(from),
    to: tagId(to),
  }))
  return [...tags, ...links]
}
