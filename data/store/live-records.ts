import type { Link, WorkRecord } from '../model/records'
import type { ArticleChange } from './changes'
import { isDoneIn, tagsIn, tallyOf, type Tally } from './shelf/tally'

/**
 * Somebody's live records on an article, with what would otherwise be a look at every one of them: how many tags there are,
 * and which links touch a tag. A step costs the same here on ten thousand records as on ten.
 */
export class LiveRecords {
  readonly #records = new Map<string, WorkRecord>()
  /** By the tags at their ends: each stands under both. */
  readonly #links = new Map<string, Set<Link>>()
  #tags = 0
  #dones = 0

  constructor(records: readonly WorkRecord[] = []) {
    for (const record of records) this.put(record.id, record)
  }

  get byId(): ReadonlyMap<string, WorkRecord> {
    return this.#records
  }

  get tally(): Tally {
    return tallyOf(this.#tags, this.#dones > 0)
  }

  /** The links that touch this tag. */
  linksAt(annotation: string): readonly Link[] {
    return [...(this.#links.get(annotation) ?? [])]
  }

  /** Puts a record in place of the one with this id, if there was one; with `null` there is none from then on. */
  put(id: string, record: WorkRecord | null): void {
    const before = this.#records.get(id)
    if (before) this.#count(before, -1)
    if (record) {
      this.#records.set(id, record)
      this.#count(record, 1)
    } else this.#records.delete(id)
  }

  #count(record: WorkRecord, by: 1 | -1): void {
    if (record.is === 'annotation') this.#tags += by
    else if (record.is === 'done') this.#dones += by
    else if (record.is === 'link') for (const end of [record.from, record.to]) this.#join(end, record, by)
  }

  #join(end: string, link: Link, by: 1 | -1): void {
    const there = this.#links.get(end) ?? new Set()
    if (by === 1) this.#links.set(end, there.add(link))
    else if (there.delete(link) && there.size === 0) this.#links.delete(end)
  }
}

/** What the list will show of an article after these changes. */
export function tallyAfter(tally: Tally, changes: readonly ArticleChange[]): Tally {
  const counted = (is: WorkRecord['is'], side: 'before' | 'after') =>
    changes.filter((change) => change[side]?.is === is).length
  const tags = tagsIn(tally) + counted('annotation', 'after') - counted('annotation', 'before')
  const isDone = counted('done', 'after') > 0 || (isDoneIn(tally) && counted('done', 'before') === 0)
  return tallyOf(tags, isDone)
}
