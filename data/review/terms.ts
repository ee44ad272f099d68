import type { Codebook } from '../model/codebook'
import { labelInForce } from '../model/labels-in-force'
import type { Annotation } from '../model/records'
import type { Registry } from '../model/registry'
import { idNumbers, placeTags, type PlacedTags } from './placed'

/** What labels and entries count as, numbered: what was merged has the number of what it was merged into. */
export class Terms {
  readonly #codebook: Codebook
  readonly #registry: Registry
  readonly #numbers = new Map<string, number>()

  constructor(codebook: Codebook, registry: Registry) {
    this.#codebook = codebook
    this.#registry = registry
  }

  label(id: string): string {
    return labelInForce(this.#codebook, id)
  }

  entry(id: string): string {
    return this.#registry.countsAs(id)
  }

  /** Somebody's tags with these numbers. */
  place(annotator: string, tags: readonly Annotation[]): PlacedTags {
    const loose = tags.map(({ id, label, means, target }) => ({
      id: idNumbers(id),
      label: this.#number(`label ${this.label(label)}`),
      means: means === null ? 0 : this.#number(`entry ${this.entry(means)}`),
      target,
    }))
    return placeTags(annotator, loose)
  }

  #number(text: string): number {
    const known = this.#numbers.get(text)
    if (known !== undefined) return known
    this.#numbers.set(text, this.#numbers.size + 1)
    return this.#numbers.size
  }
}
