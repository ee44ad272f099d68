import { z } from 'zod'
import { articleIdSchema } from '../model/ids'
import type { Problem } from '../model/problem'
import { ok, type Result } from '../model/result'
import { didStep, emptyHistory, stepBack, stepForward, type History } from './history'
import { clockOfStep, type LoggedStep } from './history-log'
import type { Folder } from './ports'
import { sealLine, unsealLines } from './sealed-lines'

/** One step of mine, on whichever article: where its changes stand is all that is kept of it. */
const stepLineSchema = z.object({
  clock: z.int().positive(),
  article: articleIdSchema,
  did: z.string().min(1).max(40),
  of: z.int().positive().exactOptional(),
})
export type StepLine = z.infer<typeof stepLineSchema>

const file = 'steps.log'
/** Steps that are kept when the file is opened; older ones are in the histories still, but not undone any more. */
const KEPT = 2_000

/**
 * The order of my steps over all articles, in the user's own folder: what undo needs to go on after a restart. The
 * changes themselves stand in the histories of the articles.
 */
export class StepsFile {
  readonly #vault: Folder | null
  readonly #known: Set<number>
  #waiting: StepLine[] = []

  private constructor(vault: Folder | null, lines: readonly StepLine[]) {
    this.#vault = vault
    this.#known = new Set(lines.map(({ clock }) => clock))
  }

  /** A file that is missing or damaged costs the steps in it, and nothing else. */
  static async open(
    vault: Folder | null,
  ): Promise<{ readonly file: StepsFile; readonly lines: readonly StepLine[] }> {
    const bytes = vault ? await vault.read(file) : ok(null)
    const { values } = unsealLines(bytes.ok && bytes.value ? bytes.value : new Uint8Array())
    const read = values.flatMap((value) => stepLineSchema.safeParse(value).data ?? [])
    const lines = read.toSorted((a, b) => a.clock - b.clock).slice(-KEPT)
    if (vault && read.length > 2 * KEPT) await vault.replace(file, bytesOf(lines))
    return { file: new StepsFile(vault, lines), lines }
  }

  /** Adds those of the steps that are somebody's, and not there yet. What could not be written waits for the next time. */
  async add(article: string, steps: readonly LoggedStep[]): Promise<Result<null, Problem>> {
    for (const step of steps) {
      const clock = clockOfStep(step)
      if (!isOnesOwn(step.did) || this.#known.has(clock)) continue
      this.#known.add(clock)
      this.#waiting.push({ clock, article, did: step.did, ...(step.of === undefined ? {} : { of: step.of }) })
    }
    if (!this.#vault || this.#waiting.length === 0) return ok(null)
    const lines = [...this.#waiting]
    const added = await this.#vault.append(file, bytesOf(lines))
    if (added.ok) this.#waiting = this.#waiting.slice(lines.length)
    return added
  }
}

const bytesOf = (lines: readonly StepLine[]): Uint8Array =>
  new TextEncoder().encode(lines.map(sealLine).join(''))

const isOnesOwn = (did: string): boolean => !['begin', 'merge', 'recover'].includes(did)

/** The history as these steps left it, the first one done first. */
export function historyFrom(lines: readonly StepLine[]): History {
  return lines.reduce((history, { clock, article, did, of }) => {
    if (did !== 'undo' && did !== 'redo') return didStep(history, { did, article, clock, changes: null })
    const walk = did === 'undo' ? stepBack(history) : stepForward(history)
    // Its step was made too long ago to be known.
    return walk?.step.clock === of ? walk!.history : history
  }, emptyHistory)
}
