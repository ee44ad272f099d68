import type { ComparedArticle } from './article-work'
import { Batches } from './batches'
import { Collector, type Collected, type CollectOrder } from './collect'
import { collectBatch, type BatchPorts } from './collect-batch'

/** Who collects beside the one that is asked: another thread. */
export interface CollectingHelper {
  /** One batch after the other; `null` when it cannot: then it is given no further. */
  collect(articles: readonly ComparedArticle[]): Promise<Collected | null>
  /** Nothing more is wanted, nor what it is at, which comes to `null`. */
  end(): void
}

export interface CollectAllPorts extends Pick<BatchPorts, 'tokens'> {
  /**
   * Called after each article, and then again and again while intervals are drawn, with the share of them that is; gives others a turn,
   * and says whether to go on.
   */
  readonly next: (done: number, of: number, drawn?: number) => Promise<boolean>
  readonly helper?: FindHelper | undefined
}

/**
 * Who helps with so much work, told by how many tags are held against how many others' (a processor does some two million in a second);
 * `null` when nobody does.
 */
export type FindHelper = (order: CollectOrder, work: number) => CollectingHelper | null

/**
 * What is collected of all these articles; `null` when it was stopped. The helper takes one batch after the other, as it gets on; what it has
 * and has not brought when all others are done is collected without waiting for it.
 */
export async function collectAll(
  order: CollectOrder,
  articles: readonly ComparedArticle[],
  { tokens, next, helper: find }: CollectAllPorts,
): Promise<Collector | null> {
  const batches = new Batches(order, articles)
  const mine = new Collector(order)
  const work = workOn(articles)
  let helper: CollectingHelper | null = null
  try {
    for (;;) {
      const batch = batches.take() ?? batches.awaited
      if (!batch) return batches.collector
      // It may have been with another question until now.
      if (!helper && find) {
        helper = find(order, work)
        if (helper) void help(helper, batches)
      }
      let own = 0
      let isStopped = false
      const taken = async () => {
        own++
        isStopped = !(await next(batches.articles + (batches.has(batch) ? 0 : own), articles.length))
        return !isStopped && !batches.has(batch)
      }
      const collected = await collectBatch(mine, batch.articles, { tokens, taken })
      if (isStopped) return null
      if (collected) batches.bring(batch, collected)
    }
  } finally {
    helper?.end()
  }
}

async function help(helper: CollectingHelper, batches: Batches): Promise<void> {
  for (let batch = batches.take(); batch; batch = batches.take()) {
    const collected = await helper.collect(batch.articles)
    if (!collected) return
    batches.bring(batch, collected)
  }
}

const workOn = (articles: readonly ComparedArticle[]): number =>
  articles.reduce((work, { sheets }) => {
    const there = sheets.filter((sheet) => sheet !== null)
    return work + (there.length - 1) * there.reduce((tags, sheet) => tags + sheet[0]!, 0)
  }, 0)
