import { z } from 'zod'
import {
  compareRevisions,
  joinItems,
  revisionSchema,
  type Item,
  type Items,
  type WorkDocument,
  type WorkHeader,
} from '../model/document'
import { recordIdSchema } from '../model/ids'
import { parseJson } from '../model/parse'
import { ok } from '../model/result'
import { workRecordSchema, type WorkRecord } from '../model/records'
import { decodeDocument } from './encode-document'
import { decodeSteps } from './history-log'
import type { Folder } from './ports'
import { setAside } from './set-aside'

/** Where work can come back from, besides the project itself. */
export interface RecoveryPorts {
  readonly folder: Folder
  readonly vault: Folder | null
  /** The file's bytes in the newest backup in which they are whole; `null` where there is none. */
  readonly lastGood: (path: string) => Promise<Uint8Array | null>
}

/** What a work document that could not be read had in it, as far as it can be known. */
export interface Recovered {
  readonly items: Items<WorkRecord>
  /** Whether the file was kept aside, unchanged, or is gone. */
  readonly isAside: boolean
  /** Live tags that came back, and how many the file seems to have had. */
  readonly back: number
  readonly of: number
  /** When the latest of them was changed: ISO 8601, UTC. */
  readonly until: string | null
}

/**
 * Makes a document again that cannot be read or is gone, from its history (which has every change), from the last
 * backup, and from those of its own lines that are whole. A file that is there stays as it is.
 */
export async function recoverWork(
  { folder, vault, lastGood }: RecoveryPorts,
  path: string,
  { annotator, device, article }: Omit<WorkHeader, 'project'>,
): Promise<Recovered> {
  const bytes = await folder.read(path)
  const found = bytes.ok && bytes.value ? bytes.value : new Uint8Array()
  const isGone = bytes.ok && bytes.value === null
  const aside = isGone ? ok('') : await setAside(vault, 'quarantine', { annotator, device, article }, found)
  const log = await folder.read(historyBeside(path))
  const steps = log.ok && log.value ? decodeSteps(log.value, article).steps : []
  const backup = await lastGood(path)
  const document = backup ? decodeDocument(backup, path, 'work') : null
  const sources = [
    ...steps.map((step) => step.items),
    document?.ok && isOf(document.value, { annotator, article }) ? document.value.items : {},
  ]
  const sealed = sources.reduce<Items<WorkRecord>>((joined, more) => joinItems(joined, more), {})
  const items = { ...sealed, ...newsIn(wholeLines(found, { annotator, article }), sealed) }
  const live = Object.values(items).flatMap(({ record }) => record ?? [])
  const back = live.filter(({ is }) => is === 'annotation').length
  const modified = live.map((record) => record.modified).toSorted()
  return {
    items,
    isAside: aside.ok && aside.value !== null,
    back,
    of: Math.max(back, tagsIn(found)),
    until: modified.at(-1) ?? null,
  }
}

const isOf = (
  document: WorkDocument,
  { annotator, article }: Pick<WorkHeader, 'annotator' | 'article'>,
): boolean => document.annotator === annotator && document.article === article

/** What only the damaged file tells. Its lines have no seal of their own, so elsewhere the same version goes before them. */
const newsIn = (lines: Items<WorkRecord>, known: Items<WorkRecord>): Items<WorkRecord> =>
  Object.fromEntries(
    Object.entries(lines).filter(([id, { rev }]) => {
      const here = known[id]
      return !here || compareRevisions(rev, here.rev) > 0
    }),
  )

/** The history of the document at `path`. */
export const historyBeside = (path: string): string => path.replace(/\.json$/, '.log')

const itemSchema = z.object({ rev: revisionSchema, record: workRecordSchema.nullable() })

/** Each item has a line of its own in a document, so a file that was cut short has whole ones before the cut. */
function wholeLines(
  bytes: Uint8Array,
  { annotator, article }: Pick<WorkHeader, 'annotator' | 'article'>,
): Items<WorkRecord> {
  const items: Record<string, Item<WorkRecord>> = {}
  const text = new TextDecoder().decode(bytes)
  // Records do not say whose they are, so those of a file that says it is somebody else's are left there.
  const [, whose = annotator] = /^"annotator":"([^"]*)"/m.exec(text) ?? []
  if (whose !== annotator) return items
  for (const line of text.split('\n')) {
    const [, id, json] = /^"([0-9a-f-]{36})":(\{.*\}),?\r?$/.exec(line) ?? []
    const parsed = json === undefined ? null : parseJson(json)
    const item = parsed?.ok ? itemSchema.safeParse(parsed.value) : null
    if (!id || !recordIdSchema.safeParse(id).success || !item?.success) continue
    const { record } = item.data
    if (!record || (record.id === id && record.article === article)) items[id] = item.data
  }
  return items
}

const tagsIn = (bytes: Uint8Array): number =>
  new TextDecoder().decode(bytes).split('"is":"annotation"').length - 1
