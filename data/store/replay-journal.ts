import { clockOf, joinItems, workDocumentSchema, type Items } from '../model/document'
import type { Problem } from '../model/problem'
import type { WorkRecord } from '../model/records'
import { ok, type Result } from '../model/result'
import { decodeDocument, encodeDocument } from './encode-document'
import type { Folder, Journal } from './ports'

export interface Replayed {
  /** What could not be used. Such lines stay in the journal. */
  readonly owed: readonly Problem[]
  /** The greatest clock in the journal, of owed lines too, so that no new change gets a revision that one of them has. */
  readonly clock: number
}

interface Writer {
  readonly project: string
  readonly annotator: string
  readonly device: string
}

const workPath = /^work\/([a-z0-9-]+)\/([a-z2-7]{10})\/[a-z2-7]{2}\/([a-z2-7]{26})\.json$/
const workItems = workDocumentSchema.shape.items

/**
 * Brings into the folder what earlier sessions acknowledged and did not get to write. Joining is idempotent, so a
 * crash in here loses nothing either; the journal is cleared only when every file is there.
 */
export async function replayJournal(
  folder: Folder,
  journal: Journal,
  writer: Writer,
): Promise<Result<Replayed, Problem>> {
  const left = await journal.leftOver()
  if (!left.ok) return left
  const { entries } = left.value
  const troubles: Problem[] = []
  const byPath = new Map<string, Items<WorkRecord>>()
  for (const { path, items } of entries) {
    const checked = workItems.safeParse(items)
    const mine = path.startsWith(`work/${writer.annotator}/`) && workPath.test(path)
    if (!checked.success || !mine)
      troubles.push({
        kind: 'bad-file',
        file: 'journal',
        where: placeIn(path),
        expected: 'a change to a file of yours',
      })
    else byPath.set(path, joinItems(byPath.get(path) ?? {}, checked.data))
  }
  for (const [path, items] of byPath) {
    const written = await bringIn(folder, path, items, writer)
    if (!written.ok) troubles.push(written.error)
  }
  if (troubles.length === 0 && entries.length > 0) {
    const cleared = await journal.clear()
    if (!cleared.ok) return cleared
  }
  return ok({ owed: troubles, clock: Math.max(0, ...[...byPath.values()].map(clockOf)) })
}

/** A path from a file that anybody may have written, as the place of a fault; no longer than ours are. */
const placeIn = (path: string): string => (path.trim() === '' ? 'the path' : path.slice(0, 120))

async function bringIn(
  folder: Folder,
  path: string,
  items: Items<WorkRecord>,
  writer: Writer,
): Promise<Result<null, Problem>> {
  const bytes = await folder.read(path)
  if (!bytes.ok) return bytes
  const before = bytes.value && decodeDocument(bytes.value, path, 'work')
  if (before && !before.ok) return before
  const [, annotator, device, article] = workPath.exec(path)!
  const header = { project: writer.project, annotator: annotator!, device: device!, article: article! }
  const joined = joinItems(before?.value.items ?? {}, items)
  return folder.replace(
    path,
    encodeDocument({ format: 'parley/work', schema: 1, ...header, clock: clockOf(joined), items: joined }),
  )
}
