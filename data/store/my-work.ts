import { Low } from 'lowdb'
import { joinItems, liveRecords, type Items, type Revision, type WorkDocument } from '../model/document'
import type { Problem } from '../model/problem'
import type { WorkRecord } from '../model/records'
import { failed, ok, type Result } from '../model/result'
import type { Change } from './changes'
import { DocumentAdapter, NotRead, NotSaved, type Codec } from './document-adapter'
import { decodeDocument, encodeDocument } from './encode-document'
import type { Folder } from './ports'

/** What never changes about a document, besides its path. */
export type DocumentHeader = Pick<WorkDocument, 'project' | 'annotator' | 'device' | 'article'>

/**
 * My work on one article: the file of this device, which is one lowdb database and written by nobody else, and
 * beneath it what my other devices have, which is only read.
 */
export interface MyWork {
  readonly path: string
  readonly low: Low<WorkDocument | null>
  readonly header: DocumentHeader
  /** From my other devices and received sets. */
  elsewhere: Items<WorkRecord>
  /** The live records of all my devices, by id, in the order they were made. */
  records: ReadonlyMap<string, WorkRecord>
  /** Counts changes; `written` is the count that the folder has. */
  version: number
  written: number
}

const codec: Codec<WorkDocument> = {
  encode: encodeDocument,
  decode: (bytes, file) => decodeDocument(bytes, file, 'work'),
}

/** Reads the file of this device. A file that cannot be read is a Problem, never an empty document. */
export async function openMyWork(
  folder: Folder,
  path: string,
  header: DocumentHeader,
  elsewhere: Items<WorkRecord>,
): Promise<Result<MyWork, Problem>> {
  const low = new Low<WorkDocument | null>(new DocumentAdapter(folder, path, codec), null)
  try {
    await low.read()
  } catch (error) {
    if (error instanceof NotRead) return failed(error.problem)
    throw error
  }
  const records = liveRecords(joinItems(elsewhere, low.data?.items ?? {}))
  return ok({
    path,
    low,
    header,
    elsewhere,
    records: new Map(records.map((record) => [record.id, record])),
    version: 0,
    written: 0,
  })
}

/** My other devices have something new. What this device has, written or not, stays. */
export function takeElsewhere(work: MyWork, elsewhere: Items<WorkRecord>): void {
  work.elsewhere = elsewhere
  const records = liveRecords(joinItems(elsewhere, work.low.data?.items ?? {}))
  work.records = new Map(records.map((record) => [record.id, record]))
}

/** The changes as items of a file: what stands there afterwards, under a new revision. */
export const itemsOf = (changes: readonly Change[], rev: Revision): Items<WorkRecord> =>
  Object.fromEntries(changes.map(({ id, after }) => [id, { rev, record: after }]))

/** Puts items into the document in memory; the folder has them after `writeMyWork`. */
export function putItems(work: MyWork, items: Items<WorkRecord>, clock: number): void {
  const before = work.low.data
  work.low.data = {
    format: 'parley/work',
    schema: 1,
    ...work.header,
    clock: Math.max(before?.clock ?? 0, clock),
    items: joinItems(before?.items ?? {}, items),
  }
  const records = new Map(work.records)
  for (const [id, { record }] of Object.entries(items)) {
    if (record) records.set(id, record)
    else records.delete(id)
  }
  work.records = records
  work.version++
}

/** Brings the document into the folder. What changes while it is written waits for the next time. */
export async function writeMyWork(work: MyWork): Promise<Result<null, Problem>> {
  const { version } = work
  try {
    await work.low.write()
  } catch (error) {
    if (error instanceof NotSaved) return failed(error.problem)
    throw error
  }
  work.written = version
  return ok(null)
}

/** How many tags stand in it. */
export const countTags = (records: Iterable<WorkRecord>): number => {
  let tags = 0
  for (const record of records) if (record.is === 'annotation') tags++
  return tags
}
