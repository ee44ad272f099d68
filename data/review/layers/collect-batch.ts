import { Room, type Ints } from '../room'
import { sideWork, type ArticleWork, type ComparedArticle } from './article-work'
import type { Collected, Collector, CollectOrder } from './collect'
import type { Tokens } from './tokens'

export interface BatchPorts {
  /** The words of these articles one after the other; `null` for one whose text cannot be read. */
  readonly tokens: (articles: readonly string[]) => AsyncIterable<Tokens | null>
  /** Called after each article; says whether to go on. */
  readonly taken: () => Promise<boolean>
}

/** What is collected of these articles alone, in their order, in the memory of a collector; `null` when it was stopped. */
export async function collectBatch(
  collector: Collector,
  articles: readonly ComparedArticle[],
  { tokens, taken }: BatchPorts,
): Promise<Collected | null> {
  collector.clear()
  const room = new Room()
  let at = 0
  for await (const words of tokens(articles.map(({ id }) => id))) {
    room.takeBack()
    collector.take(workOn(collector.order, articles[at++]!, words, room.ints))
    if (!(await taken())) return null
  }
  return collector.all
}

function workOn(
  { annotators, vocabulary }: CollectOrder,
  { id, sheets }: ComparedArticle,
  tokens: Tokens | null,
  ints: Ints,
): ArticleWork {
  const sides = sheets.map((sheet, i) => sheet && sideWork(sheet, annotators[i]!, vocabulary, ints))
  return { article: id, sides, tokens, ints }
}
