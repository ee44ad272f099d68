import type { Agreement, ReviewQuery } from '../../review/agreement'
import { agreementOf } from '../../review/layers/agreement-of'
import type { ReviewProgress } from '../../review/project-differences'
import type { Folder } from '../../store/ports'
import { ArticleTokens } from './article-tokens'
import type { RecordIndex } from './record-index'

export interface ReviewPorts {
  readonly folder: Folder
  readonly index: RecordIndex
  /** How far it is; `null` when nothing is being answered. */
  readonly told: (progress: ReviewProgress | null) => void
  /** Lets others have a turn. */
  readonly pause: () => Promise<void>
}

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
  /** Counts the stops: an answer that began before the last one ends. */
  #stops = 0
  #running = 0

  constructor(ports: ReviewPorts) {
    this.#ports = ports
    this.#tokens = new ArticleTokens(ports.folder)
  }

  /** Ends all answers that are being made. */
  stop(): void {
    this.#stops++
  }

  figures(query: ReviewQuery): Promise<Agreement | null> {
    const { index } = this.#ports
    return this.#run((next) => agreementOf(index, query, { tokens: (id) => this.#tokens.of(id), next }))
  }

  async #run<T>(work: (next: (done: number, of: number) => Promise<boolean>) => Promise<T>): Promise<T> {
    const { told, pause } = this.#ports
    const begun = this.#stops
    let [rested, said] = [Date.now(), 0]
    this.#running++
    try {
      return await work(async (done, of) => {
        const now = Date.now()
        if (now - rested < TURN) return true
        if (now - said >= TELL) {
          said = now
          told({ done, of })
        }
        await pause()
        rested = Date.now()
        return this.#stops === begun
      })
    } finally {
      this.#running--
      if (this.#running === 0) told(null)
    }
  }
}
