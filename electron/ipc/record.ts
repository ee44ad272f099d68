import { z } from 'zod'
import { annotatorIdSchema, articleIdSchema, recordIdSchema, revisionIdSchema } from '../../data/model/ids'
import type { EvidenceQuery } from '../../data/record/evidence'
import { statementColumns, type StatementQuery } from '../../data/record/query'

/** Rows that a window has at most, and entries, articles or values that a filter names at most. */
export const ROWS_AT_MOST = 1_000
const MANY = 10_000

const text = z.string().max(1_000)
const some = <T extends z.ZodType>(value: T) => z.array(value).max(MANY).exactOptional()
const valueOrNone = text.nullable()

export const statementQuerySchema: z.ZodType<StatementQuery> = z.strictObject({
  actors: some(recordIdSchema.nullable()),
  positions: some(recordIdSchema.nullable()),
  issues: some(recordIdSchema.nullable()),
  addressees: some(recordIdSchema.nullable()),
  sources: some(recordIdSchema.nullable()),
  stances: some(z.literal([-1, 0, 1]).nullable()),
  types: some(valueOrNone),
  speeches: some(valueOrNone),
  certainties: some(valueOrNone),
  voices: some(z.enum(['own', 'reported']).nullable()),
  annotators: some(annotatorIdSchema),
  outlets: some(valueOrNone),
  articles: some(articleIdSchema),
  days: z.strictObject({ from: z.iso.date().nullable(), to: z.iso.date().nullable() }).exactOptional(),
  text: text.exactOptional(),
  sort: z.strictObject({ by: z.enum(statementColumns), descending: z.boolean() }),
  group: z.enum(statementColumns).nullable(),
})

export const evidenceQuerySchema: z.ZodType<EvidenceQuery> = z.strictObject({
  entries: some(recordIdSchema),
  labels: some(z.string().min(1).max(100)),
  revisions: some(revisionIdSchema),
  annotators: some(annotatorIdSchema),
  articles: some(articleIdSchema),
  words: z.string().max(100_000).exactOptional(),
  sort: z.enum(['newest', 'oldest']),
})

/** From this row on, up to that one, which is not among them. */
const place = z.int().nonnegative().max(100_000_000)
const range = [place, place] as const

/** What may stand in the messages about the record of all articles. */
export const recordSchemas = {
  recordState: z.tuple([]),
  entryCounts: z.tuple([]),
  evidence: z.tuple([evidenceQuerySchema, ...range]),
  wordsFor: z.tuple([z.array(recordIdSchema).min(1).max(MANY)]),
  learntNames: z.tuple([]),
  labelsUsed: z.tuple([]),
  statementCounts: z.tuple([statementQuerySchema]),
  statements: z.tuple([statementQuerySchema, ...range]),
  placeOfStatement: z.tuple([statementQuerySchema, text]),
  exportStatements: z.tuple([statementQuerySchema, z.array(z.enum(statementColumns)).max(100)]),
  passage: z.tuple([articleIdSchema, place, place]),
  stopRecord: z.tuple([]),
  makeRecord: z.tuple([]),
}
