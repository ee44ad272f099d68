import { v5 as uuid5 } from 'uuid'
import { readArticle } from '../../../data/importers/read-article'
import type { Article } from '../../../data/model/article'
import { builtInCodebook } from '../../../data/model/built-in-codebook'
import { workDocument } from '../../../data/model/document'
import { contentId } from '../../../data/model/ids'
import type { Annotation } from '../../../data/model/records'
import type { Result } from '../../../data/model/result'
import { addArticle } from '../../../data/store/add-article'
import { createProject } from '../../../data/store/create-project'
import { encodeDocument } from '../../../data/store/encode-document'
import { makeRoot, nodeFolder } from '../../../data/store/files/node-folder'
import { bytesOfJson } from '../../../data/store/json-bytes'
import { paths } from '../../../data/store/paths'
import type { Folder } from '../../../data/store/ports'
import { rangeOf } from '../../../data/text/quote'
import { articleText, type ArticleText } from './article-text'
import { randomOf } from './random'
import { scatterTags, type ScatteredTag } from './scatter-tags'

export { plainFolder } from './plain-folder'

export interface Workload {
  readonly seed: number
  /** Newest first, as the article list shows them. `tags` is how many each annotator made. */
  readonly articles: readonly { readonly words: number; readonly tags: number }[]
  readonly annotators: readonly Annotator[]
}

export interface Annotator {
  readonly id: string
  readonly name: string
  readonly device: string
}

/** What a bench needs to know of an article that it opens. */
export interface WrittenArticle extends ArticleText {
  readonly id: string
  /** By annotator, in text order. */
  readonly tags: readonly (readonly (ScatteredTag & { readonly id: string })[])[]
}

/** "Annotator 1", "Annotator 2", …: always the same people. */
export const annotators = (count: number): Annotator[] =>
  Array.from({ length: count }, (_, i) => {
    const id = `annotator-${i + 1}`
    return { id, name: `Annotator ${i + 1}`, device: contentId(id).slice(0, 10) }
  })

const MADE = '2031-11-20T09:00:00.000Z'
const NAMESPACE = '0b9a7d1c-43f2-5a3e-8d0c-6e5f19c2b7a4'
const DAY = 86_400_000

/**
 * Writes a project folder, which must be missing or empty, as the program itself would have left it. The same
 * workload gives the same bytes. `written` is called for each article as soon as the disk has it and its tags, so
 * that a large project never stands in memory. `plainFolder` writes a large one in a minute, and flushes nothing.
 */
export async function writeWorkload(
  root: string,
  workload: Workload,
  written: (article: WrittenArticle) => void,
  folder: Folder = nodeFolder(root),
): Promise<void> {
  const { seed, annotators: people } = workload
  const id = await writeProject(root, workload, folder)
  for (const [number, { words, tags: count }] of workload.articles.entries()) {
    const text = articleText(seed, number, words)
    const article = await writeArticle(folder, text, number)
    const tags = people.map((person) =>
      scatterTags(randomOf(seed, 'tags', number, person.id), text, count).map((tag, i) => ({
        ...tag,
        id: uuid5([seed, number, person.id, i].join('/'), NAMESPACE),
      })),
    )
    for (const [i, person] of people.entries()) await writeTags(folder, id, person, article, tags[i]!)
    written({ ...text, id: article.id, tags })
  }
}

/** An empty project with these people; gives its id. */
export async function writeProject(
  root: string,
  { seed, annotators: people }: Pick<Workload, 'seed' | 'annotators'>,
  folder: Folder = nodeFolder(root),
): Promise<string> {
  must(await makeRoot(root))
  const id = contentId(`workload ${seed}`).slice(0, 16)
  must(await createProject(folder, root, { id, name: 'Workload', created: MADE }))
  for (const person of people) {
    const content = { format: 'parley/person', schema: 1, id: person.id, name: person.name }
    must(await folder.replace(paths.person(person.id), bytesOfJson(content)))
  }
  return id
}

/** A day older than the one before it, so that the list has them in this order. Its blocks are read, or those given. */
export async function writeArticle(
  folder: Folder,
  { title, text }: Pick<ArticleText, 'title' | 'text'>,
  number: number,
  blocks?: Article['blocks'],
): Promise<Article> {
  const bytes = new TextEncoder().encode(text)
  const read = must(readArticle({ name: `report-${number}.txt`, bytes }))
  const published = new Date(Date.parse(MADE) - number * DAY).toISOString().slice(0, 10)
  const article = { ...read.article, title, published, blocks: blocks ?? read.article.blocks }
  must(await addArticle(folder, article, { bytes, extension: 'txt' }))
  return article
}

/** Tags of one annotator on an article; their ids are UUIDs. */
export async function writeTags(
  folder: Folder,
  project: string,
  { id: annotator, device }: Annotator,
  article: Article,
  tags: readonly (ScatteredTag & { readonly id: string })[],
): Promise<void> {
  if (tags.length === 0) return
  const items = tags.map(({ id, label, start, end }): [string, Annotation] => [
    id,
    {
      is: 'annotation',
      id,
      created: MADE,
      modified: MADE,
      article: article.id,
      label,
      target: [rangeOf(article.text, { start, end })],
      attributes: {},
      note: '',
      means: null,
      codebook: builtInCodebook.id,
    },
  ])
  const header = { project, annotator, device, article: article.id }
  const made = Object.fromEntries(items.map(([id, record]) => [id, { rev: [1, device] as const, record }]))
  const document = encodeDocument(workDocument(header, made))
  must(await folder.replace(paths.work(annotator, device, article.id), document))
}

/** What a workload needs of the disk is either there, or there is nothing to measure. */
function must<T, P>(result: Result<T, P>): T {
  if (result.ok) return result.value
  throw new Error(`The workload could not be written: ${JSON.stringify(result.error)}`)
}
