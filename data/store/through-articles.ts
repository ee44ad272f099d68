import { shardOf } from '../model/ids'
import { liveWork } from '../model/document'
import type { Problem } from '../model/problem'
import type { Annotation, WorkRecord } from '../model/records'
import { failed, ok, type Result } from '../model/result'
import { readWorks, workIn, writersIn, type WorkFile, type Writer } from './load-work'
import { paths } from './paths'
import type { Folder } from './ports'
import { inParallel } from './read-files'

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
  /** In the order asked for, one by one; `null` for one that is not in the folder any more. */
  readonly read: (ids: readonly string[]) => AsyncIterable<Result<ArticleText | null, Problem>>
  /** My tags by article, those among them that are only on this computer so far. */
  readonly tagsOn: (ids: readonly string[]) => Promise<ReadonlyMap<string, readonly Annotation[]>>
}

interface ThroughPorts {
  readonly folder: Folder
  /** My id. */
  readonly me: string
  /** Every article, in the order of the list. */
  readonly articles: readonly string[]
  /** My records on an article, if they are in memory or have to come there; `undefined` when they are to be read. */
  readonly inMemory: (article: string) => Promise<ReadonlyMap<string, WorkRecord> | undefined>
  /** Whether an article is known to have no tags of mine. */
  readonly hasNone: (article: string) => boolean
}

export function throughArticles({ folder, me, articles, inMemory, hasNone }: ThroughPorts): ThroughArticles {
  const inFolder = new TagsInFolder(folder, me)
  const tagsOn = async (id: string) => {
    const records = await inMemory(id)
    if (records) return annotationsOf([...records.values()])
    return hasNone(id) ? [] : inFolder.on(id)
  }
  return {
    articles,
    read: (ids) => readTexts(folder, ids),
    tagsOn: async (ids) => new Map(await inParallel(ids, 8, async (id) => [id, await tagsOn(id)] as const)),
  }
}

const utf8 = new TextDecoder()

/**
 * Texts without making sure that an id is the hash of the text, which takes longer than reading it. Whoever tags an article
 * opens it, and that makes sure.
 */
export async function* readTexts(
  folder: Folder,
  ids: readonly string[],
): AsyncGenerator<Result<ArticleText | null, Problem>, void> {
  const files = await folder.readAll(ids.map(paths.article))
  if (!files.ok) return yield* ids.map(() => files)
  for (const [i, bytes] of files.value.entries()) {
    if (!bytes.ok) yield bytes
    else if (bytes.value) yield textIn(bytes.value, ids[i]!)
    else yield ok(null)
  }
}

/** The words of an article's file, for whoever needs nothing else of it; whether the id is the hash of the text is not looked at. */
export function textIn(bytes: Uint8Array, id: string): Result<ArticleText, Problem> {
  const bad: Problem = {
    kind: 'bad-file',
    file: paths.article(id),
    where: 'text',
    expected: 'an article with its text',
  }
  let value: unknown
  try {
    value = JSON.parse(utf8.decode(bytes))
  } catch {
    return failed(bad)
  }
  const file: Readonly<Record<string, unknown>> = Object(value)
  const { title, language, text } = file
  if (file['id'] !== id || typeof title !== 'string' || typeof text !== 'string') return failed(bad)
  return ok({ id, title, text, language: typeof language === 'string' ? language : null })
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

const annotationsOf = (records: readonly WorkRecord[]): readonly Annotation[] =>
  records.filter((record) => record.is === 'annotation')
