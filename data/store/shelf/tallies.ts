import { shardOf } from '../../model/ids'
import { isDoneIn, tagsIn, tallyOf, type Tally } from './tally'

/** What everybody has on one article, as the list shows it: by annotator id, and nobody with nothing. */
export interface Tallied {
  readonly tags: Readonly<Record<string, number>>
  /** Who is done with it. */
  readonly done: readonly string[]
}

const none: Tallied = { tags: {}, done: [] }

/** The tallies of each person on each article. */
export class Tallies {
  /** By shard, then article: what changes together lies together. */
  readonly #shards = new Map<string, Map<string, Tallied>>()

  on(article: string): Tallied {
    return this.#shards.get(shardOf(article))?.get(article) ?? none
  }

  /** Says whether that is another tally than before. */
  set(article: string, annotator: string, tally: Tally): boolean {
    const before = this.on(article)
    if (tally === tallyIn(before, annotator)) return false
    const { [annotator]: _, ...others } = before.tags
    const tags = tagsIn(tally) > 0 ? { ...others, [annotator]: tagsIn(tally) } : others
    const done = before.done.filter((other) => other !== annotator)
    this.put(article, { tags, done: isDoneIn(tally) ? [...done, annotator].toSorted() : done })
    return true
  }

  /**
   * All that one person has in a shard, where `articles` are those with anything. Gives the articles on which that is
   * another tally than before.
   */
  setShard(
    shard: string,
    annotator: string,
    articles: Iterable<string>,
    tally: (article: string) => Tally,
  ): string[] {
    const known = this.#shards.get(shard)?.keys() ?? []
    return [...new Set([...known, ...articles])].filter((article) =>
      this.set(article, annotator, tally(article)),
    )
  }

  put(article: string, tallied: Tallied): void {
    const shard = shardOf(article)
    const articles = this.#shards.get(shard) ?? new Map<string, Tallied>()
    articles.set(article, tallied)
    this.#shards.set(shard, articles)
  }

  *entries(): Generator<readonly [article: string, tallied: Tallied]> {
    for (const articles of this.#shards.values()) yield* articles
  }
}

/** As one list of pairs, for files and messages: an annotator's number, given by `numberOf`, and the tally. */
export const pairsOf = ({ tags, done }: Tallied, numberOf: (annotator: string) => number): number[] =>
  [...new Set([...Object.keys(tags), ...done])].flatMap((annotator) => [
    numberOf(annotator),
    tallyIn({ tags, done }, annotator),
  ])

/** What `pairsOf` made. */
export function fromPairs(pairs: readonly number[], annotators: readonly string[]): Tallied {
  const tags: Record<string, number> = {}
  const done: string[] = []
  for (let i = 0; i + 1 < pairs.length; i += 2) {
    const [annotator, tally] = [annotators[pairs[i]!] ?? '', pairs[i + 1]!]
    if (tagsIn(tally) > 0) tags[annotator] = tagsIn(tally)
    if (isDoneIn(tally)) done.push(annotator)
  }
  return { tags, done }
}

const tallyIn = ({ tags, done }: Tallied, annotator: string): Tally =>
  tallyOf(tags[annotator] ?? 0, done.includes(annotator))
