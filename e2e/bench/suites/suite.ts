import type { Row } from '../result'

export interface Bench {
  readonly repetitions: number
  readonly seed: number
  /** A folder of this run alone, which is removed at its end. */
  readonly folder: string
  /** Says how far it is, to people. */
  readonly say: (sentence: string) => void
}

export interface Suite {
  readonly name: string
  /** What it measures, in a sentence. */
  readonly about: string
  run(bench: Bench): Promise<readonly Row[]>
}
