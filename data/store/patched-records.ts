import type { BesidesTag, WorkRecord } from '../model/records'
import type { ArticleChange } from './changes'
import { PackedRecords, type Glanced } from './packed-records'

const BUCKETS = 256

/** What was changed of some records: in each bucket by id what is there since; `null` for what is gone. */
type Buckets = readonly (ReadonlyMap<string, WorkRecord | null> | undefined)[]

/**
 * Records with changes made to them. It is another map after every change and shares all but a small bucket with the one
 * before, so that a change costs the same on ten thousand records as on ten. `base` must never be changed.
 */
export class PatchedRecords implements ReadonlyMap<string, WorkRecord> {
  readonly size: number
  readonly #base: ReadonlyMap<string, WorkRecord>
  readonly #buckets: Buckets

  private constructor(base: ReadonlyMap<string, WorkRecord>, buckets: Buckets, size: number) {
    this.#base = base
    this.#buckets = buckets
    this.size = size
  }

  static of(records: ReadonlyMap<string, WorkRecord>): PatchedRecords {
    return records instanceof PatchedRecords ? records : new PatchedRecords(records, [], records.size)
  }

  with(changes: readonly ArticleChange[]): PatchedRecords {
    const buckets = this.#buckets.slice()
    const copied = new Map<number, Map<string, WorkRecord | null>>()
    let { size } = this
    for (const { id, after } of changes) {
      const number = bucketOf(id)
      const bucket = copied.get(number) ?? new Map(buckets[number])
      const before = bucket.get(id)
      const was = before === undefined ? this.#base.has(id) : before !== null
      size += Number(after !== null) - Number(was)
      bucket.set(id, after)
      copied.set(number, bucket)
      buckets[number] = bucket
    }
    return new PatchedRecords(this.#base, buckets, size)
  }

  get(id: string): WorkRecord | undefined {
    const changed = this.#changed(id)
    return changed === undefined ? this.#base.get(id) : (changed ?? undefined)
  }

  has(id: string): boolean {
    return this.get(id) !== undefined
  }

  /** Those of the base in their order, then the others by id, which is the order they were made in. */
  *entries(): MapIterator<[string, WorkRecord]> {
    yield* this.#over(this.#base)
  }

  /** The same, to be looked through and let go. */
  *glances(): IterableIterator<readonly [string, Glanced]> {
    yield* this.#over(this.#base instanceof PackedRecords ? this.#base.glances() : this.#base)
  }

  /** Those that are no tags, likewise. */
  *besidesTags(): IterableIterator<BesidesTag> {
    for (const [, record] of this.#over(withIds(besidesTags(this.#base)))) if (isBesides(record)) yield record
  }

  *#over<One>(base: Iterable<readonly [string, One]>): MapIterator<[string, One | WorkRecord]> {
    for (const [id, record] of base) {
      const changed = this.#changed(id)
      if (changed !== null) yield [id, changed ?? record]
    }
    const added = this.#buckets.flatMap((bucket) => [...(bucket ?? [])].filter(([id]) => !this.#base.has(id)))
    for (const [id, record] of added.toSorted(([a], [b]) => (a < b ? -1 : 1))) if (record) yield [id, record]
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

  /** `undefined` where nothing was changed. */
  #changed(id: string): WorkRecord | null | undefined {
    return this.#buckets[bucketOf(id)]?.get(id)
  }
}

/** All records, to be looked through and let go: of those that are packed none is made for it. */
export function* glancesAt(records: ReadonlyMap<string, WorkRecord>): IterableIterator<Glanced> {
  const isLight = records instanceof PackedRecords || records instanceof PatchedRecords
  for (const [, record] of isLight ? records.glances() : records) yield record
}

/** One person's records that are no tags: where tags are packed, none is made to look for something else. */
export function* besidesTags(records: ReadonlyMap<string, WorkRecord>): IterableIterator<BesidesTag> {
  if (records instanceof PatchedRecords) return yield* records.besidesTags()
  const all = records instanceof PackedRecords ? records.others : records
  for (const record of all.values()) if (isBesides(record)) yield record
}

const isBesides = (record: WorkRecord): record is BesidesTag => record.is !== 'annotation'

function* withIds<R extends WorkRecord>(records: Iterable<R>): IterableIterator<readonly [string, R]> {
  for (const record of records) yield [record.id, record]
}

/** By the end of the id, which is random. */
function bucketOf(id: string): number {
  let number = 0
  for (let i = Math.max(0, id.length - 6); i < id.length; i++) number = (number * 31 + id.charCodeAt(i)) >>> 0
  return number % BUCKETS
}
