import { liveWork } from '../../model/document'
import type { Problem } from '../../model/problem'
import type { WorkRecord } from '../../model/records'
import { findingOnce } from '../../store/find-work'
import { readWorks, shardsIn, workIn, writersIn, type WorkFile, type Writer } from '../../store/load-work'
import type { Folder, Stamp } from '../../store/ports'
import { shardOf } from '../../model/ids'
import type { RecordIndex } from './record-index'

/** By where a device writes, then by shard, the stamp of its folder when it was read last. */
export type Seen = Map<string, Map<string, Stamp>>

/** How far a look is, in shards of articles. */
export interface Progress {
  readonly done: number
  readonly of: number
}

/** A change of mine that the folder may not have yet. */
export interface MyChange {
  readonly article: string
  readonly id: string
  readonly after: WorkRecord | null
}

/** Folders whose stamps are asked for at once. */
const BATCH = 256

/**
 * Keeps an index like the work in a project folder. A look compares the stamps of the folders that everybody's work lies in with
 * those of the last look, and reads what lies behind those that are others; the first look reads everything. Looks are
 * generators: between two steps whoever runs them may rest, answer, or stop, and the next look goes on from there.
 *
 * What I have changed stands in the index at once, before my file has it: `takeChanges` keeps the changes over what is read,
 * until `saved` says that the folder has them.
 */
export class KeepUp {
  readonly #folder: Folder
  readonly #index: RecordIndex
  readonly #me: string
  readonly seen: Seen
  /** By article and id, what is mine and may not be in the folder. */
  #mine = new Map<string, Map<string, WorkRecord | null>>()

  constructor(folder: Folder, index: RecordIndex, me: string, seen: Seen = new Map()) {
    this.#folder = folder
    this.#index = index
    this.#me = me
    this.seen = seen
  }

  /** Reads what was changed since the last look. A folder that cannot be reached ends it, and all stays as it was. */
  async *look(): AsyncGenerator<Progress> {
    const troubles: Problem[] = []
    const writers = await writersIn(this.#folder, troubles)
    if (troubles.length > 0) return
    const changed = new Map<string, Map<string, Stamp | null>>()
    const mark = (base: string, shard: string, stamp: Stamp | null) =>
      changed.set(shard, (changed.get(shard) ?? new Map<string, Stamp | null>()).set(base, stamp))
    for (const { base } of writers) {
      const shards = await shardsIn(this.#folder, { base, annotator: '', device: '' }, troubles)
      if (troubles.length > 0) return
      for await (const [shard, stamp] of this.#changes(base, shards)) mark(base, shard, stamp)
    }
    for (const [base, shards] of this.seen)
      if (!writers.some((writer) => writer.base === base))
        for (const shard of shards.keys()) mark(base, shard, null)
    const known = new Map<string, string[]>()
    for (const article of this.#index.articlesWithPages())
      known.set(shardOf(article), [...(known.get(shardOf(article)) ?? []), article])
    let done = 0
    for (const [shard, stamps] of [...changed].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
      if (!(await this.#readShard(shard, writers, known.get(shard) ?? []))) return
      for (const [base, stamp] of stamps) this.#saw(base, shard, stamp)
      done++
      yield { done, of: changed.size }
    }
  }

  /** Reads these articles again, since somebody may have saved on them. */
  async touch(articles: Iterable<string>): Promise<void> {
    const find = findingOnce(this.#folder)
    for (const article of new Set(articles)) {
      const { documents } = await find(article)
      await this.#read(article, documents)
    }
  }

  /** Takes in what I have changed. Costs what I have on those articles. */
  async takeChanges(changes: readonly MyChange[]): Promise<void> {
    for (const { article, id, after } of changes) {
      const mine = this.#mine.get(article) ?? new Map<string, WorkRecord | null>()
      this.#mine.set(article, mine.set(id, after))
    }
    await this.touch(changes.map(({ article }) => article))
  }

  /** The folder has all that is mine. */
  async saved(): Promise<void> {
    const articles = [...this.#mine.keys()]
    this.#mine = new Map()
    await this.touch(articles)
  }

  /** `known` are the articles of the shard on which somebody had something. */
  async #readShard(shard: string, writers: readonly Writer[], known: readonly string[]): Promise<boolean> {
    const troubles: Problem[] = []
    const files = await workIn(this.#folder, writers, shard, troubles)
    if (troubles.length > 0) return false
    for (const article of known) if (!files.has(article)) await this.#read(article, [])
    for (const [article, documents] of files) await this.#read(article, documents)
    return true
  }

  /** What cannot be read is left out, as everywhere; the project's list of troubles names it. */
  async #read(article: string, documents: readonly WorkFile[]): Promise<void> {
    const works = await readWorks(this.#folder, documents, [])
    const mine = this.#mine.get(article)
    const annotators = new Set([
      ...works.keys(),
      ...this.#index.annotatorsOn(article),
      ...(mine ? [this.#me] : []),
    ])
    for (const annotator of annotators) {
      const records = liveWork(works.get(annotator) ?? {})
      this.#index.put(article, annotator, annotator === this.#me && mine ? over(records, mine) : records)
    }
  }

  async *#changes(base: string, shards: readonly string[]): AsyncGenerator<readonly [string, Stamp | null]> {
    const seen = this.seen.get(base) ?? new Map<string, Stamp>()
    const all = [...new Set([...shards, ...seen.keys()])]
    for (let from = 0; from < all.length; from += BATCH) {
      const batch = all.slice(from, from + BATCH)
      const stamps = await this.#folder.stamps(batch.map((shard) => `${base}/${shard}`))
      if (!stamps.ok) return
      for (const [i, shard] of batch.entries()) {
        const stamp = stamps.value[i] ?? null
        if (stamp !== (seen.get(shard) ?? null)) yield [shard, stamp]
      }
    }
  }

  #saw(base: string, shard: string, stamp: Stamp | null): void {
    const shards = this.seen.get(base) ?? new Map<string, Stamp>()
    if (stamp === null) shards.delete(shard)
    else shards.set(shard, stamp)
    if (shards.size > 0) this.seen.set(base, shards)
    else this.seen.delete(base)
  }
}

/** Records with these changes over them. */
function over(records: readonly WorkRecord[], changes: ReadonlyMap<string, WorkRecord | null>): WorkRecord[] {
  const all = new Map(records.map((record) => [record.id, record]))
  for (const [id, record] of changes) {
    if (record) all.set(id, record)
    else all.delete(id)
  }
  return [...all.values()]
}
