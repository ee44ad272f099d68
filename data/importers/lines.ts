import type { Span } from '../model/span'

/** A line of the text without its newline; `full` is where its last character that is not white space ends. */
export interface Line extends Span {
  readonly full: number
}

const NEWLINE = 10

/** Code units that JavaScript's `\s` and `trim` take for white space, above ASCII. */
const wideSpace = /\s/u

const isSpace = (unit: number) =>
  unit === 32 || (unit >= 9 && unit <= 13) || (unit >= 160 && wideSpace.test(String.fromCharCode(unit)))

/** Nobody writes more lines; in a file that has them, all from there on count as one. */
const MOST_LINES = 500_000

/** The runs of lines that are not blank, in text order: lines of one run have no blank line between them. */
export function linesInRuns(text: string): Line[][] {
  const runs: Line[][] = []
  let run: Line[] = []
  let start = 0
  let full = -1
  let lines = 0
  for (let at = 0; at <= text.length; at++) {
    const unit = at === text.length ? NEWLINE : text.charCodeAt(at)
    if (unit !== NEWLINE || (lines >= MOST_LINES && at < text.length)) {
      if (!isSpace(unit)) full = at + 1
      continue
    }
    if (full >= 0) {
      run.push({ start, end: at, full })
      lines++
    } else if (run.length > 0) {
      runs.push(run)
      run = []
    }
    start = at + 1
    full = -1
  }
  if (run.length > 0) runs.push(run)
  return runs
}
