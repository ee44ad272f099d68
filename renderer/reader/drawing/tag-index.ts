import type { Codebook, Label } from '../../../data/model/codebook'
import { labelInForce } from '../../../data/model/labels-in-force'
import type { Annotation } from '../../../data/model/records'
import type { Span } from '../../../data/model/span'
import { noTags, placeIn, WovenTags, type Tags } from '../../state/tag-list'
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
  /** It was made under another definition of its label. */
  readonly older: boolean
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

export function drawnTag(
  annotation: Annotation,
  codebook: Codebook,
  side: DrawnTag['side'],
  older = false,
): DrawnTag {
  const root = labelInForce(codebook, annotation.label)
  const order = codebook.labels.findIndex(({ id }) => id === root)
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
    older,
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

const firstOf = ({ target }: Placed): number => target[0]!.start
const lastOf = ({ target }: Placed): number => target.at(-1)!.end - 1

type Placed = Pick<Annotation, 'target'>

/**
 * Which tags touch which passage of the text. Tags have numbers: those that are filled in their places in text order,
 * so that the ones that start in a passage follow on each other; any other that touches a passage stands in a short
 * list of its own. What is drawn of a tag is made when it is asked for. A change costs what the changed tags touch,
 * whatever else there is.
 */
export class TagIndex {
  readonly #passages: Passages
  readonly #codebook: Codebook
  readonly #isOlder: (tag: Annotation) => boolean
  #filled = WovenTags.of(noTags, noTags)
  /** Numbers of those filled in that are there no more, or are another now. */
  #gone = new Set<number>()
  /** Their numbers follow on those filled in; `null` for one that is there no more. */
  #added: (Omit<TagChange, 'id'> | null)[] = []
  #addedNumbers = new Map<string, number>()
  /** Of those filled in, the number of the first that starts in a passage, or after it. */
  readonly #first: Int32Array
  #others = new Map<number, number[]>()

  /** `isOlder`: whether a tag was made under another definition of its label. */
  constructor(passages: Passages, codebook: Codebook, isOlder: (tag: Annotation) => boolean = () => false) {
    this.#passages = passages
    this.#codebook = codebook
    this.#isOlder = isOlder
    this.#first = new Int32Array(passages.count + 1)
  }

  /** Takes these tags in place of all there were: those below the words and those above. */
  fill(below: Tags, above: Tags): void {
    const tags = WovenTags.of(below, above)
    this.#filled = tags
    this.#gone = new Set()
    this.#added = []
    this.#addedNumbers = new Map()
    this.#others = new Map()
    let passage = 0
    let next = this.#passages.startOf(1)
    this.#first[0] = 0
    for (let number = 0; number < tags.length; number++) {
      const start = tags.startAt(number)
      for (; next <= start; next = this.#passages.startOf(passage + 1)) this.#first[++passage] = number
      if (tags.endAt(number) <= next) continue
      const last = this.#passages.at(tags.endAt(number) - 1)
      for (let other = passage + 1; other <= last; other++) this.#stand(number, other)
    }
    while (passage < this.#passages.count) this.#first[++passage] = tags.length
  }

  /** Makes the changes and gives the passages where something is different now. */
  change(changes: readonly TagChange[]): Set<number> {
    const touched = new Set<number>()
    for (const { id, annotation, side } of changes) {
      const number = this.#numberOf(id)
      for (const passage of this.passagesOf(number === null ? null : this.#annotation(number)))
        touched.add(passage)
      if (number !== null) this.#remove(id, number)
      if (annotation) this.#add(annotation, side)
      for (const passage of this.passagesOf(annotation)) touched.add(passage)
    }
    return touched
  }

  #remove(id: string, number: number): void {
    if (number < this.#filled.length) this.#gone.add(number)
    else this.#added[number - this.#filled.length] = null
    this.#addedNumbers.delete(id)
  }

  #add(annotation: Annotation, side: DrawnTag['side']): void {
    const number = this.#filled.length + this.#added.push({ annotation, side }) - 1
    this.#addedNumbers.set(annotation.id, number)
    for (const passage of this.passagesOf(annotation)) this.#stand(number, passage)
  }

  #stand(number: number, passage: number): void {
    const there = this.#others.get(passage)
    if (there) there.push(number)
    else this.#others.set(passage, [number])
  }

  #numberOf(id: string): number | null {
    const added = this.#addedNumbers.get(id)
    if (added !== undefined) return added
    const tag = this.#filled.find(id)
    const number = tag ? placeIn(this.#filled, tag) : null
    return number !== null && this.#isThere(number) ? number : null
  }

  #isThere(number: number): boolean {
    const { length } = this.#filled
    return number < length ? !this.#gone.has(number) : this.#added[number - length] !== null
  }

  #annotation(number: number): Annotation | null {
    const { length } = this.#filled
    return (number < length ? this.#filled.at(number) : this.#added[number - length]?.annotation) ?? null
  }

  get(id: string): DrawnTag | null {
    const number = this.#numberOf(id)
    return number === null ? null : this.#drawn(number)
  }

  #drawn(number: number): DrawnTag | null {
    const annotation = this.#annotation(number)
    if (!annotation) return null
    const { length } = this.#filled
    const side = number < length ? this.#sideOf(number) : this.#added[number - length]!.side
    return drawnTag(annotation, this.#codebook, side, this.#isOlder(annotation))
  }

  #sideOf(number: number): DrawnTag['side'] {
    return this.#filled.isMine(number) ? 'below' : 'above'
  }

  #numbersIn(passage: number): number[] {
    const first = this.#first[passage]!
    const own = Array.from({ length: this.#first[passage + 1]! - first }, (_, i) => first + i)
    return [...own, ...(this.#others.get(passage) ?? [])].filter((number) => this.#isThere(number))
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
  passagesOf(tag: Placed | null | undefined): number[] {
    if (!tag) return []
    const first = this.#passages.at(firstOf(tag))
    const last = this.#passages.at(lastOf(tag))
    return Array.from({ length: last - first + 1 }, (_, i) => first + i)
  }
}
