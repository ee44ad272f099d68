import { DecoratorNode, type NodeKey } from 'lexical'
import { drawnSection, type Section } from './draw-section'

/** Lexical wants to be able to make every node out of nothing. */
const none: Section = { text: '', paragraphs: [], first: 0 }

/**
 * Some paragraphs that are laid out together, or not at all while they are far from the screen. It draws itself, since
 * what Lexical does for a node of each paragraph and of each text takes longer than all else that opens an article.
 */
export class SectionNode extends DecoratorNode<null> {
  readonly __section: Section

  constructor(section: Section = none, key?: NodeKey) {
    super(key)
    this.__section = section
  }

  static override getType(): string {
    return 'section'
  }

  static override clone({ __section, __key }: SectionNode): SectionNode {
    return new SectionNode(__section, __key)
  }

  override createDOM(): HTMLElement {
    return drawnSection(this.__section)
  }

  override updateDOM(): boolean {
    return false
  }

  override isInline(): boolean {
    return false
  }

  /** The article's own, with what lies between the paragraphs. */
  override getTextContent(): string {
    const { text, paragraphs } = this.__section
    return text.slice(paragraphs[0]?.start, paragraphs.at(-1)?.end)
  }
}
