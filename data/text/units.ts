import type { Span } from '../model/span'
import { clausesIn } from './clauses'
import { graphemeAt } from './graphemes'
import { blockAt, piecesFrom } from './pieces'
import { quotationAround, quotationsIn } from './quotations'
import { sentencesInPiece } from './sentences'
import { nextWordEnd, previousWordStart, widenToWords, wordAt } from './words'

/** By what one moves through a text, from small to large; `quotation` lies across the others. */
export type TextUnit = 'character' | 'word' | 'clause' | 'sentence' | 'paragraph' | 'quotation'

/** Those that are found piece by piece. */
type Sought = 'clause' | 'sentence'

/** How many pieces are remembered. */
const KEPT = 8

/**
 * The units of one article's text, for moving a caret and growing a selection. All offsets are code units of the text.
 * A move costs what stands near: a piece of a block is read once for many moves inside it, and quotations are looked
 * for once, when they are first asked for.
 */
export class Units {
  readonly text: string
  readonly #blocks: readonly Span[]
  readonly #read = new Map<string, readonly Span[]>()
  #quotations: readonly Span[] | null = null

  /** `blocks` are the paragraphs in text order; no unit but the quotation reaches over the end of one. */
  constructor(text: string, blocks: readonly Span[]) {
    this.text = text
    this.#blocks = blocks
  }

  get start(): number {
    return this.#blocks[0]?.start ?? 0
  }

  get end(): number {
    return this.#blocks.at(-1)?.end ?? 0
  }

  /** Where the next unit starts after `offset`; where the text ends if none does. */
  nextStart(unit: TextUnit, offset: number): number {
    if (unit === 'character') return this.#inBlock(graphemeAt(this.text, offset).end, 1)
    if (unit === 'word') return this.#inside(nextWordStart(this.text, offset))
    for (const { start } of this.#from(unit, offset, 1)) if (start > offset) return start
    return this.end
  }

  /** Where the last unit starts before `offset`; where the text starts if none does. */
  previousStart(unit: TextUnit, offset: number): number {
    if (unit === 'character') return this.#characterBefore(offset)
    if (unit === 'word') return this.#inside(previousWordStart(this.text, offset))
    for (const { start } of this.#from(unit, offset, -1)) if (start < offset) return start
    return this.start
  }

  /** Where the next unit ends after `offset`; where the text ends if none does. */
  nextEnd(unit: TextUnit, offset: number): number {
    if (unit === 'character') return this.nextStart(unit, offset)
    if (unit === 'word') return this.#inside(nextWordEnd(this.text, offset))
    for (const { end } of this.#from(unit, offset, 1)) if (end > offset) return end
    return this.end
  }

  /** Where the last unit ends before `offset`; where the text starts if none does. */
  previousEnd(unit: TextUnit, offset: number): number {
    if (unit === 'character') return this.#characterBefore(offset)
    if (unit === 'word') return this.#inside(previousWordEnd(this.text, offset))
    for (const { end } of this.#from(unit, offset, -1)) if (end < offset) return end
    return this.start
  }

  /**
   * The least of word, clause, sentence and paragraph that holds `span` and more words than it; `null` if none does. A
   * unit is passed over when the next larger one adds only marks to it: after "no" comes "He said no." with its full
   * stop.
   */
  grown(span: Span): Span | null {
    const wider = [this.#word(span), this.#over('clause', span), this.#over('sentence', span)]
    const block = this.#over('paragraph', span)
    const steps = [...wider, block].filter((step) => step !== null)
    const larger = steps.filter(({ start, end }) => start <= span.start && span.end <= end)
    const next = larger.findIndex((step) => sizeOf(step) > sizeOf(span))
    if (next < 0) return null
    const last = larger.findLast(
      (step) => sizeOf(step) > sizeOf(span) && this.#sameWords(step, larger[next]!),
    )
    return last ?? larger[next]!
  }

  /** The least quotation that holds the span and more, with its marks; `null` outside of any. */
  quotation(span: Span): Span | null {
    return quotationAround(this.#allQuotations(), span)
  }

  /** The first quotation that starts at or after an offset, with its marks; `null` when none does. */
  nextQuotation(offset: number): Span | null {
    return this.#allQuotations().find(({ start }) => start >= offset) ?? null
  }

  #word(span: Span): Span {
    if (span.start < span.end) return widenToWords(this.text, span)
    return wordAt(this.text, span.start) ?? span
  }

  /** From the start of the unit in which a span starts to the end of that in which it ends. */
  #over(unit: Sought | 'paragraph', { start, end }: Span): Span | null {
    const first = this.#holding(unit, start)
    const last = this.#holding(unit, Math.max(start, end - 1))
    return first && last ? { start: Math.min(first.start, start), end: Math.max(last.end, end) } : null
  }

  /** The unit that an offset stands in, or else the one before it in the same block, or after it. */
  #holding(unit: Sought | 'paragraph', offset: number): Span | null {
    const block = this.#blocks[blockAt(this.#blocks, offset)]
    if (!block) return null
    const isHere = ({ start, end }: Span) => block.start <= start && end <= block.end
    for (const span of this.#from(unit, offset, -1)) {
      if (!isHere(span)) break
      if (span.start <= offset) return span
    }
    for (const span of this.#from(unit, offset, 1)) return isHere(span) ? span : null
    return null
  }

  #sameWords(larger: Span, smaller: Span): boolean {
    const added =
      this.text.slice(larger.start, smaller.start) +
      this.text.slice(Math.max(smaller.end, larger.start), larger.end)
    return !/[\p{L}\p{N}\p{S}]/u.test(added)
  }

  *#from(unit: Exclude<TextUnit, 'character' | 'word'>, offset: number, step: 1 | -1): Generator<Span> {
    if (unit === 'quotation') {
      const all = this.#allQuotations()
      yield* step === 1 ? all : all.toReversed()
      return
    }
    if (unit === 'paragraph') {
      for (let i = blockAt(this.#blocks, offset); this.#blocks[i]; i += step)
        yield trimmed(this.text, this.#blocks[i]!)
      return
    }
    for (const piece of piecesFrom(this.text, this.#blocks, offset, step)) {
      const spans = this.#spansIn(unit, piece)
      yield* step === 1 ? spans : spans.toReversed()
    }
  }

  /** Each piece is read once while one moves about in it. */
  #spansIn(unit: Sought, piece: Span): readonly Span[] {
    const key = `${unit} ${piece.start}`
    const known = this.#read.get(key)
    if (known) return known
    const sentences = sentencesInPiece(this.text, piece)
    const spans =
      unit === 'sentence' ? sentences : sentences.flatMap((sentence) => clausesIn(this.text, sentence))
    this.#read.set(key, spans)
    const [oldest] = this.#read.keys()
    if (this.#read.size > KEPT && oldest !== undefined) this.#read.delete(oldest)
    return spans
  }

  #allQuotations(): readonly Span[] {
    return (this.#quotations ??= quotationsIn(this.text, this.#blocks))
  }

  #characterBefore(offset: number): number {
    return offset > 0 ? this.#inBlock(graphemeAt(this.text, offset - 1).start, -1) : this.start
  }

  /** What lies between two blocks belongs to neither: one goes on to the next, or back to the end of the last. */
  #inBlock(offset: number, step: 1 | -1): number {
    const at = blockAt(this.#blocks, offset)
    const block = this.#blocks[at]
    if (!block) return 0
    if (offset <= block.end) return Math.max(offset, block.start)
    return step === 1 ? (this.#blocks[at + 1]?.start ?? block.end) : block.end
  }

  #inside = (offset: number): number => Math.min(Math.max(offset, this.start), this.end)
}

const sizeOf = ({ start, end }: Span) => end - start

/** A span without the white space at its ends. */
export function trimmed(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end)
  const lead = words.length - words.trimStart().length
  return { start: start + lead, end: Math.max(start + lead, start + words.trimEnd().length) }
}

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
