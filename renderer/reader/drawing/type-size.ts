import type { BlockType } from '../../../data/model/article'

/** How the type of a kind of paragraph sits on its line, in CSS pixels. */
export interface TypeSize {
  readonly size: number
  /** From the top of a text's box to its baseline: measured, since no style says it. */
  readonly ascent: number
  /** From baseline to baseline. */
  readonly leading: number
}

/** Measures the type of each kind of paragraph once, on a line of its own in `layer` that nobody sees. */
export class TypeSizes {
  readonly #layer: HTMLElement
  readonly #known = new Map<BlockType, TypeSize>()
  /** Words that nobody sees: they get wider or narrower when the type changes. */
  readonly sample = document.createElement('p')
  #width = NaN

  constructor(layer: HTMLElement) {
    this.#layer = layer
    this.sample.className = 'block paragraph ruler sample'
    this.sample.textContent = 'Hamburgefonstiv, 0123456789 wide AVA'
    layer.append(this.sample)
  }

  /** Whether the type is another than when this was last asked. */
  haveChanged(): boolean {
    const { width } = this.sample.getBoundingClientRect()
    const before = this.#width
    this.#width = width
    return Math.abs(width - before) > 0.001
  }

  of(type: BlockType): TypeSize {
    const known = this.#known.get(type) ?? this.#measure(type)
    this.#known.set(type, known)
    return known
  }

  forget(): void {
    this.#known.clear()
  }

  #measure(type: BlockType): TypeSize {
    const line = document.createElement(type === 'headline' ? 'h1' : 'p')
    line.className = `block ${type} ruler`
    const foot = document.createElement('span')
    foot.className = 'ruler-foot'
    line.append('x', foot)
    this.#layer.append(line)
    const letter = document.createRange()
    letter.setStart(line.firstChild!, 0)
    letter.setEnd(line.firstChild!, 1)
    const ascent = foot.getBoundingClientRect().bottom - letter.getBoundingClientRect().top
    const { fontSize, lineHeight } = getComputedStyle(line)
    line.remove()
    return { size: parseFloat(fontSize), ascent, leading: parseFloat(lineHeight) }
  }
}
