import type { Span } from '../model/span'
import { widenToGraphemes } from './graphemes'
import { quoteMarksIn } from './quote-marks'

/**
 * What parts two clauses. Commas, semicolons and colons before white space, a mark or the end, so not inside "1,200",
 * "3:1" or an address; long dashes, and short ones with white space around them; brackets that enclose words.
 */
const parting =
  /[,;:](?=[\s"'“”„‘’»«)\]]|$)|[，；：、—]|(?<=\s)(?:–|--?)(?=\s)|(?<!\S)[([{]|[)\]}](?!\p{L})/gu

/** "February 26, 2013" and "King, Jr." hold no comma between clauses. */
const noParting = /^,\s(?:\d{4}(?!\d)|(?:Jr|Sr|II|III|IV)\b)/u

/** What clauses begin and end without, besides white space. */
const lead = /^[\s,;:.!?…()[\]{}–—，；：、。]+/u
const tail = /[\s,;:!?…()[\]{}–—，；：、。]+$/u
/** "U.S." keeps its last full stop. */
const initials = /(?:^|[^\p{L}\p{N}])(?:\p{L}\.)+$/u

/**
 * The clauses of a sentence in text order, by its punctuation alone: commas, semicolons, colons, dashes, brackets and
 * quotation marks part them, and a conjunction begins a new one where such a mark stands before it. None begins or
 * ends with a mark or white space, and nothing else of the sentence lies outside them. "Lavrov said: “He, if he must,
 * goes.”" gives "Lavrov said", "He", "if he must" and "goes". A place with its country ("Geneva, Switzerland") and a
 * list of names come apart at their commas: only a parser could tell them from clauses. A sentence without any word
 * is one clause.
 */
export function clausesIn(text: string, sentence: Span): Span[] {
  const words = text.slice(sentence.start, sentence.end)
  const cuts: Span[] = []
  for (const { 0: mark, index } of words.matchAll(parting)) {
    const isInName = mark === ',' && noParting.test(words.slice(index, index + 8))
    if (!isInName) cuts.push({ start: index, end: index + mark.length })
  }
  for (const at of markedIn(text, sentence))
    cuts.push({ start: at - sentence.start, end: at - sentence.start + 1 })
  cuts.sort((a, b) => a.start - b.start)

  const clauses: Span[] = []
  let from = 0
  for (const cut of [...cuts, { start: words.length, end: words.length }]) {
    const clause = bare(text, { start: sentence.start + from, end: sentence.start + cut.start })
    if (clause) clauses.push(clause)
    from = cut.end
  }
  const whole = clauses.map((clause) => widenToGraphemes(text, clause))
  return whole.length === 0 ? [sentence] : apart(whole)
}

/** Where the sentence's quotation marks stand. A single one counts only with its other: "the ministers’ staff". */
function markedIn(text: string, sentence: Span): number[] {
  const found: number[] = []
  let single: number | null = null
  for (const { at, sign, opens, closes } of quoteMarksIn(text, sentence)) {
    if (!/[‘’‚']/.test(sign)) found.push(at)
    else if (single !== null && closes) {
      found.push(single, at)
      single = null
    } else if (opens) single = at
  }
  return found
}

/** A stretch without the marks and the white space at its ends; `null` when nothing else is in it. */
function bare(text: string, { start, end }: Span): Span | null {
  const words = text.slice(start, end)
  const from = lead.exec(words)?.[0].length ?? 0
  let length = words.length
  for (;;) {
    const rest = words.slice(from, length)
    const less = rest.replace(tail, '')
    const isStop = less.endsWith('.') && !initials.test(less)
    const next = from + less.length - (isStop ? 1 : 0)
    if (next === length) break
    length = next
  }
  return from < length ? { start: start + from, end: start + length } : null
}

/** Widened clauses that reach into each other are one. */
function apart(clauses: readonly Span[]): Span[] {
  const found: Span[] = []
  for (const clause of clauses) {
    const last = found.at(-1)
    if (last && clause.start < last.end)
      found[found.length - 1] = { start: last.start, end: Math.max(last.end, clause.end) }
    else found.push(clause)
  }
  return found
}
