import type { ComparedArticle } from './article-work'
import { Batches } from './batches'
import type { Collected, Collector, CollectOrder } from './collect'
import { collectBatch, type BatchPorts } from './collect-batch'

/** Who collects beside the one that is asked: another thread. */
export interface CollectingHelper {
  /** One batch after the other; `null` when it cannot: then it is given no further. */
  collect(articles: readonly ComparedArticle[]): Promise<Collected | null>
  /** Nothing more is wanted. What it is at is given up, and comes to `null`. */
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

/** Milliseconds between two looks at whether to go on, while only the helper is at something. */
const LOOK = 20

/** What is collected of all these articles; `null` when it was stopped. */
export async function collectAll(
  order: CollectOrder,
  articles: readonly ComparedArticle[],
  { tokens, next, helper: find }: CollectAllPorts,
): Promise<Collector | null> {
  const batches = new Batches(order, articles)
  let done = 0
  const goOn = () => next(done, articles.length)
  const taken = () => {
    done++
    return goOn()
  }
  const helper = find?.(order, workOn(articles)) ?? null
  let isHelping = helper !== null
  const helped =
    helper && help(helper, batches, (count) => (done += count)).finally(() => (isHelping = false))
  try {
    for (;;) {
      const batch = batches.take()
      if (batch) {
        const collected = await collectBatch(order, batch.articles, { tokens, taken })
        if (!collected) return null
        batches.bring(batch, collected)
      } else if (isHelping) {
        await Promise.race([helped, new Promise((resolve) => setTimeout(resolve, LOOK))])
        if (!(await goOn())) return null
      } else return batches.collector
    }
  } finally {
    helper?.end()
  }
}

async function help(
  helper: CollectingHelper,
  batches: Batches,
  did: (articles: number) => void,
): Promise<void> {
  for (let batch = batches.take(); batch; batch = batches.take()) {
    const collected = await helper.collect(batch.articles)
    if (!collected) return batches.giveBack(batch)
    batches.bring(batch, collected)
    did(batch.articles.length)
  }
}

const workOn = (articles: readonly ComparedArticle[]): number =>
  articles.reduce((work, { sheets }) => {
    const there = sheets.filter((sheet) => sheet !== null)
    return work + (there.length - 1) * there.reduce((tags, sheet) => tags + sheet[0]!, 0)
  }, 0)
