import { shardOf } from '../model/ids'
import { liveWork } from '../model/document'
import { parseJson } from '../model/parse'
import type { Problem } from '../model/problem'
import type { Annotation, WorkRecord } from '../model/records'
import { failed, ok, type Result } from '../model/result'
import { readWorks, workIn, writersIn, type WorkFile, type Writer } from './load-work'
import { paths } from './paths'
import type { Folder } from './ports'

/** An article as far as its words are looked for. */
export interface ArticleText {
  readonly id: string
  readonly title: string
  readonly language: string | null
  readonly text: string
}

/** The texts of all articles and my tags on them, for whoever looks through them; nothing of it stays in memory. */
export interface ThroughArticles {
  /** Every article, in the order of the list. */
  readonly articles: readonly string[]
  /** In the order asked for; `null` for one that is not in the folder any more. */
  readonly read: (ids: readonly string[]) => Promise<readonly Result<ArticleText | null, Problem>[]>
  /** My tags by article, those among them that are only on this computer so far. */
  readonly tagsOn: (ids: readonly string[]) => Promise<ReadonlyMap<string, readonly Annotation[]>>
}

const utf8 = new TextDecoder()

/**
 * Texts without making sure that an id is the hash of the text, which takes longer than reading it. Whoever tags an article
 * opens it, and that makes sure.
 */
export async function readTexts(
  folder: Folder,
  ids: readonly string[],
): Promise<readonly Result<ArticleText | null, Problem>[]> {
  const files = await folder.readAll(ids.map(paths.article))
  if (!files.ok) return ids.map(() => files)
  return files.value.map((bytes, i): Result<ArticleText | null, Problem> => {
    if (!bytes.ok) return bytes
    if (!bytes.value) return ok(null)
    const file = paths.article(ids[i]!)
    const json = parseJson(utf8.decode(bytes.value))
    if (!json.ok) return failed({ kind: 'bad-file', file, ...json.error })
    const { id, title, language, text }: Readonly<Record<string, unknown>> = Object(json.value)
    if (id !== ids[i] || typeof title !== 'string' || typeof text !== 'string')
      return failed({ kind: 'bad-file', file, where: 'text', expected: 'an article with its text' })
    return ok({ id: ids[i]!, title, text, language: typeof language === 'string' ? language : null })
  })
}

/** Reads somebody's tags as the folder has them. Where their files lie is looked up once for each shard. */
export class TagsInFolder {
  readonly #folder: Folder
  readonly #annotator: string
  #writers: Promise<readonly Writer[]> | null = null
  readonly #shards = new Map<string, Promise<ReadonlyMap<string, readonly WorkFile[]>>>()

  constructor(folder: Folder, annotator: string) {
    this.#folder = folder
    this.#annotator = annotator
  }

  /** Files that cannot be read say nothing here: whoever opens the article is told. */
  async on(article: string): Promise<readonly Annotation[]> {
    this.#writers ??= writersIn(this.#folder).then((all) =>
      all.filter(({ annotator }) => annotator === this.#annotator),
    )
    const writers = await this.#writers
    const shard = shardOf(article)
    const listed = this.#shards.get(shard) ?? workIn(this.#folder, writers, shard, [])
    this.#shards.set(shard, listed)
    const files = (await listed).get(article) ?? []
    if (files.length === 0) return []
    return annotationsOf([...(await readWorks(this.#folder, files, [])).values()].flatMap(liveWork))
  }
}

export const annotationsOf = (records: readonly WorkRecord[]): readonly Annotation[] =>
  records.filter((record) => record.is === 'annotation')
