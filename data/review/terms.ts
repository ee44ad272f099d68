import type { Codebook } from '../model/codebook'
import { labelInForce } from '../model/labels-in-force'
import type { Annotation, AttributeValue } from '../model/records'
import type { Registry } from '../model/registry'
import { idNumbers } from '../record/index/sheet'
import { placeTags, type PlacedTags } from './placed'

/** What labels, entries and values count as: what was merged counts as what it was merged into. */
export class Terms {
  readonly codebook: Codebook
  readonly registry: Registry
  readonly #numbers = new Map<string, number>()
  readonly #entryAttributes: ReadonlySet<string>

  constructor({ codebook, registry }: { readonly codebook: Codebook; readonly registry: Registry }) {
    this.codebook = codebook
    this.registry = registry
    const { attributes } = codebook
    this.#entryAttributes = new Set(attributes.flatMap(({ id, type }) => (type === 'entry' ? [id] : [])))
  }

  label(id: string): string {
    return labelInForce(this.codebook, id)
  }

  entry(id: string): string {
    return this.registry.countsAs(id)
  }

  /** A value of an attribute; that of one whose values are entries is what the entry counts as. */
  value(attribute: string, value: AttributeValue | undefined): AttributeValue | undefined {
    return typeof value === 'string' && this.#entryAttributes.has(attribute) ? this.entry(value) : value
  }

  /** Somebody's tags, with numbers for what they count as. */
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
