import type { Codebook, Label } from '../../../data/model/codebook'
import type { Annotation } from '../../../data/model/records'
import type { Span } from '../../../data/model/span'
import { paragraphAt } from '../text/paragraphs'

/** A tag as the reader draws it. */
export interface DrawnTag {
  readonly annotation: Annotation
  readonly id: string
  readonly label: Label
  /** Where the label stands in the codebook: ties between tags go to the earlier one. */
  readonly order: number
  /** Text order; several are one discontinuous tag. */
  readonly spans: readonly Span[]
  /** Code units from the first to the last. */
  readonly length: number
  /** Its annotator is guessing or unsure. */
  readonly unsure: boolean
  /** Below the words: mine. Above them: the other person's. */
  readonly side: 'below' | 'above'
}

/** A label that this project's codebook does not have: drawn, but in no label's colour. */
const strange = (id: string): Label => ({
  id,
  name: id,
  letter: id.slice(0, 1).toUpperCase(),
  key: '',
  hue: 'other',
  pattern: 'double',
  definition: '',
  include: [],
  exclude: [],
  examples: [],
})

export function drawnTag(annotation: Annotation, codebook: Codebook, side: DrawnTag['side']): DrawnTag {
  const order = codebook.labels.findIndex(({ id }) => id === annotation.label)
  const spans = annotation.target
  const length = spans.at(-1)!.end - spans[0]!.start
  const label = codebook.labels[order] ?? strange(annotation.label)
  const { confidence } = annotation.attributes
  const unsure = typeof confidence === 'number' && confidence <= 2
  return {
    annotation,
    id: annotation.id,
    label,
    order: order < 0 ? Infinity : order,
    spans,
    length,
    unsure,
    side,
  }
}

/** The order in which tags get their lanes: the shorter nearer to the words, then the codebook's, then by id. */
const byLane = (a: DrawnTag, b: DrawnTag): number =>
  a.length - b.length || a.order - b.order || (a.id < b.id ? -1 : 1)

/**
 * Which tags touch which paragraph. A change costs what the changed tags touch, whatever else there is.
 */
export class TagIndex {
  readonly #paragraphs: readonly Span[]
  readonly #tags = new Map<string, DrawnTag>()
  readonly #inParagraph = new Map<number, Set<DrawnTag>>()

  constructor(paragraphs: readonly Span[]) {
    this.#paragraphs = paragraphs
  }

  get(id: string): DrawnTag | undefined {
    return this.#tags.get(id)
  }

  /** Tags that touch the paragraph, in lane order. */
  inParagraph(paragraph: number): DrawnTag[] {
    return [...(this.#inParagraph.get(paragraph) ?? [])].toSorted(byLane)
  }

  /** Tags that cover the character at `offset`, innermost first. */
  at(offset: number): DrawnTag[] {
    const here = this.inParagraph(paragraphAt(this.#paragraphs, offset))
    return here.filter(({ spans }) => spans.some(({ start, end }) => start <= offset && offset < end))
  }

  /** The paragraphs that a tag touches; with `null`, none. */
  paragraphsOf(tag: DrawnTag | undefined | null): number[] {
    if (!tag) return []
    const first = paragraphAt(this.#paragraphs, tag.spans[0]!.start)
    const last = paragraphAt(this.#paragraphs, tag.spans.at(-1)!.end - 1)
    return Array.from({ length: last - first + 1 }, (_, i) => first + i)
  }

  /** Puts a tag in or in place of the one with its id; `null` takes that one away. Gives the paragraphs it changes. */
  put(id: string, tag: DrawnTag | null): number[] {
    const before = this.#tags.get(id)
    const touched = new Set([...this.paragraphsOf(before), ...this.paragraphsOf(tag)])
    if (before)
      for (const paragraph of this.paragraphsOf(before)) this.#inParagraph.get(paragraph)?.delete(before)
    if (tag) {
      this.#tags.set(id, tag)
      for (const paragraph of this.paragraphsOf(tag)) {
        const there = this.#inParagraph.get(paragraph)
        if (there) there.add(tag)
        else this.#inParagraph.set(paragraph, new Set([tag]))
      }
    } else this.#tags.delete(id)
    return [...touched]
  }
}
