import { explain } from '../model/explain'
import type { Problem } from '../model/problem'
import type { Io } from './command'
import { oneLine } from './one-line'

/** Says a sentence on standard error. */
export const say = ({ stderr }: Io, sentence: string): void => {
  stderr.write(`${oneLine(sentence)}\n`)
}

/** Says what went wrong, and answers with the exit code for it. */
export function tell(io: Io, problem: Problem): 1 {
  say(io, explain(problem))
  return 1
}

/** One result on standard output. */
export const print = ({ stdout }: Io, line: string): void => {
  stdout.write(`${oneLine(line)}\n`)
}

/** A result for other programs. */
export const printJson = ({ stdout }: Io, value: unknown): void => {
  stdout.write(`${JSON.stringify(value, null, 2)}\n`)
}
