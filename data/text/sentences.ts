import type { Span } from '../model/span'
import { endsInAbbreviation } from './abbreviations'
import { widenToGraphemes } from './graphemes'
import { piecesFrom, piecesOf } from './pieces'

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

/**
 * The sentence of `block` that `offset` stands in, without white space around it; both in code units of the text.
 * Line breaks inside a block end no sentence, and neither do abbreviations: "U.S. State Department" stays whole.
 * Between two sentences it is the one before; `null` in a block of white space.
 */
export function sentenceAt(text: string, block: Span, offset: number): Span | null {
  const at = Math.min(Math.max(offset, block.start), block.end)
  for (const piece of piecesFrom(text, [block], at, -1)) {
    const found = sentencesInPiece(text, piece).findLast(({ start }) => start <= at)
    if (found) return found
  }
  for (const piece of piecesFrom(text, [block], at, 1)) {
    const [first] = sentencesInPiece(text, piece)
    if (first) return first
  }
  return null
}

/** The sentences of a block in text order, each without the white space around it. */
export const sentencesIn = (text: string, block: Span): Span[] =>
  piecesOf(text, block).flatMap((piece) => sentencesInPiece(text, piece))

/** Those of one piece of a block, as `piecesOf` cuts it. */
export function sentencesInPiece(text: string, piece: Span): Span[] {
  const words = text.slice(piece.start, piece.end).replaceAll('\n', ' ')
  const sentences: Span[] = []
  let start = 0
  for (const { index, segment } of segmenter.segment(words)) {
    const end = index + segment.length
    const after = words.slice(end, end + 40)
    if (after !== '' && endsInAbbreviation(words.slice(Math.max(start, end - 60), end), after)) continue
    const sentence = words.slice(start, end)
    const inner = sentence.trim()
    if (inner !== '') {
      const from = piece.start + start + sentence.indexOf(inner)
      sentences.push(insideOf(piece, widenToGraphemes(text, { start: from, end: from + inner.length })))
    }
    start = end
  }
  return sentences
}

const insideOf = (piece: Span, { start, end }: Span): Span => ({
  start: Math.max(start, piece.start),
  end: Math.min(end, piece.end),
})
