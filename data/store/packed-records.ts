import type { Article } from '../model/article'
import type { Annotation, Range, WorkRecord } from '../model/records'
import { PackedIds } from './packed-ids'
import { NUMBERS, type More, type PackedSet } from './packed-set'

/** What a tag says, without what says when it was made and under which codebook. */
export type Glance = Pick<Annotation, 'is' | 'id' | 'label' | 'attributes' | 'means'> & {
  readonly target: readonly Pick<Range, 'start' | 'end' | 'quote'>[]
}

/** A record to be looked at: what is not a tag is as it is. */
export type Glanced = Glance | Exclude<WorkRecord, Annotation>

/**
 * The records of a packed set. A tag stays packed until somebody asks for it, and is the same object as long as anybody
 * has it: of five thousand tags a window looks at some fifty at a time, and a made tag takes four times the room.
 */
export class PackedRecords implements ReadonlyMap<string, WorkRecord> {
  readonly size: number
  /** How many ordinary tags there are. They have the numbers below that, in text order. */
  readonly tags: number
  /** What is not an ordinary tag. */
  readonly others: ReadonlyMap<string, WorkRecord>
  readonly #article: Article
  readonly #names: readonly string[]
  readonly #ids: PackedIds
  readonly #created: Float64Array
  readonly #numbers: Int32Array
  readonly #more: ReadonlyMap<number, More>
  /** Turns of what is not an ordinary tag. */
  readonly #turns: readonly number[]
  readonly #made = new Map<number, WeakRef<Annotation>>()
  /** How many are made before those are forgotten that nobody has any more. */
  #room = ROOM

  constructor(article: Article, { names, ids, created, numbers, more, others }: PackedSet) {
    this.#article = article
    this.#names = names
    this.#ids = new PackedIds(ids)
    this.#created = Float64Array.from(created)
    this.#numbers = Int32Array.from(numbers)
    this.#more = new Map(more)
    this.#turns = others.map(([turn]) => turn)
    this.others = new Map(others.map(([, record]) => [record.id, record]))
    this.tags = created.length
    this.size = this.tags + this.others.size
  }

  /** Gives room back that opening took; for when nobody waits. */
  settle(): void {
    this.#ids.settle()
  }

  /** A tag by its number. */
  tag(number: number): Annotation {
    const known = this.#made.get(number)?.deref()
    if (known) return known
    const tag = this.#make(number)
    if (this.#made.size >= this.#room) this.#forget()
    this.#made.set(number, new WeakRef(tag))
    return tag
  }

  idOf(number: number): string {
    return this.#ids.at(number)
  }

  /** Where its first range starts. UTF-16 code units. */
  startOf(number: number): number {
    return this.#numbers[number * NUMBERS]!
  }

  /** Where its last range ends. */
  endOf(number: number): number {
    const ranges = this.#more.get(number)?.ranges
    return ranges ? ranges.at(-3)! : this.#numbers[number * NUMBERS + 1]!
  }

  labelOf(number: number): string {
    return this.#names[this.#numbers[number * NUMBERS + 4]!]!
  }

  get(id: string): WorkRecord | undefined {
    const number = this.#ids.find(id)
    return number === null ? this.others.get(id) : this.tag(number)
  }

  has(id: string): boolean {
    return this.#ids.find(id) !== null || this.others.has(id)
  }

  /** In the order they were made. */
  *entries(): MapIterator<[string, WorkRecord]> {
    for (const held of this.#inTurn()) {
      const record = typeof held === 'number' ? this.tag(held) : held
      yield [record.id, record]
    }
  }

  /** The same, to be looked through and let go: no tag is made for it. */
  *glances(): IterableIterator<readonly [string, Glanced]> {
    for (const held of this.#inTurn()) {
      const record: Glanced = typeof held === 'number' ? this.#glance(held) : held
      yield [record.id, record]
    }
  }

  #inTurn(): (number | WorkRecord)[] {
    const inTurn: (number | WorkRecord)[] = Array.from({ length: this.size })
    for (let number = 0; number < this.tags; number++) inTurn[this.#turnOf(number)] = number
    for (const [i, record] of [...this.others.values()].entries()) inTurn[this.#turns[i]!] = record
    return inTurn
  }

  *keys(): MapIterator<string> {
    for (const [id] of this.entries()) yield id
  }

  *values(): MapIterator<WorkRecord> {
    for (const [, record] of this.entries()) yield record
  }

  [Symbol.iterator](): MapIterator<[string, WorkRecord]> {
    return this.entries()
  }

  forEach(call: (record: WorkRecord, id: string, records: ReadonlyMap<string, WorkRecord>) => void): void {
    for (const [id, record] of this) call(record, id, this)
  }

  #turnOf(number: number): number {
    return this.#numbers[number * NUMBERS + 6]!
  }

  #forget(): void {
    for (const [number, tag] of this.#made) if (!tag.deref()) this.#made.delete(number)
    this.#room = Math.max(ROOM, 2 * this.#made.size)
  }

  #glance(number: number): Glance {
    const { ranges = [], attributes = none, means = null } = this.#more.get(number) ?? {}
    const { text } = this.#article
    const others = Array.from({ length: ranges.length / 4 }, (_, i) => wordsAt(text, ranges, 4 * i))
    const target = [wordsAt(text, this.#numbers, number * NUMBERS), ...others]
    return { is: 'annotation', id: this.idOf(number), label: this.labelOf(number), target, attributes, means }
  }

  #make(number: number): Annotation {
    const { id: article, text } = this.#article
    const at = number * NUMBERS
    const first = rangeAt(text, this.#numbers, at)
    const created = new Date(this.#created[number]!).toISOString()
    const more = this.#more.get(number)
    const { ranges = [], modified = created, attributes = none, note = '', means = null } = more ?? {}
    const others = Array.from({ length: ranges.length / 4 }, (_, i) => rangeAt(text, ranges, 4 * i))
    return {
      is: 'annotation',
      id: this.idOf(number),
      created,
      modified,
      article,
      label: this.labelOf(number),
      target: [first, ...others],
      attributes,
      note,
      means,
      codebook: this.#names[this.#numbers[at + 5]!]!,
    }
  }
}

const ROOM = 512

function rangeAt(text: string, numbers: ArrayLike<number>, at: number): Range {
  const words = wordsAt(text, numbers, at)
  const { start, end } = words
  const prefix = text.slice(start - numbers[at + 2]!, start)
  return { ...words, prefix, suffix: text.slice(end, end + numbers[at + 3]!) }
}

function wordsAt(text: string, numbers: ArrayLike<number>, at: number): Glance['target'][number] {
  const [start, end] = [numbers[at]!, numbers[at + 1]!]
  return { start, end, quote: text.slice(start, end) }
}

/** One for all tags without attributes. */
const none: Annotation['attributes'] = Object.freeze({})
