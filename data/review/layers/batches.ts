import type { ComparedArticle } from './article-work'
import { Collector, type Collected, type CollectOrder } from './collect'

/** Articles that are collected together. */
export interface Batch {
  /** Its place among all. */
  readonly at: number
  readonly articles: readonly ComparedArticle[]
}

/**
 * So many articles, or fewer in the last. What weeks come to are no whole numbers, so they are added batch by batch, and are the same
 * whoever collects which.
 */
const ARTICLES = 48

/** Who collects takes one batch after the other; what they bring is added in the order of the articles. */
export class Batches {
  readonly collector: Collector
  readonly #batches: readonly Batch[]
  readonly #returned: Batch[] = []
  #taken = 0
  /** What was brought before its turn. */
  readonly #early = new Map<number, Collected>()
  #added = 0

  constructor(order: CollectOrder, articles: readonly ComparedArticle[]) {
    this.collector = new Collector(order)
    this.#batches = Array.from({ length: Math.ceil(articles.length / ARTICLES) }, (_, at) => ({
      at,
      articles: articles.slice(at * ARTICLES, (at + 1) * ARTICLES),
    }))
  }

  /** One that nobody has; `undefined` when there is none. */
  take(): Batch | undefined {
    return this.#returned.pop() ?? this.#batches[this.#taken++]
  }

  /** Who took it could not collect it. */
  giveBack(batch: Batch): void {
    this.#returned.push(batch)
  }

  bring({ at }: Batch, collected: Collected): void {
    this.#early.set(at, collected)
    for (;;) {
      const next = this.#early.get(this.#added)
      if (!next) return
      this.collector.add(next)
      this.#early.delete(this.#added++)
    }
  }
}
