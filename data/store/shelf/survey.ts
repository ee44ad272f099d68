import { summaryOf, type ArticleSummary } from '../../model/article'
import type { Problem } from '../../model/problem'
import { articleShards, articlesIn, readArticleFile } from '../load-project'
import { shardsIn, workIn, writersIn, type Writer } from '../load-work'
import { paths } from '../paths'
import type { Folder, Stamp } from '../ports'
import { inParallel } from '../read-files'
import { countWork, noneCounted } from './count-work'
import { skimArticle } from './skim-article'
import type { Tallies } from './tallies'
import type { Tally } from './tally'

/** What a part of a look brought. */
export interface News {
  /** Articles that are new, or whose number of tags is another. */
  readonly listed: readonly string[]
  /** Articles that are not in the folder any more. */
  readonly gone: readonly string[]
  /** Articles on which somebody has saved, or may have. */
  readonly touched: readonly string[]
  /** There are other people now, or they have other names. */
  readonly people: boolean
}

export const nothingNew: News = { listed: [], gone: [], touched: [], people: false }

/** The stamps of folders by base ("articles", or where a device writes) and shard. */
export type Seen = Map<string, Map<string, Stamp>>

/** What the looks fill. */
export interface Holdings {
  readonly articles: Map<string, ArticleSummary>
  readonly tallies: Tallies
  /** By the shard of articles, or the person and the shard, that they came up in. */
  readonly troubles: Map<string, readonly Problem[]>
  readonly seen: Seen
}

/** Folders whose stamps are asked for at once. */
const BATCH = 256

/**
 * Finds out what has changed in a folder of two hundred thousand files without reading them. Files lie in shards, and
 * the stamp of a shard's folder changes when a file in it is made, replaced or removed; so twenty thousand stamps are
 * compared with those of the last look, and only the shards behind other stamps are read.
 *
 * Looks are generators: each step is a little work, and whoever runs them may rest in between. A folder that cannot be
 * reached ends a look, and all stays as it was.
 */
export class Survey {
  readonly #folder: Folder
  readonly #held: Holdings
  readonly #inMemory: (annotator: string, article: string) => Tally | null

  constructor(
    folder: Folder,
    held: Holdings,
    inMemory: (annotator: string, article: string) => Tally | null,
  ) {
    this.#folder = folder
    this.#held = held
    this.#inMemory = inMemory
  }

  /** Takes in new articles, and takes out those that are gone. Articles never change. */
  async *lookAtArticles(careful: boolean): AsyncGenerator<News> {
    const shards = await articleShards(this.#folder)
    if (!shards.ok) return this.#note(paths.articles, [shards.error])
    this.#note(paths.articles, [])
    const byShard = new Map<string, string[]>()
    for (const [id] of this.#held.articles) {
      const shard = id.slice(-2)
      byShard.set(shard, [...(byShard.get(shard) ?? []), id])
    }
    for await (const changed of this.#changes(paths.articles, shards.value)) {
      const news = await inParallel([...changed], 8, async ([shard, stamp]) => {
        const troubles: Problem[] = []
        const ids = await articlesIn(this.#folder, shard)
        if (!ids.ok) return { listed: [], gone: [] }
        const listed = ids.value.filter((id) => !this.#held.articles.has(id))
        const gone = (byShard.get(shard) ?? []).filter((id) => !ids.value.includes(id))
        const summaries = await this.#summaries(listed, careful, troubles)
        if (!summaries) return { listed: [], gone: [] }
        for (const summary of summaries) this.#held.articles.set(summary.id, summary)
        for (const id of gone) this.#held.articles.delete(id)
        this.#note(`${paths.articles}/${shard}`, troubles)
        // An article's folder comes first, and its file without a new stamp of the shard: that is looked for again.
        if (summaries.length + troubles.length === listed.length) this.#saw(paths.articles, shard, stamp)
        return { listed: summaries.map(({ id }) => id), gone }
      })
      yield {
        ...nothingNew,
        listed: news.flatMap(({ listed }) => listed),
        gone: news.flatMap(({ gone }) => gone),
      }
    }
  }

  /** How many articles there are, and folders that everybody's work lies in. */
  async size(): Promise<number> {
    const shards = await articleShards(this.#folder)
    const articles = await inParallel(shards.ok ? shards.value : [], 16, async (shard) => {
      const ids = await articlesIn(this.#folder, shard)
      return ids.ok ? ids.value.length : 0
    })
    const writers = await writersIn(this.#folder)
    const folders = await inParallel(
      writers,
      8,
      async (writer) => (await shardsIn(this.#folder, writer, [])).length,
    )
    return [...articles, ...folders].reduce((sum, count) => sum + count, 0)
  }

  /** Counts tags anew where somebody has saved. `isPassedOver` names the folders whose changes are known anyway. */
  async *lookAtWork(careful: boolean, isPassedOver: (writer: Writer) => boolean): AsyncGenerator<News> {
    const troubles: Problem[] = []
    const writers = await writersIn(this.#folder, troubles)
    this.#note(paths.works, troubles)
    if (troubles.length > 0) return
    const changed = new Map<string, Map<string, Stamp | null>>()
    const mark = (base: string, shard: string, stamp: Stamp | null) =>
      changed.set(shard, (changed.get(shard) ?? new Map<string, Stamp | null>()).set(base, stamp))
    for (const base of this.#held.seen.keys())
      if (base !== paths.articles && !writers.some((writer) => writer.base === base))
        for (const shard of this.#held.seen.get(base)!.keys()) mark(base, shard, null)
    for (const writer of writers) {
      if (isPassedOver(writer)) continue
      const shards = await shardsIn(this.#folder, writer, troubles)
      if (troubles.length > 0) return
      for await (const stamps of this.#changes(writer.base, shards)) {
        for (const [shard, stamp] of stamps) mark(writer.base, shard, stamp)
        yield nothingNew
      }
    }
    for (const [shard, stamps] of [...changed].toSorted(([a], [b]) => (a < b ? -1 : 1)))
      yield await this.#countShard(shard, writers, stamps, careful)
  }

  /** Counts in one shard for everybody who has a folder with another stamp in it. */
  async #countShard(
    shard: string,
    writers: readonly Writer[],
    stamps: ReadonlyMap<string, Stamp | null>,
    careful: boolean,
  ): Promise<News> {
    const [listed, touched] = [new Set<string>(), new Set<string>()]
    const annotators = new Set([...stamps.keys()].map(annotatorOf))
    const theirs = writers.filter(({ annotator }) => annotators.has(annotator))
    const unlisted: Problem[] = []
    const files = await workIn(this.#folder, theirs, shard, unlisted)
    const counted = await countWork(this.#folder, [...files.values()].flat(), careful)
    if (!counted.ok || unlisted.some(({ kind }) => kind === 'folder-unreachable')) return nothingNew
    for (const id of files.keys()) touched.add(id)
    for (const annotator of annotators) {
      const { tallies, stands, troubles } = counted.value.get(annotator) ?? noneCounted
      const tally = (article: string) => this.#inMemory(annotator, article) ?? tallies.get(article) ?? 0
      const stand = (article: string) => stands.get(article) ?? 0
      for (const id of this.#held.tallies.setShard(shard, annotator, stands.keys(), tally, stand)) {
        listed.add(id)
        touched.add(id)
      }
      this.#note(`${annotator}/${shard}`, troubles)
    }
    this.#note(`${paths.works}/${shard}`, unlisted)
    for (const [base, stamp] of stamps) this.#saw(base, shard, stamp)
    return { ...nothingNew, listed: [...listed], touched: [...touched] }
  }

  /** The shards below `base` whose stamp is not the one of the last look, some at a time; `null` where one is gone. */
  async *#changes(base: string, shards: readonly string[]): AsyncGenerator<Map<string, Stamp | null>> {
    const seen = this.#held.seen.get(base) ?? new Map<string, Stamp>()
    const all = [...new Set([...shards, ...seen.keys()])]
    for (let from = 0; from < all.length; from += BATCH) {
      const batch = all.slice(from, from + BATCH)
      const stamps = await this.#folder.stamps(batch.map((shard) => `${base}/${shard}`))
      if (!stamps.ok) return
      const pairs = batch.map((shard, i) => [shard, stamps.value[i] ?? null] as const)
      yield new Map(pairs.filter(([shard, stamp]) => stamp !== (seen.get(shard) ?? null)))
    }
  }

  /** `null` when the folder cannot be reached. */
  async #summaries(
    ids: readonly string[],
    careful: boolean,
    troubles: Problem[],
  ): Promise<ArticleSummary[] | null> {
    const read = await this.#folder.readAll(careful ? [] : ids.map((id) => paths.article(id)))
    if (!read.ok) return null
    const summaries: ArticleSummary[] = []
    for (const [i, id] of ids.entries()) {
      const answer = read.value[i]
      const skimmed = answer?.ok && answer.value ? skimArticle(answer.value, id) : null
      if (skimmed) summaries.push(skimmed)
      else {
        const article = await readArticleFile(this.#folder, id)
        if (!article.ok) troubles.push(article.error)
        else if (article.value) summaries.push(summaryOf(article.value))
      }
    }
    return troubles.some(({ kind }) => kind === 'folder-unreachable') ? null : summaries
  }

  #note(where: string, troubles: readonly Problem[]): void {
    if (troubles.length > 0) this.#held.troubles.set(where, troubles)
    else this.#held.troubles.delete(where)
  }

  #saw(base: string, shard: string, stamp: Stamp | null): void {
    const shards = this.#held.seen.get(base) ?? new Map<string, Stamp>()
    if (stamp === null) shards.delete(shard)
    else shards.set(shard, stamp)
    if (shards.size > 0) this.#held.seen.set(base, shards)
    else this.#held.seen.delete(base)
  }
}

/** Whose files lie below "work/ada/abcdefghij". */
const annotatorOf = (base: string): string => base.split('/').at(-2) ?? ''
