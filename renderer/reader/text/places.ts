import type { Span } from '../../../data/model/span'
import { paragraphAt, type Paragraph } from './paragraphs'
import { passagesIn } from './passages'

/** A stretch of a paragraph that has a text node of its own on the page. */
export interface Piece extends Span {
  readonly isDateline: boolean
}

/** The dateline by itself, a very long paragraph in passages, and everything else as it is, white space included. */
export function piecesOf(text: string, paragraph: Paragraph): Piece[] {
  const { start, end, parts } = paragraph
  const dateline = parts.length > 1 ? parts.find(({ type }) => type === 'dateline') : undefined
  const passages = passagesIn(text, paragraph)
  if (!dateline && passages.length === 1) return [{ start, end, isDateline: false }]
  const edges = dateline ? [dateline.start, dateline.end] : []
  const cuts = [...new Set([...passages, ...edges, end])].toSorted((a, b) => a - b)
  return cuts.slice(1).map((cut, i) => {
    const at = cuts[i]!
    return { start: at, end: cut, isDateline: !!dateline && dateline.start <= at && at < dateline.end }
  })
}

/** A place between two characters of the page. */
export interface Place {
  /** The index of its paragraph. */
  readonly paragraph: number
  /** Which of the paragraph's pieces. */
  readonly piece: number
  /** Code units from the start of the piece. */
  readonly at: number
}

/** Offsets of the article (UTF-16 code units) as places of the page and back. */
export class Places {
  readonly #text: string
  readonly #paragraphs: readonly Paragraph[]
  /** Of the paragraphs that were asked about. */
  readonly #pieces = new Map<number, readonly Piece[]>()

  constructor(text: string, paragraphs: readonly Paragraph[]) {
    this.#text = text
    this.#paragraphs = paragraphs
  }

  #piecesOf(paragraph: number): readonly Piece[] {
    const known = this.#pieces.get(paragraph) ?? piecesOf(this.#text, this.#paragraphs[paragraph]!)
    this.#pieces.set(paragraph, known)
    return known
  }

  /**
   * Where an offset stands. Where one piece ends and the next begins, `edge` says in which: a range's `start` takes the
   * later, its `end` the earlier. An offset between two paragraphs goes to the nearer edge of that side.
   */
  placeOf(offset: number, edge: 'start' | 'end'): Place {
    const before = paragraphAt(this.#paragraphs, offset)
    const isBetween = offset > this.#paragraphs[before]!.end && before + 1 < this.#paragraphs.length
    const paragraph = edge === 'start' && isBetween ? before + 1 : before
    const pieces = this.#piecesOf(paragraph)
    const last = paragraphAt(pieces, offset)
    const piece = edge === 'end' && pieces[last - 1]?.end === offset ? last - 1 : last
    const { start, end } = pieces[piece]!
    return { paragraph, piece, at: Math.min(Math.max(offset, start), end) - start }
  }

  offsetOf({ paragraph, piece, at }: Place): number | null {
    const found = this.#piecesOf(paragraph)[piece]
    return found ? Math.min(found.start + at, found.end) : null
  }
}
