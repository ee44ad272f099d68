import {
  slicesOf,
  type Agreement,
  type DisputedPage,
  type DisputedQuery,
  type Disputes,
  type ReviewQuery,
  type SlicedFinely,
} from '../../review/agreement'
import type { Slice } from '../../review/figures'
import { agreementOf } from '../../review/layers/agreement-of'
import type { FindHelper } from '../../review/layers/collect-all'
import { differencesIn, type Differences } from '../../review/project/differences-of'
import { disputedIn, disputesIn, type FoundDisputed } from '../../review/project/disputes-of'
import type { Next } from '../../review/project/project-groups'
import type { DifferencesPage, DifferencesQuery, ReviewProgress } from '../../review/project-differences'
import type { Folder } from '../../store/ports'
import { Lately } from '../../store/lately'
import type { AgreedOverview } from '../../review/agreed-overview'
import { agreedOverview, type AgreedRules } from './agreed-answer'
import { ArticleTokens } from './article-tokens'
import type { Places } from './places'
import type { RecordIndex } from './record-index'

export interface ReviewPorts {
  readonly folder: Folder
  readonly index: RecordIndex
  readonly places: Places
  /** How far it is; `null` when nothing is being answered. */
  readonly told: (progress: ReviewProgress | null) => void
  /** Lets others have a turn. */
  readonly pause: () => Promise<void>
  readonly helper?: FindHelper | undefined
}

/** Answers of which windows are asked for again and again. */
const KEPT = 3

/** Milliseconds between two pauses, and between two words on how far it is. */
const TURN = 8
const TELL = 100

/**
 * Answers about agreement and differences over all articles, in small steps with pauses between them. Each answer is of the index as it was
 * when it was asked; `null` when it was stopped.
 */
export class ReviewDesk {
  readonly #ports: ReviewPorts
  readonly #tokens: ArticleTokens
  /** By query, what was found; it counts as long as the index has the same content. */
  readonly #agreements = new Lately<Agreement>(KEPT)
  readonly #differences = new Lately<Differences>(KEPT)
  readonly #disputed = new Lately<FoundDisputed>(KEPT)
  /** Counts the stops: an answer that began before the last one ends. */
  #stops = 0
  #running = 0
  /** Called when nothing is being answered any more. */
  #whenFree: (() => void)[] = []

  constructor(ports: ReviewPorts) {
    this.#ports = ports
    this.#tokens = new ArticleTokens(ports.folder)
  }

  /** Ends all answers that are being made. */
  stop(): void {
    this.#stops++
  }

  /** Until nothing is being answered. */
  free(): Promise<void> {
    if (this.#running === 0) return Promise.resolve()
    return new Promise((resolve) => this.#whenFree.push(resolve))
  }

  figures(query: ReviewQuery): Promise<Agreement | null> {
    const { index, helper } = this.#ports
    const tokens = (articles: readonly string[]) => this.#tokens.of(articles)
    return this.#found(this.#agreements, query, (next) => agreementOf(index, query, { tokens, next, helper }))
  }

  /** One layer of the figures that were told last for a query, told apart; `null` when they are not known any more. */
  slices(query: ReviewQuery, by: SlicedFinely, layer: string): readonly Slice[] | null {
    const known = this.#agreements.get(JSON.stringify(query))
    return known ? slicesOf(known, by, layer) : null
  }

  disputes(query: ReviewQuery): Promise<Disputes | null> {
    return this.#run((next) => disputesIn(this.#ports.index, query, next))
  }

  /** Rows [from, to) of the differences that a query wants. */
  async differences(query: DifferencesQuery, from: number, to: number): Promise<DifferencesPage | null> {
    const { index } = this.#ports
    const found = await this.#found(this.#differences, query, (next) => differencesIn(index, query, next))
    return found && { ...found, found: found.rows.length, from, rows: found.rows.slice(from, to) }
  }

  /** Rows [from, to) of disputed tags with their words in their place. */
  async disputed(query: DisputedQuery, from: number, to: number): Promise<DisputedPage | null> {
    const { index, places } = this.#ports
    const found = await this.#found(this.#disputed, query, (next) => disputedIn(index, query, next))
    if (!found) return null
    const rows = await places.around(found.rows.slice(from, to))
    return { version: found.version, found: found.rows.length, from, rows }
  }

  async #found<T extends { readonly version: number }>(
    kept: Lately<T>,
    query: unknown,
    find: (next: Next) => Promise<T | null>,
  ): Promise<T | null> {
    const key = JSON.stringify(query)
    const known = kept.get(key)
    if (known?.version === this.#ports.index.version) return known
    const found = await this.#run(find)
    if (found) kept.set(key, found)
    return found
  }

  /** What the agreed set has and lacks by these rules. */
  agreed(rules: AgreedRules): Promise<AgreedOverview | null> {
    const { folder, index } = this.#ports
    return this.#run((next) => agreedOverview(folder, index, rules, next))
  }

  async #run<T>(work: (next: Next) => Promise<T>): Promise<T> {
    const { told, pause } = this.#ports
    const begun = this.#stops
    let [rested, said] = [Date.now(), 0]
    this.#running++
    try {
      return await work(async (done, of, drawn = 0) => {
        const now = Date.now()
        if (now - rested < TURN) return this.#stops === begun
        if (now - said >= TELL) {
          said = now
          told({ done, of, drawn })
        }
        await pause()
        rested = Date.now()
        return this.#stops === begun
      })
    } finally {
      this.#running--
      if (this.#running === 0) {
        told(null)
        for (const free of this.#whenFree.splice(0)) free()
      }
    }
  }
}
