import { z } from 'zod'
import { articleIdSchema } from '../model/ids'
import type { Problem } from '../model/problem'
import { ok, type Result } from '../model/result'
import { didStep, emptyHistory, stepBack, stepForward, type History } from './history'
import { clockOfStep, type LoggedStep } from './history-log'
import type { Folder } from './ports'
import { sealLine, unsealLines } from './sealed-lines'
import { inTurn } from './turns'

const placeSchema = articleIdSchema.nullable()

/**
 * One step of mine, on whichever article (`null`: the registries): where its changes stand is all that is kept of it. One
 * over several documents names them all in one line, so that it is never half known.
 */
const stepLineSchema = z.object({
  clock: z.int().positive(),
  article: placeSchema.exactOptional(),
  articles: z.array(placeSchema).min(1).exactOptional(),
  did: z.string().min(1).max(40),
  of: z.int().positive().exactOptional(),
})
type StepLine = z.infer<typeof stepLineSchema>

/** What is kept of a step. */
export interface KeptStep {
  readonly clock: number
  readonly articles: readonly (string | null)[]
  readonly did: string
  readonly of?: number | undefined
}

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
  readonly #turn = inTurn()
  #waiting: KeptStep[] = []

  private constructor(vault: Folder | null, lines: readonly KeptStep[]) {
    this.#vault = vault
    this.#known = new Set(lines.map(({ clock }) => clock))
  }

  /** A file that is missing or damaged costs the steps in it, and nothing else. */
  static async open(
    vault: Folder | null,
  ): Promise<{ readonly file: StepsFile; readonly lines: readonly KeptStep[] }> {
    const bytes = vault ? await vault.read(file) : ok(null)
    const { values } = unsealLines(bytes.ok && bytes.value ? bytes.value : new Uint8Array())
    const read = values.flatMap((value) => {
      const line = stepLineSchema.safeParse(value)
      return line.success ? keptFrom(line.data) : []
    })
    const lines = read.toSorted((a, b) => a.clock - b.clock).slice(-KEPT)
    if (vault && read.length > 2 * KEPT) await vault.replace(file, bytesOf(lines))
    return { file: new StepsFile(vault, lines), lines }
  }

  /** A step over several documents, to be added with the next ones. The journal has it until its documents are written. */
  note(step: KeptStep): void {
    if (this.#known.has(step.clock)) return
    this.#known.add(step.clock)
    this.#waiting.push(step)
  }

  /** Adds those of the steps that are somebody's, and not there yet. What could not be written waits for the next time. */
  add(article: string | null, steps: readonly LoggedStep[]): Promise<Result<null, Problem>> {
    for (const step of steps)
      if (isOnesOwn(step.did) && step.parts === undefined)
        this.note({ clock: clockOfStep(step), articles: [article], did: step.did, of: step.of })
    return this.#turn(async () => {
      if (!this.#vault || this.#waiting.length === 0) return ok(null)
      const lines = [...this.#waiting]
      const added = await this.#vault.append(file, bytesOf(lines))
      if (added.ok) this.#waiting = this.#waiting.slice(lines.length)
      return added
    })
  }
}

const keptFrom = ({ clock, article, articles, did, of }: StepLine): KeptStep[] => {
  const places = articles ?? (article === undefined ? [] : [article])
  return places.length === 0 ? [] : [{ clock, articles: places, did, of }]
}

function lineOf({ clock, articles, did, of }: KeptStep): StepLine {
  const place = articles.length === 1 ? { article: articles[0]! } : { articles: [...articles] }
  return { clock, ...place, did, ...(of === undefined ? {} : { of }) }
}

const bytesOf = (steps: readonly KeptStep[]): Uint8Array =>
  new TextEncoder().encode(steps.map((step) => sealLine(lineOf(step))).join(''))

const isOnesOwn = (did: string): boolean => !['begin', 'merge', 'recover'].includes(did)

/** The history as these steps left it, the first one done first. */
export function historyFrom(lines: readonly KeptStep[]): History {
  return lines.reduce((history, { clock, articles, did, of }) => {
    if (did !== 'undo' && did !== 'redo') return didStep(history, { did, articles, clock, changes: null })
    const walk = did === 'undo' ? stepBack(history) : stepForward(history)
    // Its step was made too long ago to be known.
    return walk?.step.clock === of ? walk!.history : history
  }, emptyHistory)
}
