import type { Span } from '../model/span'
import { endsInAbbreviation } from './abbreviations'
import { neighbourhood } from './neighbourhood'

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

/** Code units looked at to each side of the offset; only a sentence that is longer is cut. */
const REACH = 8000

/**
 * The sentence of `block` that `offset` stands in, without white space around it; both in code units of the text.
 * Line breaks inside a block end no sentence, and neither do abbreviations: "U.S. State Department" stays whole.
 * Between two sentences it is the one before; `null` in a block of white space.
 */
export function sentenceAt(text: string, block: Span, offset: number): Span | null {
  const at = Math.min(Math.max(offset, block.start), block.end)
  const near = neighbourhood(text, at, REACH)
  const piece = { start: Math.max(near.start, block.start), end: Math.min(near.end, block.end) }
  const sentences = sentencesIn(text, piece)
  return sentences.findLast(({ start }) => start <= at) ?? sentences[0] ?? null
}

/** The sentences of a block in text order, each without the white space around it. */
export function sentencesIn(text: string, block: Span): Span[] {
  const words = text.slice(block.start, block.end).replaceAll('\n', ' ')
  const sentences: Span[] = []
  let start = 0
  for (const { index, segment } of segmenter.segment(words)) {
    const end = index + segment.length
    const after = words.slice(end, end + 40)
    if (after !== '' && endsInAbbreviation(words.slice(Math.max(start, end - 60), end), after)) continue
    const sentence = words.slice(start, end)
    const inner = sentence.trim()
    if (inner !== '') {
      const from = block.start + start + sentence.indexOf(inner)
      sentences.push({ start: from, end: from + inner.length })
    }
    start = end
  }
  return sentences
}
