import type { Problem } from '../model/problem'
import { failed, type Result } from '../model/result'
import type { Saving } from './views'

/** Milliseconds without a change after which it is brought to the folder. */
const IDLE = 250
/** Milliseconds after which it is brought there even while changes go on. */
const AT_MOST = 2_000
/** Milliseconds until the next try when the folder could not be written. */
const AGAIN = 5_000

/**
 * Brings what the journal has acknowledged into the project folder, a moment after the last change. `write` is
 * never called twice at once. Tells each change of state once.
 */
export class Saver {
  readonly #write: () => Promise<Result<null, Problem>>
  readonly #tell: (saving: Saving) => void
  #saving: Saving = { state: 'saved' }
  #timer: ReturnType<typeof setTimeout> | null = null
  #due = 0
  #running: Promise<boolean> | null = null
  #stale = false

  constructor(write: () => Promise<Result<null, Problem>>, tell: (saving: Saving) => void) {
    this.#write = write
    this.#tell = tell
  }

  get saving(): Saving {
    return this.#saving
  }

  /** Something has changed that the folder does not have. */
  changed(): void {
    this.#stale = true
    const now = Date.now()
    if (this.#timer === null) this.#due = now + AT_MOST
    else clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.flush(), Math.max(0, Math.min(IDLE, this.#due - now)))
    if (this.#saving.state === 'saved') this.#becomes({ state: 'saving' })
  }

  /** Writes now what waits, and says how it went. */
  async flush(): Promise<Saving> {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    while (this.#running) await this.#running
    while (this.#stale) {
      this.#running = this.#run().finally(() => (this.#running = null))
      if (!(await this.#running)) break
    }
    return this.#saving
  }

  /** Says whether all was written that waited when it began. */
  async #run(): Promise<boolean> {
    this.#stale = false
    const written = await this.#written()
    if (!written.ok) {
      this.#stale = true
      this.#becomes({ state: 'kept', problem: written.error })
      this.#timer ??= setTimeout(() => void this.flush(), AGAIN)
    } else if (!this.#stale) this.#becomes({ state: 'saved' })
    return written.ok
  }

  /** A bug while writing must not end all saving: it counts as a failure, and the next try may go well. */
  async #written(): Promise<Result<null, Problem>> {
    try {
      return await this.#write()
    } catch (error) {
      return failed({ kind: 'not-saved', why: `of a fault in Parley (${String(error)})` })
    }
  }

  #becomes(saving: Saving): void {
    if (this.#saving.state === saving.state && saving.state !== 'kept') return
    this.#saving = saving
    this.#tell(saving)
  }

  /** Stops trying by itself. */
  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
  }
}
