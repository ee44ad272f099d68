import type { Codebook, Label } from '../../../data/model/codebook'
import type { Annotation } from '../../../data/model/records'
import type { Span } from '../../../data/model/span'
import type { Passages } from '../text/passages'

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

/** A tag that is there from now on, and on which side of the words; with `null`, one that is there no more. */
export interface TagChange {
  readonly id: string
  readonly annotation: Annotation | null
  readonly side: DrawnTag['side']
}

const startOf = ({ target }: Annotation): number => target[0]!.start
const lastOf = ({ target }: Annotation): number => target.at(-1)!.end - 1

/**
 * Which tags touch which passage of the text. Tags have numbers: those that are filled in get them by their starts,
 * so that the ones that start in a passage follow on each other; any other that touches a passage stands in a short
 * list of its own. What is drawn of a tag is made when it is asked for. A change costs what the changed tags touch,
 * whatever else there is.
 */
export class TagIndex {
  readonly #passages: Passages
  readonly #codebook: Codebook
  /** By number; `null` for one that is there no more. */
  #tags: (Annotation | null)[] = []
  #sides: DrawnTag['side'][] = []
  /** Of those filled in, the number of the first that starts in a passage, or after it. */
  readonly #first: Int32Array
  #others = new Map<number, number[]>()
  /** Made when a tag is first asked for by its id. */
  #numbers: Map<string, number> | null = null

  constructor(passages: Passages, codebook: Codebook) {
    this.#passages = passages
    this.#codebook = codebook
    this.#first = new Int32Array(passages.count + 1)
  }

  /** Takes these tags in place of all there were: those below the words and those above, each in text order. */
  fill(below: readonly Annotation[], above: readonly Annotation[]): void {
    const tags = inTextOrder(below, above)
    const isAbove = new Set(above)
    this.#tags = tags
    this.#sides = tags.map((tag) => (isAbove.has(tag) ? 'above' : 'below'))
    this.#others = new Map()
    this.#numbers = null
    let passage = 0
    let next = this.#passages.startOf(1)
    this.#first[0] = 0
    for (let number = 0; number < tags.length; number++) {
      const tag = tags[number]!
      for (; next <= startOf(tag); next = this.#passages.startOf(passage + 1)) this.#first[++passage] = number
      if (lastOf(tag) < next) continue
      const last = this.#passages.at(lastOf(tag))
      for (let other = passage + 1; other <= last; other++) this.#stand(number, other)
    }
    while (passage < this.#passages.count) this.#first[++passage] = this.#tags.length
  }

  /** Makes the changes and gives the passages where something is different now. */
  change(changes: readonly TagChange[]): Set<number> {
    const touched = new Set<number>()
    for (const { id, annotation, side } of changes) {
      const number = this.#numberOf(id)
      const before = number === undefined ? null : this.#tags[number]
      if (number !== undefined) this.#tags[number] = null
      for (const passage of this.passagesOf(before)) touched.add(passage)
      this.#numbers!.delete(id)
      if (annotation) this.#add(annotation, side)
      for (const passage of this.passagesOf(annotation)) touched.add(passage)
    }
    return touched
  }

  #add(annotation: Annotation, side: DrawnTag['side']): void {
    const number = this.#tags.push(annotation) - 1
    this.#sides.push(side)
    this.#numbers!.set(annotation.id, number)
    for (const passage of this.passagesOf(annotation)) this.#stand(number, passage)
  }

  #stand(number: number, passage: number): void {
    const there = this.#others.get(passage)
    if (there) there.push(number)
    else this.#others.set(passage, [number])
  }

  #numberOf(id: string): number | undefined {
    this.#numbers ??= new Map(this.#tags.flatMap((tag, number) => (tag ? [[tag.id, number]] : [])))
    return this.#numbers.get(id)
  }

  get(id: string): DrawnTag | null {
    const number = this.#numberOf(id)
    return number === undefined ? null : this.#drawn(number)
  }

  #drawn(number: number): DrawnTag | null {
    const tag = this.#tags[number]
    return tag ? drawnTag(tag, this.#codebook, this.#sides[number]!) : null
  }

  #numbersIn(passage: number): number[] {
    const first = this.#first[passage]!
    const own = Array.from({ length: this.#first[passage + 1]! - first }, (_, i) => first + i)
    return [...own, ...(this.#others.get(passage) ?? [])].filter((number) => this.#tags[number])
  }

  /** Tags that touch one of some passages that follow on each other, in lane order. */
  inPassages(first: number, last: number = first): DrawnTag[] {
    const numbers = new Set<number>()
    for (let passage = first; passage <= last; passage++)
      for (const number of this.#numbersIn(passage)) numbers.add(number)
    return [...numbers].map((number) => this.#drawn(number)!).toSorted(byLane)
  }

  /** Tags that cover the character at `offset`, innermost first. */
  at(offset: number): DrawnTag[] {
    return this.inPassages(this.#passages.at(offset)).filter(({ spans }) =>
      spans.some(({ start, end }) => start <= offset && offset < end),
    )
  }

  /** The passages from a tag's first word to its last; with `null`, none. */
  passagesOf(tag: Pick<Annotation, 'target'> | null | undefined): number[] {
    if (!tag) return []
    const first = this.#passages.at(tag.target[0]!.start)
    const last = this.#passages.at(tag.target.at(-1)!.end - 1)
    return Array.from({ length: last - first + 1 }, (_, i) => first + i)
  }
}

/** Two lists in text order as one. */
function inTextOrder(a: readonly Annotation[], b: readonly Annotation[]): Annotation[] {
  const both = [...a, ...b]
  const isInOrder = both.every((tag, i) => i === 0 || startOf(both[i - 1]!) <= startOf(tag))
  return isInOrder ? both : both.toSorted((one, other) => startOf(one) - startOf(other))
}
