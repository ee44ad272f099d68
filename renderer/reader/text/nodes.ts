import { ElementNode, TextNode, type EditorConfig, type LexicalNode, type NodeKey } from 'lexical'
import type { BlockType } from '../../../data/model/article'

/** Some paragraphs that are laid out together, or not at all while they are far from the screen. */
export class SectionNode extends ElementNode {
  static override getType(): string {
    return 'section'
  }

  static override clone(node: SectionNode): SectionNode {
    return new SectionNode(node.__key)
  }

  override createDOM(): HTMLElement {
    return document.createElement('section')
  }

  /** Lexical gives `dir="auto"` to the children of roots only, and each paragraph has a direction of its own. */
  override isShadowRoot(): boolean {
    return true
  }

  override updateDOM(): boolean {
    return false
  }
}

const tags: Partial<Record<BlockType, string>> = { headline: 'h1', subhead: 'h2' }

/**
 * A paragraph of the page. What it is shows in its element and class; its number stands in `data-number`, its index
 * in `data-paragraph`.
 */
export class BlockNode extends ElementNode {
  __block: BlockType
  __number: number | null
  __wrapped: boolean
  __index: number

  constructor(
    block: BlockType = 'paragraph',
    number: number | null = null,
    wrapped = false,
    index = 0,
    key?: NodeKey,
  ) {
    super(key)
    this.__block = block
    this.__number = number
    this.__wrapped = wrapped
    this.__index = index
  }

  static override getType(): string {
    return 'block'
  }

  static override clone(node: BlockNode): BlockNode {
    return new BlockNode(node.__block, node.__number, node.__wrapped, node.__index, node.__key)
  }

  override createDOM(): HTMLElement {
    const element = document.createElement(tags[this.__block] ?? 'p')
    element.className = `block ${this.__block}${this.__wrapped ? ' wrapped' : ''}`
    element.setAttribute('data-paragraph', String(this.__index))
    if (this.__number !== null) element.setAttribute('data-number', String(this.__number))
    return element
  }

  override updateDOM(): boolean {
    return false
  }
}

/** The dateline that opens a paragraph. A kind of its own, so that Lexical does not join it with the text after it. */
export class DatelineNode extends TextNode {
  static override getType(): string {
    return 'dateline'
  }

  static override clone(node: DatelineNode): DatelineNode {
    return new DatelineNode(node.__text, node.__key)
  }

  override createDOM(config: EditorConfig): HTMLElement {
    const element = super.createDOM(config)
    element.className = 'dateline'
    return element
  }

  override isSimpleText(): boolean {
    return false
  }
}

/** A piece of a very long paragraph. A kind of its own, so that Lexical does not join it with the next. */
export class PieceNode extends TextNode {
  static override getType(): string {
    return 'piece'
  }

  static override clone(node: PieceNode): PieceNode {
    return new PieceNode(node.__text, node.__key)
  }

  override isSimpleText(): boolean {
    return false
  }
}

export const readerNodes = [SectionNode, BlockNode, DatelineNode, PieceNode]

export const isText = (node: LexicalNode | null): node is TextNode => node instanceof TextNode
