import type { Span } from '../../data/model/span'
import type { Passage } from '../../data/record/query'
import { sentencesIn } from '../../data/text/sentences'

/** Words of a sentence that are what a statement says, or stand around it. */
export interface Piece {
  readonly words: string
  readonly isSaid: boolean
}

/**
 * The sentences of a passage in which the words of a statement stand, in pieces: what is said, and what stands around it.
 * `ranges` are in text order, in UTF-16 code units of the article's text; paragraphs are parted by empty lines.
 */
export function sentenceAround({ start, text }: Passage, ranges: readonly Span[]): Piece[] {
  const said = ranges
    .map((range) => ({ start: range.start - start, end: range.end - start }))
    .filter((range) => range.start < text.length && range.end > 0)
  const [first, last] = [said[0], said.at(-1)]
  if (!first || !last) return text === '' ? [] : [{ words: text, isSaid: false }]
  const sentences = paragraphsIn(text).flatMap((paragraph) => sentencesIn(text, paragraph))
  const from = Math.min(first.start, sentences.findLast((one) => one.start <= first.start)?.start ?? 0)
  const to = Math.max(last.end, sentences.find((one) => one.end >= last.end)?.end ?? text.length)

  const pieces: Piece[] = []
  let at = from
  const add = (end: number, isSaid: boolean) => {
    if (end > at) pieces.push({ words: text.slice(at, end), isSaid })
    at = Math.max(at, end)
  }
  for (const range of said) {
    add(range.start, false)
    add(range.end, true)
  }
  add(to, false)
  return pieces
}

function paragraphsIn(text: string): Span[] {
  const paragraphs: Span[] = []
  let start = 0
  for (const gap of text.matchAll(/\n\s*\n/g)) {
    paragraphs.push({ start, end: gap.index })
    start = gap.index + gap[0].length
  }
  return [...paragraphs, { start, end: text.length }].filter(({ start, end }) => end > start)
}
