import type { Problem } from '../../model/problem'
import { failed, ok, type Result } from '../../model/result'
import type { Journal, JournalLine } from '../ports'

export interface MemoryJournal extends Journal {
  /** What the journal holds and has acknowledged, left-overs first. */
  readonly entries: readonly JournalLine[]
  /** Lets the `n`-th `append` from now fail, the next one being 1; those after it succeed. */
  failWrite(n: number, problem?: Problem): void
  /** The journal that the next session finds after this one ended, by `close` or by a crash. This one is over then. */
  restart(): MemoryJournal
}

/** A journal in memory. `leftOver` stands in it as if earlier sessions had written it, after `damaged` bad lines. */
export function memoryJournal(leftOver: readonly JournalLine[] = [], damaged = 0): MemoryJournal {
  return new InMemory(leftOver.map(copy), damaged)
}

class InMemory implements MemoryJournal {
  #leftOver: readonly JournalLine[]
  #damaged: number
  #own: JournalLine[] = []
  #appends = 0
  #failures = new Map<number, Problem>()
  #closed = false

  constructor(leftOver: readonly JournalLine[], damaged: number) {
    this.#leftOver = leftOver
    this.#damaged = damaged
  }

  get entries(): readonly JournalLine[] {
    return [...this.#leftOver, ...this.#own]
  }

  failWrite(n: number, problem: Problem = { kind: 'not-saved', why: 'the disk is full' }): void {
    this.#failures.set(this.#appends + n, problem)
  }

  restart(): MemoryJournal {
    this.#closed = true
    return new InMemory(this.entries, this.#damaged)
  }

  async append(entry: JournalLine): Promise<Result<null, Problem>> {
    this.#appends++
    const failure = this.#failures.get(this.#appends)
    if (failure) return failed(failure)
    if (this.#closed) return failed({ kind: 'not-saved', why: 'the journal is closed' })
    const kept = copy(entry)
    // As with a real disk, an entry that is on its way when `clear` is called is not forgotten by it.
    await Promise.resolve()
    if (this.#closed) return failed({ kind: 'not-saved', why: 'the journal is closed' })
    this.#own.push(kept)
    return ok(null)
  }

  async leftOver(): Promise<Result<{ entries: readonly JournalLine[]; damaged: number }, Problem>> {
    return ok({ entries: this.#leftOver.map(copy), damaged: this.#damaged })
  }

  async clear(): Promise<Result<null, Problem>> {
    this.#leftOver = []
    this.#damaged = 0
    this.#own = []
    return ok(null)
  }

  async close(): Promise<void> {
    this.#closed = true
  }
}

/** Through JSON, as a file would give it back. */
const copy = (entry: JournalLine): JournalLine => JSON.parse(JSON.stringify(entry)) as JournalLine
