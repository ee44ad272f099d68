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
const ARTICLES = 32

/** Who collects takes one batch after the other; what they bring is added in the order of the articles. */
export class Batches {
  readonly collector: Collector
  readonly #batches: readonly Batch[]
  #taken = 0
  /** What was brought before its turn. */
  readonly #early = new Map<number, Collected>()
  #added = 0
  #articles = 0

  constructor(order: CollectOrder, articles: readonly ComparedArticle[]) {
    this.collector = new Collector(order)
    this.#batches = Array.from({ length: Math.ceil(articles.length / ARTICLES) }, (_, at) => ({
      at,
      articles: articles.slice(at * ARTICLES, (at + 1) * ARTICLES),
    }))
  }

  /** Articles that were brought. */
  get articles(): number {
    return this.#articles
  }

  /** One that nobody has taken; `undefined` when there is none. */
  take(): Batch | undefined {
    return this.#batches[this.#taken++]
  }

  /** One that was taken and not brought yet. */
  get awaited(): Batch | undefined {
    return this.#batches.find((batch) => !this.has(batch))
  }

  has({ at }: Batch): boolean {
    return at < this.#added || this.#early.has(at)
  }

  /** What was brought before is known. */
  bring(batch: Batch, collected: Collected): void {
    if (this.has(batch)) return
    this.#articles += batch.articles.length
    this.#early.set(batch.at, collected)
    for (;;) {
      const next = this.#early.get(this.#added)
      if (!next) return
      this.collector.add(next)
      this.#early.delete(this.#added++)
    }
  }
}
