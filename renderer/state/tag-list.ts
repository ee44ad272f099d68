import type { Annotation, WorkRecord } from '../../data/model/records'
import type { ArticleChange } from '../../data/store/changes'
import { endOf, startOf } from '../../data/model/text-order'
import { PackedRecords } from '../../data/store/packed-records'

/**
 * Tags in text order: by start, the longer first where two start together, then by id. Places count from 0. Where a tag
 * is can be told without making it, if it came packed. Never changes.
 */
export interface Tags extends Iterable<Annotation> {
  readonly length: number
  at(place: number): Annotation | undefined
  idAt(place: number): string
  /** Where the tag at a place starts. UTF-16 code units. */
  startAt(place: number): number
  /** Where the last range of the tag at a place ends. */
  endAt(place: number): number
  find(id: string): Annotation | undefined
  filter(passes: (tag: Annotation) => boolean): Tags
}

export const isTag = (record: WorkRecord | null | undefined): record is Annotation =>
  record?.is === 'annotation'

type Records = ReadonlyMap<string, WorkRecord>

/**
 * One person's tags. Those that came packed stay so until they are asked for. At each place stands the number of a packed
 * tag, or `~` of the place of another among `loose`; a column, since there are many.
 */
export class TagList implements Tags {
  readonly #records: Records
  readonly #packed: PackedRecords | null
  readonly #held: Int32Array
  /** Tags that did not come packed; `null` where one has gone, and the next may stand. */
  readonly #loose: readonly (Annotation | null)[]

  private constructor(
    records: Records,
    packed: PackedRecords | null,
    held: Int32Array,
    loose: readonly (Annotation | null)[],
  ) {
    this.#records = records
    this.#packed = packed
    this.#held = held
    this.#loose = loose
  }

  static of(records: Records): TagList {
    const packed = records instanceof PackedRecords ? records : null
    const loose = [...(packed?.others ?? records).values()].filter(isTag)
    const count = packed?.tags ?? 0
    const held = Int32Array.from({ length: count + loose.length }, (_, i) => (i < count ? i : ~(i - count)))
    const list = new TagList(records, packed, held, loose)
    // Those that are packed are in order.
    if (loose.length > 0)
      held.sort(
        (a, b) =>
          list.#startOf(a) - list.#startOf(b) ||
          list.#endOf(b) - list.#endOf(a) ||
          (list.#idOf(a) < list.#idOf(b) ? -1 : 1),
      )
    return list
  }

  /** The tags of `records`, which these changes made of those that this is a list of. */
  after(changes: readonly ArticleChange[], records: Records): TagList {
    if (!changes.some(({ before, after }) => isTag(before) || isTag(after))) return this
    const loose = this.#loose.slice()
    let next = new TagList(records, this.#packed, this.#held, loose)
    const hold = (held: Int32Array) => new TagList(records, this.#packed, held, loose)
    for (const { before, after } of changes) {
      const place = isTag(before) ? placeIn(next, before) : null
      if (place !== null) {
        const gone = next.#held[place]!
        if (gone < 0) loose[~gone] = null
        next = hold(spliced(next.#held, place, 1))
      }
      if (isTag(after)) {
        const to = placeFor(next, after)
        const free = loose.indexOf(null)
        const at = free < 0 ? loose.length : free
        loose[at] = after
        next = hold(spliced(next.#held, to, 0, ~at))
      }
    }
    return next
  }

  get length(): number {
    return this.#held.length
  }

  at(place: number): Annotation | undefined {
    const held = this.#held[place]
    if (held === undefined) return undefined
    return held < 0 ? this.#looseTag(held) : this.#packed!.tag(held)
  }

  idAt(place: number): string {
    return this.#idOf(this.#held[place]!)
  }

  startAt(place: number): number {
    return this.#startOf(this.#held[place]!)
  }

  endAt(place: number): number {
    return this.#endOf(this.#held[place]!)
  }

  find(id: string): Annotation | undefined {
    const record = this.#records.get(id)
    return isTag(record) ? record : undefined
  }

  filter(passes: (tag: Annotation) => boolean): TagList {
    const held = this.#held.filter((_, place) => passes(this.at(place)!))
    return new TagList(this.#records, this.#packed, held, this.#loose)
  }

  /** How many there are of each label. */
  countLabels(): Map<string, number> {
    const counts = new Map<string, number>()
    for (const held of this.#held) {
      const label = held < 0 ? this.#looseTag(held).label : this.#packed!.labelOf(held)
      counts.set(label, (counts.get(label) ?? 0) + 1)
    }
    return counts
  }

  *[Symbol.iterator](): IterableIterator<Annotation> {
    for (let place = 0; place < this.length; place++) yield this.at(place)!
  }

  #looseTag(held: number): Annotation {
    return this.#loose[~held]!
  }

  #startOf(held: number): number {
    return held < 0 ? startOf(this.#looseTag(held)) : this.#packed!.startOf(held)
  }

  #endOf(held: number): number {
    return held < 0 ? endOf(this.#looseTag(held)) : this.#packed!.endOf(held)
  }

  #idOf(held: number): string {
    return held < 0 ? this.#looseTag(held).id : this.#packed!.idOf(held)
  }
}

/** A copy with so many left out at a place, and others put in there. */
function spliced(held: Int32Array, at: number, less: number, ...more: number[]): Int32Array {
  const next = new Int32Array(held.length - less + more.length)
  next.set(held.subarray(0, at))
  next.set(more, at)
  next.set(held.subarray(at + less), at + more.length)
  return next
}

export const noTags = TagList.of(new Map())

/** The tags of two people as one list. */
export class WovenTags implements Tags {
  readonly #mine: Tags
  readonly #theirs: Tags
  /** At each place the place among mine; among theirs it is `~` of that. */
  readonly #order: Int32Array

  private constructor(mine: Tags, theirs: Tags, order: Int32Array) {
    this.#mine = mine
    this.#theirs = theirs
    this.#order = order
  }

  static of(mine: Tags, theirs: Tags): WovenTags {
    const order = new Int32Array(mine.length + theirs.length)
    for (let place = 0, one = 0, other = 0; place < order.length; place++) {
      const isMine = other === theirs.length || (one < mine.length && comesBefore(mine, one, theirs, other))
      order[place] = isMine ? one++ : ~other++
    }
    return new WovenTags(mine, theirs, order)
  }

  get length(): number {
    return this.#order.length
  }

  isMine(place: number): boolean {
    return this.#order[place]! >= 0
  }

  at(place: number): Annotation | undefined {
    const there = this.#order[place]!
    return there >= 0 ? this.#mine.at(there) : this.#theirs.at(~there)
  }

  idAt(place: number): string {
    const there = this.#order[place]!
    return there >= 0 ? this.#mine.idAt(there) : this.#theirs.idAt(~there)
  }

  startAt(place: number): number {
    const there = this.#order[place]!
    return there >= 0 ? this.#mine.startAt(there) : this.#theirs.startAt(~there)
  }

  endAt(place: number): number {
    const there = this.#order[place]!
    return there >= 0 ? this.#mine.endAt(there) : this.#theirs.endAt(~there)
  }

  find(id: string): Annotation | undefined {
    return this.#mine.find(id) ?? this.#theirs.find(id)
  }

  filter(passes: (tag: Annotation) => boolean): WovenTags {
    return new WovenTags(
      this.#mine,
      this.#theirs,
      this.#order.filter((_, place) => passes(this.at(place)!)),
    )
  }

  *[Symbol.iterator](): IterableIterator<Annotation> {
    for (let place = 0; place < this.length; place++) yield this.at(place)!
  }
}

/** Where a tag stands, or would stand. Costs what the logarithm of the list does. */
export function placeFor(tags: Tags, tag: Annotation): number {
  const [start, end] = [startOf(tag), endOf(tag)]
  let [low, high] = [0, tags.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const by = tags.startAt(middle) - start || end - tags.endAt(middle)
    if (by < 0 || (by === 0 && tags.idAt(middle) < tag.id)) low = middle + 1
    else high = middle
  }
  return low
}

/** Where a tag stands; `null` when it is not among these. */
export function placeIn(tags: Tags, tag: Annotation): number | null {
  const place = placeFor(tags, tag)
  return place < tags.length && tags.idAt(place) === tag.id ? place : null
}

/** Tags from a place up to but not with another. */
export const between = (tags: Tags, from: number, to: number): Annotation[] =>
  Array.from({ length: Math.max(0, Math.min(to, tags.length) - from) }, (_, i) => tags.at(from + i)!)

function comesBefore(a: Tags, i: number, b: Tags, j: number): boolean {
  const by = a.startAt(i) - b.startAt(j) || b.endAt(j) - a.endAt(i)
  return by < 0 || (by === 0 && a.idAt(i) < b.idAt(j))
}
