import { shardOf } from '../../model/ids'

export type Counts = Readonly<Record<string, number>>

const none: Counts = {}

/** How many tags each person has on each article. Nobody stands there with none. */
export class TagCounts {
  /** By shard, then article: what changes together lies together. */
  readonly #shards = new Map<string, Map<string, Counts>>()

  /** By annotator id. */
  on(article: string): Counts {
    return this.#shards.get(shardOf(article))?.get(article) ?? none
  }

  /** Says whether that is another number than before. */
  set(article: string, annotator: string, tags: number): boolean {
    const { [annotator]: before = 0, ...others } = this.on(article)
    if (tags === before) return false
    this.put(article, tags > 0 ? { ...others, [annotator]: tags } : others)
    return true
  }

  /**
   * All that one person has in a shard, where `articles` are those with tags. Gives the articles on which that is another
   * number than before.
   */
  setShard(
    shard: string,
    annotator: string,
    articles: Iterable<string>,
    tags: (article: string) => number,
  ): string[] {
    const known = this.#shards.get(shard)?.keys() ?? []
    return [...new Set([...known, ...articles])].filter((article) =>
      this.set(article, annotator, tags(article)),
    )
  }

  put(article: string, counts: Counts): void {
    const shard = shardOf(article)
    const articles = this.#shards.get(shard) ?? new Map<string, Counts>()
    articles.set(article, counts)
    this.#shards.set(shard, articles)
  }

  *entries(): Generator<readonly [article: string, counts: Counts]> {
    for (const articles of this.#shards.values()) yield* articles
  }
}
