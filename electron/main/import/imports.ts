import type { Problem } from '../../../data/model/problem'
import { failed, ok, type Result } from '../../../data/model/result'
import type { ImportCorrection, ImportEvent, ImportRow } from '../../ipc/import'
import { Import, type ImportStore } from './import'
import type { Source } from './source'

const none: Problem = { kind: 'not-there', what: 'article' }

/** The import that is going on: one at a time, and more files join it. */
export class Imports {
  readonly #store: () => ImportStore | null
  readonly #tell: (event: ImportEvent) => void
  readonly #broke: (error: unknown) => void
  #current: Import | null = null

  constructor(
    store: () => ImportStore | null,
    tell: (event: ImportEvent) => void,
    broke: (error: unknown) => void,
  ) {
    this.#store = store
    this.#tell = tell
    this.#broke = broke
  }

  /** Begins an import, or adds to the one that goes on. Without a project nothing happens. */
  add(sources: AsyncIterable<Source>): void {
    const store = this.#store()
    if (!store) return
    if (!this.#current || this.#current.isOver) this.#current = new Import(store, this.#tell)
    this.#current.add(sources).catch(this.#broke)
  }

  correct(row: number, correction: ImportCorrection): Result<ImportRow, Problem> {
    return this.#current?.correct(row, correction) ?? failed(none)
  }

  stop(): void {
    this.#current?.stop()
  }

  async finish(
    rows: readonly number[],
  ): Promise<Result<{ readonly added: readonly string[]; readonly leftOut: readonly number[] }, Problem>> {
    return this.#current && !this.#current.isOver ? ok(await this.#current.finish(rows)) : failed(none)
  }

  cancel(): void {
    this.#current?.cancel()
    this.#current = null
  }
}
