import { clockOf, isLater, itemsOf, joinItems, liveWork, type Item, type Items } from '../../model/document'
import { z } from 'zod'
import type { Problem } from '../../model/problem'
import { sharedRecordSchema, workRecordSchema, type AnyRecord, type WorkRecord } from '../../model/records'
import { failed } from '../../model/result'
import { isSame } from '../../model/same'
import { memoryFolder, type MemoryFolder } from '../memory/memory-folder'
import type { MemoryJournal } from '../memory/memory-journal'
import { isOn } from '../history-log'
import type { Folder, Journal } from '../ports'
import type { Change } from '../changes'

/** A folder as one run of a program sees it: when the program is killed, what it was about to do does not happen. */
export function untilKilled(folder: Folder): Folder & { kill(): void } {
  let isAlive = true
  const gone: Problem = { kind: 'folder-unreachable', folder: 'talks', why: 'the program was killed' }
  const alive =
    <A extends unknown[], T>(call: (...given: A) => Promise<T>) =>
    async (...given: A) =>
      isAlive ? call(...given) : failed(gone)
  return {
    read: alive((path: string) => folder.read(path)),
    readAll: alive((all: readonly string[]) => folder.readAll(all)),
    list: alive((path: string) => folder.list(path)),
    stamps: alive((all: readonly string[]) => folder.stamps(all)),
    replace: alive((path: string, bytes: Uint8Array) => folder.replace(path, bytes)),
    create: alive((path: string, bytes: Uint8Array) => folder.create(path, bytes)),
    append: alive((path: string, bytes: Uint8Array) => folder.append(path, bytes)),
    remove: alive((path: string) => folder.remove(path)),
    kill: () => void (isAlive = false),
  }
}

const itemsSchema = itemsOf(z.union([workRecordSchema, sharedRecordSchema]))

/** What was asked of a disk, version by version, and of which versions somebody was told that they are safe. */
export class Ledger {
  #issued: [id: string, item: Item<AnyRecord>][] = []
  #acknowledged: Items<AnyRecord> = {}
  #wholes: { readonly clock: number; readonly paths: readonly string[] }[] = []

  /** The journal, noting every version that it is given, whether it takes it or not. */
  watching(journal: MemoryJournal): Journal {
    return {
      append: (entry) => {
        const parts = 'parts' in entry ? entry.parts : [entry]
        const read = parts.map(({ path, items }) => ({ path, items: itemsSchema.parse(items) }))
        for (const { items } of read) this.#issued.push(...Object.entries(items))
        if (read.length > 1)
          this.#wholes.push({ clock: clockOf(read[0]!.items), paths: read.map(({ path }) => path) })
        return journal.append(entry)
      },
      leftOver: () => journal.leftOver(),
      clear: () => journal.clear(),
      close: () => journal.close(),
    }
  }

  /** These changes were answered with "ok". */
  acknowledge(changes: readonly Change[]): void {
    for (const { id, after } of changes) {
      const issue = this.#issued.findLast(([of, { record }]) => of === id && isSame(record, after))
      if (!issue) throw new Error(`${id} was acknowledged, and no journal was asked`)
      this.#acknowledged = joinItems(this.#acknowledged, { [id]: issue[1] })
    }
  }

  /** Steps over several documents of which the disk was asked to keep all or nothing: their clocks, and where they are told of. */
  get wholes(): readonly { readonly clock: number; readonly paths: readonly string[] }[] {
    return this.#wholes
  }

  /** Takes in what another ledger has, as the work that it tells of reaches this project. */
  join(other: Ledger): void {
    this.#issued.push(...other.#issued)
    this.#acknowledged = joinItems(this.#acknowledged, other.#acknowledged)
  }

  /**
   * What is wrong with these records as all that one person has on an article, or with `null` in the registries: each is to be in the last state that was
   * acknowledged, or in a later one that was refused and got onto the disk all the same.
   */
  lostFrom(article: string | null, records: readonly AnyRecord[]): readonly string[] {
    const shown = new Map(records.map((record) => [record.id, record]))
    const live = new Set(liveWork(worksIn(this.#acknowledged)).map(({ id }) => id))
    return Object.entries(this.#acknowledged).flatMap(([id, item]) => {
      const found = shown.get(id) ?? null
      const record = item.record ?? found
      if (record && !isOn(article, record)) return []
      // A link does not count while one of its ends is gone.
      const isHidden = found === null && item.record?.is === 'link' && !live.has(id)
      const isDoubtful = this.#issued.some(
        ([of, later]) => of === id && isLater(later, item) && isSame(later.record, found),
      )
      return isSame(item.record, found) || isHidden || isDoubtful
        ? []
        : [`${id}: ${briefly(found)} in place of ${briefly(item.record)}`]
    })
  }
}

const worksIn = (items: Items<AnyRecord>): Items<WorkRecord> =>
  Object.fromEntries(
    Object.entries(items).flatMap(([id, { rev, record }]) =>
      record && 'article' in record ? [[id, { rev, record }]] : [],
    ),
  )

const briefly = (record: AnyRecord | null): string =>
  record === null
    ? 'nothing'
    : record.is === 'annotation'
      ? `${record.label} “${record.note}”`
      : `a ${record.is}`

/** The same files in a folder of their own. */
export const copyOf = (folder: MemoryFolder): MemoryFolder => memoryFolder(Object.fromEntries(folder.files))
