import type { Span } from '../../../data/model/span'
import { graphemeAt } from '../../../data/text/graphemes'
import { sentenceAt } from '../../../data/text/sentences'
import { nextWordEnd, previousWordStart, widenToWords, wordAt } from '../../../data/text/words'

/** What is selected in the text: from `anchor` to `focus`, the end that moves. Equal ends are a caret. */
export interface Picked {
  readonly anchor: number
  readonly focus: number
}

export type Unit = 'word' | 'character'

/** The selection as a span, whichever end moves. */
export const spanOf = ({ anchor, focus }: Picked): Span => ({
  start: Math.min(anchor, focus),
  end: Math.max(anchor, focus),
})

/** Moves the caret to the next or the last start of a word, or by a character. */
export function moved(text: string, { focus }: Picked, unit: Unit, step: 1 | -1): Picked {
  const to =
    unit === 'character'
      ? characterFrom(text, focus, step)
      : step === 1
        ? nextWordStart(text, focus)
        : previousWordStart(text, focus)
  return { anchor: to, focus: to }
}

/** Makes the selection a word or a character longer at its moving end, or shorter where that end comes back. */
export function extended(text: string, { anchor, focus }: Picked, unit: Unit, step: 1 | -1): Picked {
  if (unit === 'character') return { anchor, focus: characterFrom(text, focus, step) }
  const comesBack = step === 1 ? focus < anchor : focus > anchor
  if (!comesBack)
    return { anchor, focus: step === 1 ? nextWordEnd(text, focus) : previousWordStart(text, focus) }
  return step === 1
    ? { anchor, focus: Math.min(nextWordStart(text, focus), anchor) }
    : { anchor, focus: Math.max(previousWordEnd(text, focus), anchor) }
}

/** The least of word, sentence and paragraph around the selection that is more than it; the selection if none is. */
export function grown(text: string, picked: Picked, paragraph: Span): Picked {
  const span = spanOf(picked)
  const sentences = [
    sentenceAt(text, paragraph, span.start),
    sentenceAt(text, paragraph, Math.max(span.start, span.end - 1)),
  ]
  const [first, last] = sentences
  const word = span.start === span.end ? wordAt(text, span.start) : null
  const wider = [
    word ?? widenToWords(text, span),
    ...(first && last ? [{ start: first.start, end: last.end }] : []),
    trimmed(text, paragraph),
  ]
  const next = wider.find(
    ({ start, end }) => start <= span.start && end >= span.end && end - start > span.end - span.start,
  )
  return next ? { anchor: next.start, focus: next.end } : picked
}

/** The words that a drag of the mouse from one offset to another means: whole ones, without white space at the ends. */
export function snapped(text: string, from: number, to: number): Picked {
  const inside = trimmed(text, spanOf({ anchor: from, focus: to }))
  if (inside.start >= inside.end) return { anchor: to, focus: to }
  const { start, end } = widenToWords(text, inside)
  return from <= to ? { anchor: start, focus: end } : { anchor: end, focus: start }
}

function trimmed(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end)
  const lead = words.length - words.trimStart().length
  return { start: start + lead, end: Math.max(start + lead, start + words.trimEnd().length) }
}

const characterFrom = (text: string, offset: number, step: 1 | -1): number =>
  step === 1 ? graphemeAt(text, offset).end : offset > 0 ? graphemeAt(text, offset - 1).start : 0

function nextWordStart(text: string, offset: number): number {
  const end = nextWordEnd(text, offset)
  const start = wordAt(text, end)?.start ?? end
  if (start > offset) return start
  const after = nextWordEnd(text, end)
  return Math.max(wordAt(text, after)?.start ?? after, end)
}

function previousWordEnd(text: string, offset: number): number {
  const start = previousWordStart(text, offset)
  const end = wordAt(text, start)?.end ?? start
  if (end < offset) return end
  return wordAt(text, previousWordStart(text, start))?.end ?? start
}
