import type { Span } from '../model/span'
import { bylineOf } from './byline'
import { isBoilerplate } from './boilerplate'
import { linesInRuns, type Line } from './lines'
import { numberOfItem, startsWithBullet } from './lists'

/** Whole lines that belong together, leading white space included, without the last newline. */
export interface Paragraph extends Span {
  /** Its lines were broken to a width, and flow on screen. */
  readonly wrapped: boolean
}

/** Widths, in code units, that people and programs break lines to. */
const NARROWEST = 40
const WIDEST = 130

const sentenceEnd = /[.!?…:。！？][”"’')\]»]*$/u

/**
 * The paragraphs of a text in order. A blank line always parts two of them. Without one, each line is a paragraph,
 * unless the lines were broken to a width: then those that only stopped because they were full flow into one. Each run
 * of lines is judged by itself, so a file may mix all three.
 */
export function paragraphsOf(text: string): Paragraph[] {
  const runs = linesInRuns(text)
  const width = usualWidth(text, runs)
  return runs.flatMap((run) => (run.length === 1 ? asLines(run) : paragraphsOfRun(text, run, width)))
}

const asLines = (lines: readonly Line[]): Paragraph[] =>
  lines.map(({ start, end }) => ({ start, end, wrapped: false }))

/** The width that long runs of the file are broken to; `null` where none is. */
function usualWidth(text: string, runs: readonly Line[][]): number | null {
  let width = 0
  for (const run of runs) {
    if (run.length < 3 || run.length > 5000) continue
    const own = widthOf(run)
    if (own > width && own <= WIDEST && flow(text, run, own, false)) width = own
  }
  return width === 0 ? null : width
}

function paragraphsOfRun(text: string, run: readonly Line[], usual: number | null): Paragraph[] {
  const [head, body] = splitAtLastHeadLine(text, run)
  if (body.length < 2) return asLines(run)
  const own = widthOf(body)
  const width = usual !== null && own <= usual ? usual : own
  const grouped = flow(text, body, width, width === usual)
  return grouped ? [...asLines(head), ...grouped] : asLines(run)
}

/** Bylines and what stands above them are lines of their own, whatever the rest of the run is. */
function splitAtLastHeadLine(text: string, run: readonly Line[]): [Line[], Line[]] {
  const last = run.slice(0, 5).findLastIndex(({ start, full }) => {
    const line = text.slice(start, Math.min(full, start + 201))
    return bylineOf(line) !== null
  })
  return [run.slice(0, last + 1), run.slice(last + 1)]
}

const widthOf = (lines: readonly Line[]) =>
  lines.reduce((width, { start, full }) => Math.max(width, full - start), 0)

/**
 * Joins lines broken to `width` into paragraphs, or gives `null` where they do not look broken. A line is full when
 * the next line's first word would not have fitted on it. In flowing text nearly every line is full, the others end
 * a paragraph with a full stop, and few full lines happen to end with one. Where the width is not `known` from the
 * rest of the file and few lines flow, one of them must go on in small letters.
 */
function flow(text: string, lines: readonly Line[], width: number, known: boolean): Paragraph[] | null {
  if (width < NARROWEST || width > WIDEST || mostlySentences(text, lines)) return null
  const indented = lines.map(({ start }) => /^(?:\t| {2})/.test(text.slice(start, start + 2)))
  const indents = indented.filter(Boolean).length
  const indentParts = indents > 0 && indents * 2 < lines.length

  let flowing = 0
  let goingOn = 0
  let parted = 0
  let odd = 0
  let fullStops = 0
  let headLines = 0
  const partsAfter = lines.map((line, i) => {
    const next = lines[i + 1]
    if (!next) return true
    const ends = endsSentence(text, line)
    const isFull = line.full - line.start + 1 + firstWordLength(text, next) > width
    const goesOn = isFull && !ends
    if (indentParts && indented[i + 1]) return true
    if (goesOn ? startsWithDot(text, next) : startsItem(text, next)) return true
    if (isFull) {
      flowing++
      if (ends) fullStops++
      if (startsSmall(text, next)) goingOn++
      return false
    }
    if (!ends && headLines === i && i < 3) headLines++
    else {
      parted++
      if (!ends) odd++
    }
    return true
  })

  const inner = flowing + parted
  const enough = known ? flowing > 0 : flowing > 2 || goingOn > 0
  const flows = enough && odd * 20 <= inner && parted <= flowing && (known || fullStops * 2 <= flowing)
  return flows ? group(lines, partsAfter) : null
}

/** A quick look at some lines: where most end as sentences do, each is a paragraph. */
function mostlySentences(text: string, lines: readonly Line[]): boolean {
  const some = lines.slice(0, 200)
  const ending = some.filter((line) => endsSentence(text, line)).length
  return ending > 1 && ending * 5 > some.length * 4
}

function group(lines: readonly Line[], partsAfter: readonly boolean[]): Paragraph[] {
  const paragraphs: Paragraph[] = []
  let from = 0
  for (const [i, parts] of partsAfter.entries()) {
    if (!parts) continue
    paragraphs.push({ start: lines[from]!.start, end: lines[i]!.end, wrapped: i > from })
    from = i + 1
  }
  return paragraphs
}

const endsSentence = (text: string, { start, full }: Line) =>
  sentenceEnd.test(text.slice(Math.max(start, full - 4), full))

const startsSmall = (text: string, { start }: Line) => /^\s*\p{Ll}/u.test(text.slice(start, start + 40))

/** Inside a sentence a line may start with a dash or a number by chance, but not so. */
const startsWithDot = (text: string, { start }: Line) => /^\s*[•▪‣●◦]/u.test(text.slice(start, start + 20))

function startsItem(text: string, { start, full }: Line): boolean {
  const line = text.slice(start, Math.min(full, start + 501))
  return startsWithBullet(line) || numberOfItem(line) !== null || isBoilerplate(line)
}

/** Code units of the first word; 1 where words are not parted by spaces, since such text breaks anywhere. */
function firstWordLength(text: string, { start, full }: Line): number {
  const length = /^\s*(\S+)/u.exec(text.slice(start, Math.min(full, start + 60)))?.[1]?.length ?? 1
  return length > 30 ? 1 : length
}
