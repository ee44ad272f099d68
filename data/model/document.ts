import { z } from 'zod'
import { annotatorIdSchema, articleIdSchema, deviceIdSchema, recordIdSchema } from './ids'
import {
  sharedRecordSchema,
  workRecordSchema,
  type AnyRecord,
  type SharedRecord,
  type WorkRecord,
} from './records'

/**
 * Which of two versions of a record is later: the Lamport clock, then the device's id. Wall-clock time decides
 * nothing, so a computer with a wrong date changes no winner.
 */
export const revisionSchema = z.tuple([z.int().nonnegative(), deviceIdSchema]).readonly()
export type Revision = z.infer<typeof revisionSchema>

/** A record as a file keeps it. `record: null` remembers that it was deleted, so that an old copy cannot bring it back. */
export interface Item<R> {
  readonly rev: Revision
  readonly record: R | null
}

export type Items<R> = Readonly<Record<string, Item<R>>>

/** The version of work documents that this program writes. `store/migrations.ts` brings older ones up to it. */
export const WORK_SCHEMA = 2
/** The same of registry documents. */
export const REGISTRY_SCHEMA = 2

const header = {
  project: z.string().min(1),
  annotator: annotatorIdSchema,
  device: deviceIdSchema,
  /** The greatest clock that stands in `items`. */
  clock: z.int().nonnegative(),
  /**
   * The history beside the file has every change of this device up to this clock; 0 when it has none. Items that were
   * there before the history began stand in its first line.
   */
  logged: z.int().nonnegative(),
}

/** The schema of items that hold such records. */
export const itemsOf = <T extends z.ZodType>(record: T) =>
  z.record(recordIdSchema, z.object({ rev: revisionSchema, record: record.nullable() }))

/** One person's tags and links on one article, made on one device. One such file is one lowdb database. */
export const workDocumentSchema = z.object({
  format: z.literal('parley/work'),
  schema: z.literal(WORK_SCHEMA),
  ...header,
  article: articleIdSchema,
  items: itemsOf(workRecordSchema),
})

/**
 * The actors, issues and positions that one person added, changed, merged or removed on one device, whoever had made
 * them, and which revision of the codebook that person has put in force.
 */
export const registryDocumentSchema = z.object({
  format: z.literal('parley/registry'),
  schema: z.literal(REGISTRY_SCHEMA),
  ...header,
  items: itemsOf(sharedRecordSchema),
})

export type WorkDocument = Readonly<z.infer<typeof workDocumentSchema>>
export type RegistryDocument = Readonly<z.infer<typeof registryDocumentSchema>>
/** What never changes about a work document. */
export type WorkHeader = Pick<WorkDocument, 'project' | 'annotator' | 'device' | 'article'>
/** The same of any document; \`article\` is \`null\` for the registries, which all articles share. */
export type DocumentHeader = Omit<WorkHeader, 'article'> & { readonly article: string | null }

/** A document as this program writes it. */
export const workDocument = (
  { project, annotator, device, article }: WorkHeader,
  items: Items<WorkRecord>,
  logged = 0,
): WorkDocument => ({
  format: 'parley/work',
  schema: WORK_SCHEMA,
  project,
  annotator,
  device,
  article,
  clock: clockOf(items),
  logged,
  items,
})

export const registryDocument = (
  { project, annotator, device }: Omit<DocumentHeader, 'article'>,
  items: Items<SharedRecord>,
  logged = 0,
): RegistryDocument => ({
  format: 'parley/registry',
  schema: REGISTRY_SCHEMA,
  project,
  annotator,
  device,
  clock: clockOf(items),
  logged,
  items,
})

/** A document of either kind, by the records that it holds. */
export interface StoredDocument<R = AnyRecord> {
  readonly format: string
  readonly schema: number
  readonly project: string
  readonly annotator: string
  readonly device: string
  /** Registries have none. */
  readonly article?: string
  readonly clock: number
  readonly logged: number
  readonly items: Items<R>
}

/** No honest program counts so far: a thousand changes a second would take nine thousand years. */
export const LAST_CLOCK = 2 ** 48

/**
 * What a person's own clock may learn from a clock in a file. A forged one near the end of all numbers would leave
 * none for this person's next change, which could then never be read back.
 */
export const likelyClock = (clock: number): number => Math.min(clock, LAST_CLOCK)

/** Positive when `a` is later than `b`. */
export const compareRevisions = (a: Revision, b: Revision): number =>
  a[0] - b[0] || (a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : 0)

/**
 * Every record of both, and of those in both the later revision. The order of the two does not matter, nor how
 * often or in which grouping copies are joined. Where two copies claim one revision with different content
 * (which no honest program writes), the greater JSON text wins, its keys in order, so that the order still does not matter.
 */
export function joinItems<R>(a: Items<R>, b: Items<R>): Items<R> {
  const joined: Record<string, Item<R>> = { ...a }
  for (const [id, theirs] of Object.entries(b)) {
    const ours = joined[id]
    if (!ours || isLater(theirs, ours)) joined[id] = theirs
  }
  return joined
}

/** Whether `a` is to stand where both are known. */
export function isLater<R>(a: Item<R>, b: Item<R>): boolean {
  const order = compareRevisions(a.rev, b.rev)
  if (order !== 0 || a.record === b.record) return order > 0
  return textOf(a.record) > textOf(b.record)
}

/** One text, in whichever order the keys of a record came from a file or a program. */
const textOf = (record: unknown): string =>
  JSON.stringify(record, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )

/** The records that are not deleted, in the order of their ids, which is the order they were made in. */
export const liveRecords = <R>(items: Items<R>): R[] =>
  Object.keys(items)
    .toSorted()
    .flatMap((id) => items[id]?.record ?? [])

/**
 * The live records of somebody's work on an article. A link counts only while both its ends do: one of them may have been
 * deleted on a device that did not know of the link. Should the tag come back, so does the link.
 */
export function liveWork(items: Items<WorkRecord>): WorkRecord[] {
  const live = (id: string) => items[id]?.record?.is === 'annotation'
  return liveRecords(items).filter((record) => record.is !== 'link' || (live(record.from) && live(record.to)))
}

/** The greatest clock in the items; 0 when there is none. */
export const clockOf = (items: Items<unknown>): number =>
  Object.values(items).reduce((clock, { rev }) => Math.max(clock, rev[0]), 0)
