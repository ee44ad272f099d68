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
    if (run.length < 4 || run.length > 5000) continue
    const own = widthOf(run)
    if (own > width && own <= WIDEST && flow(text, run, own)) width = own
  }
  return width === 0 ? null : width
}

function paragraphsOfRun(text: string, run: readonly Line[], usual: number | null): Paragraph[] {
  const [head, body] = splitAtLastHeadLine(text, run)
  if (body.length < 2) return asLines(run)
  const own = widthOf(body)
  const width = usual !== null && own <= usual ? usual : own
  const grouped = flow(text, body, width)
  if (!grouped || (body.length === 2 && usual === null && !continues(text, body))) return asLines(run)
  return [...asLines(head), ...grouped]
}

/** Bylines and what stands above them are lines of their own, whatever the rest of the run is. */
function splitAtLastHeadLine(text: string, run: readonly Line[]): [Line[], Line[]] {
  const last = run.slice(0, 5).findLastIndex(({ start, full }) => {
    const line = text.slice(start, Math.min(full, start + 201))
    return bylineOf(line) !== null
  })
  return [run.slice(0, last + 1), run.slice(last + 1)]
}

/** Two lines say little about a width: the second must go on in small letters. */
const continues = (text: string, [first, second]: readonly Line[]) =>
  !endsSentence(text, first!) && /^\s*\p{Ll}/u.test(text.slice(second!.start, second!.start + 40))

const widthOf = (lines: readonly Line[]) =>
  lines.reduce((width, { start, full }) => Math.max(width, full - start), 0)

/**
 * Joins lines broken to `width` into paragraphs, or gives `null` where they do not look broken. A line is full when
 * the next line's first word would not have fitted on it. In flowing text nearly every line is full, the others end
 * a paragraph with a full stop, and few full lines happen to end with one.
 */
function flow(text: string, lines: readonly Line[], width: number): Paragraph[] | null {
  if (width < NARROWEST || width > WIDEST || mostlySentences(text, lines)) return null
  const indented = lines.map(({ start }) => /^(?:\t| {2})/.test(text.slice(start, start + 2)))
  const indents = indented.filter(Boolean).length
  const indentParts = indents > 0 && indents * 2 < lines.length

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
      if (ends) fullStops++
      return false
    }
    parted++
    if (!ends && headLines === i && i < 3) headLines++
    else if (!ends) odd++
    return true
  })

  const inner = lines.length - 1 - headLines
  const flows = inner > 0 && odd * 20 <= inner && (parted - headLines) * 3 <= inner && fullStops * 2 <= inner
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
