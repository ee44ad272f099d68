import { $getNearestNodeFromDOMNode, createEditor, type LexicalEditor, type NodeKey } from 'lexical'
import type { Article } from '../../../data/model/article'
import type { Span } from '../../../data/model/span'
import { graphemeAt } from '../../../data/text/graphemes'
import { wordAt } from '../../../data/text/words'
import { isText, readerNodes } from './nodes'
import { paragraphAt, paragraphsOf, type Paragraph } from './paragraphs'
import { $showText, Places, SECTION, type LexicalPoint, type Piece } from './places'

/** Articles with more paragraphs than this are laid out a section at a time, the far ones later. */
const LONG = 120
/** Milliseconds of layout between two chances for input and frames. */
const SLICE = 8

/**
 * An article's text on the page: a Lexical editor that cannot be edited, in `root`. Everything that needs the DOM
 * of the text goes through here: ranges for offsets, offsets for selections and points of the screen.
 */
export class TextView {
  readonly root: HTMLElement
  readonly text: string
  readonly paragraphs: readonly Paragraph[]
  readonly #editor: LexicalEditor
  readonly #places: Places
  readonly #blocks: readonly HTMLElement[]
  readonly #nodes: ReadonlyMap<NodeKey, Text>
  readonly #pieceOf: ReadonlyMap<Node, Piece>
  #laidOut: boolean
  #gone = false

  /** Fills `root`, which may stand outside the page until it is filled. */
  constructor(root: HTMLElement, article: Article) {
    this.root = root
    this.text = article.text
    this.paragraphs = paragraphsOf(article)
    this.#editor = createEditor({
      namespace: 'reader',
      editable: false,
      disableEvents: true,
      nodes: readerNodes,
      onError: (error) => {
        throw error
      },
    })
    let pieces: Piece[] = []
    this.#editor.update(() => void (pieces = $showText(article.text, this.paragraphs)), {
      discrete: true,
      skipTransforms: true,
    })
    this.#editor.setRootElement(root)
    this.#places = new Places(pieces)
    this.#nodes = new Map(pieces.map(({ key }) => [key, textIn(this.#editor.getElementByKey(key))]))
    this.#pieceOf = new Map(pieces.map((piece) => [this.#nodes.get(piece.key)!, piece]))
    this.#blocks = [...root.querySelectorAll<HTMLElement>('.block')]
    for (const [i, block] of this.#blocks.entries()) block.dataset['paragraph'] = String(i)
    this.#laidOut = this.paragraphs.length <= LONG
    if (!this.#laidOut) this.#putOff()
  }

  /** The element of a paragraph, by its index. */
  block(paragraph: number): HTMLElement {
    return this.#blocks[paragraph]!
  }

  get blocks(): readonly HTMLElement[] {
    return this.#blocks
  }

  /** The words of a span as a DOM range. A span over several paragraphs gives one range over all of them. */
  rangeOf({ start, end }: Span, range: Range = new Range()): Range {
    const from = this.#domPoint(start, 'start')
    const to = this.#domPoint(end, 'end')
    range.setStart(from.node, from.offset)
    range.setEnd(to.node, to.offset)
    return range
  }

  #domPoint(offset: number, edge: 'start' | 'end'): { readonly node: Text; readonly offset: number } {
    const point = this.#places.pointAt(offset, edge)
    return { node: this.#nodes.get(point.key)!, offset: point.offset }
  }

  /** What is selected in the text, with the end that moves. `null` when the selection is elsewhere or nowhere. */
  selection(): { readonly anchor: number; readonly focus: number } | null {
    const selection = getSelection()
    const inside = (node: Node | null | undefined) => !!node && this.root.contains(node)
    if (!selection || !inside(selection.anchorNode) || !inside(selection.focusNode)) return null
    return this.#editor.read(() => {
      const anchor = this.#places.$offsetOf($pointOf(selection.anchorNode!, selection.anchorOffset))
      const focus = this.#places.$offsetOf($pointOf(selection.focusNode!, selection.focusOffset))
      return anchor === null || focus === null ? null : { anchor, focus }
    })
  }

  /** Selects in the page, `focus` being the end that moves. */
  select(anchor: number, focus: number): void {
    const forward = anchor < focus
    const a = this.#domPoint(anchor, forward ? 'start' : 'end')
    const f = this.#domPoint(focus, forward ? 'end' : 'start')
    getSelection()?.setBaseAndExtent(a.node, a.offset, f.node, f.offset)
  }

  /** Selects the word at an offset; where there is none, the character: an emoji, a sign. */
  selectWordAt(offset: number): void {
    const span = wordAt(this.text, offset) ?? this.#characterAt(offset)
    if (span) this.select(span.start, span.end)
  }

  /** The character that starts at an offset, else the one that ends there; white space is none. */
  #characterAt(offset: number): Span | undefined {
    const around = [offset, offset - 1].filter((at) => at >= 0 && at < this.text.length)
    return around
      .map((at) => graphemeAt(this.text, at))
      .find(({ start, end }) => /\S/u.test(this.text.slice(start, end)))
  }

  /** The offset of the character boundary nearest to a point of the window; `null` off the text. */
  offsetAt(x: number, y: number): number | null {
    const place = document.caretPositionFromPoint(x, y)
    const piece = place && this.#pieceOf.get(place.offsetNode)
    return piece ? piece.start + Math.min(place.offset, piece.end - piece.start) : null
  }

  paragraphAt(offset: number): number {
    return paragraphAt(this.paragraphs, offset)
  }

  /** Calls `then` after the far sections were laid out, in slices, so that scrolling meets no estimates. */
  layOut(then: () => void): void {
    if (this.#laidOut) return
    const sections = this.#sections()
    const { port1, port2 } = new MessageChannel()
    let next = 0
    const lay = () => {
      const began = performance.now()
      while (!this.#gone && next < sections.length && performance.now() - began < SLICE) {
        const section = sections[next++]!
        section.style.contentVisibility = 'visible'
        section.getBoundingClientRect()
      }
      if (this.#gone || next === sections.length) {
        port1.close()
        this.#laidOut = true
        if (!this.#gone) then()
      } else port2.postMessage(null)
    }
    port1.addEventListener('message', lay)
    port1.start()
    port2.postMessage(null)
  }

  #sections(): HTMLElement[] {
    return [...this.root.querySelectorAll<HTMLElement>('section')]
  }

  /** Leaves far sections unlaid, each as high as its characters suggest. */
  #putOff(): void {
    for (const [i, section] of this.#sections().entries()) {
      const paragraphs = this.paragraphs.slice(i * SECTION, (i + 1) * SECTION)
      const height = paragraphs.reduce(
        (sum, { start, end }) => sum + Math.ceil((end - start) / 70) * 34 + 12,
        0,
      )
      section.style.contentVisibility = 'auto'
      section.style.containIntrinsicSize = `auto ${height}px`
    }
  }

  destroy(): void {
    this.#gone = true
    this.#editor.setRootElement(null)
  }
}

/** The words of a text node's element. */
function textIn(element: HTMLElement | null): Text {
  const text = element?.firstChild
  if (!(text instanceof Text)) throw new Error('a piece of the article is not on the page')
  return text
}

/** A point of the DOM below the root as a Lexical point. Our elements have the children that their nodes have. */
function $pointOf(dom: Node, offset: number): LexicalPoint {
  const node = $getNearestNodeFromDOMNode(dom)
  const key = node?.getKey() ?? 'root'
  if (!isText(node)) return { key, offset, type: 'element' }
  const inWords = dom.nodeType === Node.TEXT_NODE || offset === 0
  return { key, offset: inWords ? offset : node.getTextContentSize(), type: 'text' }
}
