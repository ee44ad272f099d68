import type { ArticleWork, ComparedArticle } from './article-work'
import { sideWork } from './article-work'
import { Collector, type Collected, type CollectOrder } from './collect'
import type { Tokens } from './tokens'

export interface BatchPorts {
  /** The words of these articles one after the other; `null` for one whose text cannot be read. */
  readonly tokens: (articles: readonly string[]) => AsyncIterable<Tokens | null>
  /** Called after each article; says whether to go on. */
  readonly taken: () => Promise<boolean>
}

/** What is collected of these articles, in their order; `null` when it was stopped. */
export async function collectBatch(
  order: CollectOrder,
  articles: readonly ComparedArticle[],
  { tokens, taken }: BatchPorts,
): Promise<Collected | null> {
  const collector = new Collector(order)
  let at = 0
  for await (const words of tokens(articles.map(({ id }) => id))) {
    collector.take(workOn(order, articles[at++]!, words))
    if (!(await taken())) return null
  }
  return collector.all
}

function workOn(
  { annotators, vocabulary }: CollectOrder,
  { id, sheets }: ComparedArticle,
  tokens: Tokens | null,
): ArticleWork {
  const sides = sheets.map((sheet, i) => sheet && sideWork(sheet, annotators[i]!, vocabulary))
  return { article: id, sides, tokens }
}
