import type { z } from 'zod'
import {
  liveRecords,
  liveWork,
  REGISTRY_SCHEMA,
  registryDocument,
  WORK_SCHEMA,
  workDocument,
  type DocumentHeader,
  type Items,
  type StoredDocument,
} from '../model/document'
import type { Problem } from '../model/problem'
import {
  sharedRecordSchema,
  workRecordSchema,
  type AnyRecord,
  type InForce,
  type SharedRecord,
  type WorkRecord,
} from '../model/records'
import type { Result } from '../model/result'
import { readDocument, type ReadDocument } from './encode-document'
import { schemasOfSteps } from './history-log'
import { LiveRecords } from './live-records'
import { LiveShared } from './live-shared'

/** What is other about documents of tags and those of the registries. Whatever reads, writes or mends them is the same. */
export interface DocumentKind<R extends AnyRecord> {
  /** The version that is written today. */
  readonly schema: number
  readonly record: z.ZodType<R>
  readonly schemas: ReturnType<typeof schemasOfSteps<R>>
  readonly read: (bytes: Uint8Array, file: string) => Result<ReadDocument<StoredDocument<R>>, Problem>
  readonly blank: (header: DocumentHeader, items: Items<R>) => StoredDocument<R>
  /** Whether a record is one that people count: a tag, or an entry of the registries. */
  readonly counts: (is: string) => boolean
}

/** Records that are not deleted, kept up to date. */
export interface Live<R> {
  readonly byId: ReadonlyMap<string, R>
  /** Puts a record in place of the one with this id, if there was one; with `null` there is none from then on. */
  put(id: string, record: R | null): void
}

/** Documents of mine. */
export interface OwnKind<R extends AnyRecord, L extends Live<R>> extends DocumentKind<R> {
  readonly live: (items: Items<R>) => L
  /** Whether what others have lies beneath mine, so that I may change it: then the later revision stands, whosever it is. */
  readonly isShared: boolean
}

export const workKind: DocumentKind<WorkRecord> = {
  schema: WORK_SCHEMA,
  record: workRecordSchema,
  schemas: schemasOfSteps<WorkRecord>(workRecordSchema),
  read: (bytes, file) => readDocument(bytes, file, 'work'),
  blank: ({ article, ...header }, items) => workDocument({ ...header, article: article! }, items),
  counts: (is) => is === 'annotation',
}

export const registryKind: DocumentKind<SharedRecord> = {
  schema: REGISTRY_SCHEMA,
  record: sharedRecordSchema,
  schemas: schemasOfSteps<SharedRecord>(sharedRecordSchema),
  read: (bytes, file) => readDocument(bytes, file, 'registry'),
  blank: (header, items) => registryDocument(header, items),
  counts: (is) => is !== 'in-force' && is !== 'review-settings',
}

export const ownWork: OwnKind<WorkRecord, LiveRecords> = {
  ...workKind,
  live: (items) => new LiveRecords(liveWork(items)),
  isShared: false,
}

/** `byDefault` says which codebook is in force while nobody has said it. */
export const ownRegistries = (byDefault: InForce): OwnKind<SharedRecord, LiveShared> => ({
  ...registryKind,
  live: (items) => new LiveShared(liveRecords(items), byDefault),
  isShared: true,
})
