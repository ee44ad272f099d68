import { ratioTo, summaryOf, type Summary } from './statistics'

/** One line of the output: how long something took in Parley, and the least it can take on this machine. */
export interface Row {
  readonly suite: string
  /** What was measured, as "start of the program to second frame after text and tags". */
  readonly what: string
  /** Of the article; `tags` are mine. */
  readonly words: number
  readonly tags: number
  readonly ms: Summary
  /** Of the window's main thread during that time, where it was measured. */
  readonly mainThreadMs?: Summary
  readonly floors: readonly Floor[]
}

export interface Floor {
  readonly what: string
  readonly ms: Summary
  readonly mainThreadMs?: Summary
  /** Median over the repetitions of Parley's time divided by the floor's of the same repetition. */
  readonly ratio: number
}

/** How large the article is. */
export type Cell = Pick<Row, 'words' | 'tags'>

/** One measurement, in milliseconds. */
export interface Took {
  readonly ms: number
  readonly mainThreadMs?: number
}

export function rowOf(
  row: Pick<Row, 'suite' | 'what'> & Cell,
  took: readonly Took[],
  floors: Readonly<Record<string, readonly Took[]>>,
): Row {
  const values = took.map(({ ms }) => ms)
  return {
    ...row,
    ...summed(took),
    floors: Object.entries(floors).map(([what, floor]) => ({
      what,
      ...summed(floor),
      ratio: ratioTo(
        values,
        floor.map(({ ms }) => ms),
      ),
    })),
  }
}

function summed(took: readonly Took[]): { ms: Summary; mainThreadMs?: Summary } {
  const ms = summaryOf(took.map((one) => one.ms))
  const busy = took.flatMap(({ mainThreadMs }) => mainThreadMs ?? [])
  return busy.length === took.length ? { ms, mainThreadMs: summaryOf(busy) } : { ms }
}
