import type { BlockType } from '../../../data/model/article'

/** How the type of a kind of paragraph sits on its line, in CSS pixels. */
export interface TypeSize {
  readonly size: number
  /** From the top of a text's box to its baseline: measured, since no style says it. */
  readonly ascent: number
  /** From baseline to baseline. */
  readonly leading: number
}

/** A line of one kind of paragraph that nobody sees: words, and a box that stands on their baseline. */
interface Ruler {
  readonly line: HTMLElement
  readonly foot: HTMLElement
}

/** Measures the type of kinds of paragraphs, each on a line of its own in `layer`. */
export class TypeSizes {
  readonly #rulers = new Map<BlockType, Ruler>()
  readonly #known = new Map<BlockType, TypeSize>()
  #width = NaN

  constructor(layer: HTMLElement, types: Iterable<BlockType>) {
    for (const type of new Set(types)) {
      const line = document.createElement(type === 'headline' ? 'h1' : 'p')
      line.className = `block ${type} ruler`
      const foot = document.createElement('span')
      foot.className = 'ruler-foot'
      line.append('Hamburgefonstiv, 0123456789 wide AVA', foot)
      this.#rulers.set(type, { line, foot })
    }
    layer.append(...this.lines)
  }

  /** Their boxes get another size when the type changes. */
  get lines(): HTMLElement[] {
    return [...this.#rulers.values()].map(({ line }) => line)
  }

  of(type: BlockType): TypeSize {
    const known = this.#known.get(type) ?? measured(this.#rulers.get(type)!)
    this.#known.set(type, known)
    return known
  }

  forget(): void {
    this.#known.clear()
  }

  /** Whether the type is another than when this was last asked. */
  haveChanged(): boolean {
    const width = this.lines.reduce((sum, line) => sum + line.getBoundingClientRect().width, 0)
    const before = this.#width
    this.#width = width
    return Math.abs(width - before) > 0.001
  }
}

function measured({ line, foot }: Ruler): TypeSize {
  const letter = document.createRange()
  letter.setStart(line.firstChild!, 0)
  letter.setEnd(line.firstChild!, 1)
  const ascent = foot.getBoundingClientRect().bottom - letter.getBoundingClientRect().top
  const { fontSize, lineHeight } = getComputedStyle(line)
  return { size: parseFloat(fontSize), ascent, leading: parseFloat(lineHeight) }
}
