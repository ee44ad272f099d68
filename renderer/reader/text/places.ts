import {
  $createTextNode,
  $getNodeByKey,
  $getRoot,
  ElementNode,
  type LexicalNode,
  type NodeKey,
  type TextNode,
} from 'lexical'
import type { Span } from '../../../data/model/span'
import { BlockNode, DatelineNode, isText, PieceNode, SectionNode } from './nodes'
import { paragraphAt, type Paragraph } from './paragraphs'
import { passagesIn } from './passages'
import { sectionsOf } from './sections'

/** Where a Lexical point is: a node, and a place in its text or among its children. */
export interface LexicalPoint {
  readonly key: NodeKey
  readonly offset: number
  readonly type: 'text' | 'element'
}

/** One text node of the editor, and the stretch of the article that it shows. */
export interface Piece extends Span {
  readonly key: NodeKey
  /** The index of its paragraph. */
  readonly paragraph: number
}

/**
 * Puts the article into an empty editor and says where everything went, in text order. Lexical shows the article
 * and never holds it: nothing is read back out of these nodes but where a selection is.
 */
export function $showText(text: string, paragraphs: readonly Paragraph[]): Piece[] {
  const pieces: Piece[] = []
  const root = $getRoot().clear()
  const firsts = sectionsOf(paragraphs)
  for (const [s, first] of firsts.entries()) {
    const section = new SectionNode()
    const blocks = paragraphs.slice(first, firsts[s + 1]).map((paragraph, i) => {
      const block = new BlockNode(paragraph.type, paragraph.number, paragraph.wrapped, first + i)
      for (const span of stretchesOf(text, paragraph)) {
        const words = text.slice(span.start, span.end)
        const node = $nodeFor(span.kind, words)
        block.append(node)
        pieces.push({ key: node.getKey(), start: span.start, end: span.end, paragraph: first + i })
      }
      return block
    })
    root.append(section.append(...blocks))
  }
  return pieces
}

/** What goes into one text node: a dateline, a piece of a very long paragraph, or words as they are. */
type Kind = 'dateline' | 'piece' | 'words'

function $nodeFor(kind: Kind, words: string): TextNode {
  if (kind === 'words') return $createTextNode(words)
  return kind === 'dateline' ? new DatelineNode(words) : new PieceNode(words)
}

/** The dateline by itself, a very long paragraph in pieces, and everything else as it is, white space included. */
function stretchesOf(text: string, paragraph: Paragraph): (Span & { readonly kind: Kind })[] {
  const { start, end, parts } = paragraph
  const dateline = parts.length > 1 ? parts.find(({ type }) => type === 'dateline') : undefined
  const passages = passagesIn(text, paragraph)
  if (!dateline && passages.length === 1) return [{ start, end, kind: 'words' }]
  const edges = dateline ? [dateline.start, dateline.end] : []
  const cuts = [...new Set([...passages, ...edges, end])].toSorted((a, b) => a - b)
  const kindAt = (at: number): Kind =>
    dateline && dateline.start <= at && at < dateline.end
      ? 'dateline'
      : passages.length > 1
        ? 'piece'
        : 'words'
  return cuts.slice(1).map((cut, i) => ({ start: cuts[i]!, end: cut, kind: kindAt(cuts[i]!) }))
}

/** Offsets of the article (UTF-16 code units) as Lexical points and back, for one article in one editor. */
export class Places {
  readonly pieces: readonly Piece[]
  /** Made when a point is first asked about: an article is shown sooner without it. */
  #known: ReadonlyMap<NodeKey, Piece> | null = null

  constructor(pieces: readonly Piece[]) {
    this.pieces = pieces
  }

  get #byKey(): ReadonlyMap<NodeKey, Piece> {
    return (this.#known ??= new Map(this.pieces.map((piece) => [piece.key, piece])))
  }

  /**
   * The text node that an offset lies in. Where one ends and the next begins, `edge` says which: a range's `start`
   * takes the later, its `end` the earlier. An offset between two paragraphs goes to the nearer edge of that side.
   */
  #pieceAt(offset: number, edge: 'start' | 'end'): Piece {
    const i = paragraphAt(this.pieces, offset)
    const [before, piece, next] = [this.pieces[i - 1], this.pieces[i]!, this.pieces[i + 1]]
    if (edge === 'end' && before?.end === offset) return before
    return edge === 'start' && next && offset > piece.end ? next : piece
  }

  pointAt(offset: number, edge: 'start' | 'end'): LexicalPoint {
    const piece = this.#pieceAt(offset, edge)
    const inside = Math.min(Math.max(offset, piece.start), piece.end)
    return { key: piece.key, offset: inside - piece.start, type: 'text' }
  }

  /**
   * The offset of a point, in text or between elements. A point before a child is where the child's text starts,
   * one after the last child where its text ends. `null` for a point in nodes that show no article text.
   */
  $offsetOf({ key, offset, type }: LexicalPoint): number | null {
    if (type === 'text') {
      const piece = this.#byKey.get(key)
      return piece ? Math.min(piece.start + offset, piece.end) : null
    }
    const node = $getNodeByKey(key)
    if (!(node instanceof ElementNode)) return null
    const child = node.getChildAtIndex(offset)
    if (child) return this.#textEdge(child, 'start')
    const last = node.getLastChild()
    return last && this.#textEdge(last, 'end')
  }

  #textEdge(node: LexicalNode, edge: 'start' | 'end'): number | null {
    const text =
      node instanceof ElementNode
        ? edge === 'start'
          ? node.getFirstDescendant()
          : node.getLastDescendant()
        : node
    if (!isText(text)) return null
    return this.#byKey.get(text.getKey())?.[edge] ?? null
  }
}
