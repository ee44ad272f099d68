import { z } from 'zod'
import {
  compareRevisions,
  joinItems,
  revisionSchema,
  type DocumentHeader,
  type Item,
  type Items,
  type StoredDocument,
} from '../model/document'
import { recordIdSchema } from '../model/ids'
import { parseJson } from '../model/parse'
import { ok } from '../model/result'
import type { AnyRecord } from '../model/records'
import type { DocumentKind } from './document-kind'
import { decodeSteps, isOn } from './history-log'
import { historyBeside } from './paths'
import type { Folder } from './ports'
import { setAside } from './set-aside'

/** Where work can come back from, besides the project itself. */
export interface RecoveryPorts {
  readonly folder: Folder
  readonly vault: Folder | null
  /** The file's bytes in the newest backup in which they are whole; `null` where there is none. */
  readonly lastGood: (path: string) => Promise<Uint8Array | null>
}

/** What a document that could not be read had in it, as far as it can be known. */
export interface Recovered<R> {
  readonly items: Items<R>
  /** Whether the file was kept aside, unchanged, or is gone. */
  readonly isAside: boolean
  /** Live tags, or entries of the registries, that came back, and how many the file seems to have had. */
  readonly back: number
  readonly of: number
  /** When the latest of them was changed: ISO 8601, UTC. */
  readonly until: string | null
}

/**
 * Makes a document again that cannot be read or is gone, from its history (which has every change), from the last
 * backup, and from those of its own lines that are whole. A file that is there stays as it is.
 */
export async function recoverDocument<R extends AnyRecord>(
  { folder, vault, lastGood }: RecoveryPorts,
  path: string,
  kind: DocumentKind<R>,
  whose: Whose,
): Promise<Recovered<R>> {
  const bytes = await folder.read(path)
  const found = bytes.ok && bytes.value ? bytes.value : new Uint8Array()
  const isGone = bytes.ok && bytes.value === null
  const aside = isGone ? ok('') : await setAside(vault, 'quarantine', whose, found)
  const log = await folder.read(historyBeside(path))
  const steps = log.ok && log.value ? decodeSteps(log.value, kind, whose.article).steps : []
  const backup = await lastGood(path)
  const document = backup ? kind.read(backup, path) : null
  const sources = [
    ...steps.map((step) => step.items),
    document?.ok && isOf(document.value.document, whose) ? document.value.document.items : {},
  ]
  const sealed = sources.reduce<Items<R>>((joined, more) => joinItems(joined, more), {})
  const items = { ...sealed, ...newsIn(wholeLines(found, kind, whose), sealed) }
  const live = Object.values(items).flatMap(({ record }) => record ?? [])
  const back = live.filter(({ is }) => kind.counts(is)).length
  const modified = live.map((record) => record.modified).toSorted()
  return {
    items,
    isAside: aside.ok && aside.value !== null,
    back,
    of: Math.max(back, countIn(found, kind)),
    until: modified.at(-1) ?? null,
  }
}

type Whose = Pick<DocumentHeader, 'annotator' | 'device' | 'article'>

const isOf = ({ annotator, article }: Pick<StoredDocument, 'annotator' | 'article'>, whose: Whose): boolean =>
  annotator === whose.annotator && (article ?? null) === whose.article

/** What only the damaged file tells. Its lines have no seal of their own, so elsewhere the same version goes before them. */
const newsIn = <R>(lines: Items<R>, known: Items<R>): Items<R> =>
  Object.fromEntries(
    Object.entries(lines).filter(([id, { rev }]) => {
      const here = known[id]
      return !here || compareRevisions(rev, here.rev) > 0
    }),
  )

/** Each item has a line of its own in a document, so a file that was cut short has whole ones before the cut. */
function wholeLines<R extends AnyRecord>(
  bytes: Uint8Array,
  kind: DocumentKind<R>,
  { annotator, article }: Whose,
): Items<R> {
  const items: Record<string, Item<R>> = {}
  const text = new TextDecoder().decode(bytes)
  // Records do not say whose they are, so those of a file that says it is somebody else's are left there.
  const [, whose = annotator] = /^"annotator":"([^"]*)"/m.exec(text) ?? []
  if (whose !== annotator) return items
  const itemSchema = z.object({ rev: revisionSchema, record: kind.record.nullable() })
  for (const line of text.split('\n')) {
    const [, id, json] = /^"([0-9a-f-]{36})":(\{.*\}),?\r?$/.exec(line) ?? []
    const parsed = json === undefined ? null : parseJson(json)
    const item = parsed?.ok ? itemSchema.safeParse(parsed.value) : null
    if (!id || !recordIdSchema.safeParse(id).success || !item?.success) continue
    const { record } = item.data
    if (!record || (record.id === id && isOn(article, record))) items[id] = item.data
  }
  return items
}

/** How many records the bytes seem to have that count. */
const countIn = (bytes: Uint8Array, { counts }: Pick<DocumentKind<AnyRecord>, 'counts'>): number =>
  [...new TextDecoder().decode(bytes).matchAll(/"is":"([a-z-]+)"/g)].filter(([, is = '']) => counts(is))
    .length
