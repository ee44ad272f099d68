import { likelyClock, type Items, type Revision } from '../model/document'
import type { Problem } from '../model/problem'
import type { WorkRecord } from '../model/records'
import { failed, ok, type Result } from '../model/result'
import type { Change } from './changes'
import type { Desk, Held } from './desk'
import {
  changesOn,
  didStep,
  nearest,
  stepBack,
  stepForward,
  viewOf,
  without,
  type History,
  type Walk,
} from './history'
import type { LoggedStep } from './history-log'
import type { Folder, Journal } from './ports'
import { changesOfStep, fits } from './step-of'
import type { HistoryView, Reply } from './views'

export interface StepsPorts {
  readonly folder: Folder
  readonly journal: Journal
  readonly desk: Desk
  readonly annotator: string
  /** This computer as the project knows it now. */
  readonly device: () => string
  /** ISO 8601, UTC. */
  readonly now: () => string
  /** The article with my work on it. */
  readonly hold: (article: string) => Promise<Result<Held, Problem>>
  /** A step was made, and the folder does not have it yet. */
  readonly made: (held: Held) => void
}

/**
 * Makes steps, each on one article, and walks back and forward over them. A reply that is `ok` means that the step is on
 * the disk. Whoever calls sees to it that calls do not overlap.
 */
export class Steps {
  readonly #ports: StepsPorts
  #history: History
  #clock: number

  /** `clock` is the greatest that this device is known to have used. */
  constructor(ports: StepsPorts, history: History, clock: number) {
    this.#ports = ports
    this.#history = history
    this.#clock = likelyClock(clock)
  }

  /** The steps that undo and redo would go over next, so many each way. */
  nearest(most: number): ReturnType<typeof nearest> {
    return nearest(this.#history, most)
  }

  get view(): HistoryView {
    return viewOf(this.#history)
  }

  /** A file has this clock in it, so what comes next is to be later. */
  hasSeen(clock: number): void {
    this.#clock = Math.max(this.#clock, likelyClock(clock))
  }

  /** Does something new. What changes nothing is no step. */
  async take(held: Held, did: string, changes: readonly Change[]): Promise<Result<Reply, Problem>> {
    if (changes.length > 0) {
      const made = await this.#make(held, { did, changes })
      if (!made.ok) return made
      const article = held.article.id
      this.#history = didStep(this.#history, { did, article, clock: made.value, changes })
    }
    return ok({ changes, history: this.view })
  }

  undo(): Promise<Result<Reply, Problem>> {
    return this.#walk(stepBack(this.#history))
  }

  redo(): Promise<Result<Reply, Problem>> {
    return this.#walk(stepForward(this.#history))
  }

  /** One that cannot be walked any more is left out of the history, so that the next one can. */
  async #walk(walk: Walk | null): Promise<Result<Reply, Problem>> {
    if (!walk) return ok({ changes: [], history: this.view })
    const ready = await this.#changesOn(walk)
    if (!ready.ok) {
      if (ready.error.kind !== 'folder-unreachable') this.#history = without(this.#history, walk)
      return ready
    }
    const { held, changes } = ready.value
    const made = await this.#make(held, { did: walk.did, of: walk.step.clock, changes })
    if (!made.ok) return made
    this.#history = walk.history
    return ok({ changes, history: this.view })
  }

  async #changesOn({
    step,
    did,
  }: Walk): Promise<Result<{ readonly held: Held; readonly changes: readonly Change[] }, Problem>> {
    const { folder, annotator, hold } = this.#ports
    const held = await hold(step.article)
    if (!held.ok) return held
    if (held.value.mine.readOnly) return failed(held.value.mine.readOnly)
    const known = step.changes
      ? ok(step.changes)
      : await changesOfStep(folder, annotator, step.article, step.clock)
    if (!known.ok) return known
    const changes = changesOn(did, known.value)
    return fits(changes, held.value.mine.records)
      ? ok({ held: held.value, changes })
      : failed({ kind: 'changed-since' })
  }

  /**
   * First the journal, then memory, a moment later the folder. Without a journal the folder itself acknowledges. Gives
   * the clock of the step.
   */
  async #make(
    held: Held,
    { did, of, changes }: { readonly did: string; readonly of?: number; readonly changes: readonly Change[] },
  ): Promise<Result<number, Problem>> {
    const { journal, desk, now, device, made } = this.#ports
    const { article, mine } = held
    if (mine.readOnly) return failed(mine.readOnly)
    // Files may have come in with greater clocks while mine were saved; a change is later than what it changes in any case.
    this.hasSeen(mine.clock)
    const latest = mine.clockOf(changes.map(({ id }) => id))
    if (latest >= Number.MAX_SAFE_INTEGER)
      return failed({ kind: 'bad-file', file: mine.path, where: 'items', expected: 'a clock that can go on' })
    // Moved on in any case: what could not be acknowledged may be on the disk all the same, under this revision.
    const rev: Revision = [Math.max(++this.#clock, latest + 1), device()]
    const items: Items<WorkRecord> = Object.fromEntries(
      changes.map(({ id, after }) => [id, { rev, record: after }]),
    )
    const before = Object.fromEntries(changes.map((change) => [change.id, change.before]))
    const note = { at: now(), did, ...(of === undefined ? {} : { of }), before }
    const appended = await journal.append({ path: mine.path, items, step: note })
    const step: LoggedStep = { ...note, items }
    const takeOut = mine.take(step)
    if (!appended.ok) {
      await desk.write(article.id, mine)
      if (!mine.isSafe) {
        takeOut()
        return appended
      }
    }
    made(held)
    return ok(rev[0])
  }
}
