import type { Given } from './parse-options'

/** Takes text as it is: a stream, or what a test collects. */
export interface Output {
  write(text: string): unknown
}

/** What a command may touch of the terminal it was typed in. */
export interface Io {
  /** Results, and nothing else. */
  readonly stdout: Output
  /** Progress and messages. */
  readonly stderr: Output
  /** What relative paths start from. */
  readonly cwd: string
}

/** 0: done. 1: the input is at fault, and what was wrong with it was said. 2: wrong use. */
export type ExitCode = 0 | 1 | 2

/** How a command ended; for wrong use the sentence that says why, which is shown above the usage. */
export type Outcome = 0 | 1 | { readonly wrongUse: string }

export interface Option {
  readonly name: string
  /** What stands for the value in the usage, as `DIR`; `null` for an option that takes none. */
  readonly value: string | null
  readonly about: string
  readonly required?: true
  /** May be given more than once. */
  readonly many?: true
}

/** What `parley` can be asked to do. To add one: write a file in `commands/`, and name it in its `index.ts`. */
export interface Command {
  readonly name: string
  /** How it is typed, after `parley`. */
  readonly usage: string
  /** What it does, in one short sentence. */
  readonly about: string
  /** What else is worth knowing, in whole sentences. */
  readonly more?: string
  readonly options: readonly Option[]
  /** How many words it takes besides options, and what they are called in messages. */
  readonly operands: { readonly name: string; readonly least: number; readonly most: number }
  run(given: Given, io: Io): Promise<Outcome>
}
