import { z } from 'zod'
import { itemsOf, type Items } from '../model/document'
import { recordIdSchema } from '../model/ids'
import type { AnyRecord, SharedRecord, WorkRecord } from '../model/records'
import type { ArticleChange, RegistryChange } from './changes'
import type { DocumentKind } from './document-kind'
import { sealLine, unsealLines } from './sealed-lines'

/**
 * One step on one article, or on the registries, as the history beside the document keeps it. All items of a document stand in its
 * history too, so that either can be made again from the other.
 */
export interface LoggedStep<R = AnyRecord> {
  /** ISO 8601, UTC, by the clock of the computer on which it was done. It is for people; revisions decide. */
  readonly at: string
  /** A command's name, or one of `otherSteps`. From a newer program it may be another. */
  readonly did: string
  /** For "undo" and "redo": the clock of the step that was taken back or made again. */
  readonly of?: number
  /** How many documents the step changed, when it is more than this one: the others' histories have the same clock. */
  readonly parts?: number
  /** What stands there since. */
  readonly items: Items<R>
  /** What stood there before, by record id; `null` where there was nothing. */
  readonly before: Readonly<Record<string, R | null>>
}

/**
 * Steps that are no commands. "begin" is the first line where there was work before there was a history; "merge" took
 * in what a sync program had put aside; "recover" stands for what the journal of an older program gave back.
 */
export const otherSteps = ['undo', 'redo', 'begin', 'merge', 'recover', 'bring-back'] as const

/** What the journal keeps of a step besides what it changed. */
export const stepNoteSchema = z.object({
  at: z.iso.datetime(),
  did: z.string().min(1).max(40),
  of: z.int().positive().exactOptional(),
})
export type StepNote = z.infer<typeof stepNoteSchema>

/** What stood there before, of records as this schema has them. */
const beforeOf = <R extends AnyRecord>(record: z.ZodType<R>) => z.record(recordIdSchema, record.nullable())

/** Made once for each kind of document: a schema is compiled when it is used first, which takes longer than many lines. */
export const schemasOfSteps = <R extends AnyRecord>(record: z.ZodType<R>) => {
  const [items, before] = [itemsOf(record), beforeOf(record)]
  return {
    items,
    before,
    step: stepNoteSchema.extend({ parts: z.int().min(2).exactOptional(), items, before }),
  }
}

/** Lines to add to a history. */
export const encodeSteps = (steps: readonly LoggedStep[]): Uint8Array =>
  new TextEncoder().encode(steps.map(sealLine).join(''))

export interface DecodedSteps<R> {
  readonly steps: readonly LoggedStep<R>[]
  readonly damaged: number
}

/**
 * Every step on this article (`null`: on the registries) that can be read, in the order of the file, and how many lines
 * are none. A step that stands there twice comes once.
 */
export function decodeSteps<R extends AnyRecord>(
  bytes: Uint8Array,
  kind: DocumentKind<R>,
  article: string | null,
): DecodedSteps<R> {
  const { values, damaged } = unsealLines(bytes)
  const schema = kind.schemas.step
  const steps = values.flatMap((value): LoggedStep<R>[] => {
    const step = schema.safeParse(value)
    return step.success && isAllOn(article, step.data) ? [step.data] : []
  })
  return { steps, damaged: damaged + values.length - steps.length }
}

/** Whether its records are of this article, each under its own id: others would make a document unreadable. */
export function isAllOn(
  article: string | null,
  { items, before }: Pick<LoggedStep, 'items' | 'before'>,
): boolean {
  const records = [
    ...Object.entries(items).map(([id, { record }]) => [id, record] as const),
    ...Object.entries(before),
  ]
  return records.every(([id, record]) => !record || (record.id === id && isOn(article, record)))
}

/** Whether a record is one of this article, or with `null` one that all articles share. */
export const isOn = (article: string | null, record: AnyRecord): boolean =>
  ('article' in record ? record.article : null) === article

/** The clock under which a step was made; 0 for one without items. */
export const clockOfStep = ({ items }: Pick<LoggedStep, 'items'>): number =>
  Object.values(items).reduce((clock, { rev }) => Math.max(clock, rev[0]), 0)

/** The step as changes that run either way. */
export function changesOf(article: string, step: LoggedStep<WorkRecord>): ArticleChange[]
export function changesOf(article: null, step: LoggedStep<SharedRecord>): RegistryChange[]
export function changesOf<A extends string | null, R extends AnyRecord>(
  article: A,
  { items, before }: LoggedStep<R>,
): { readonly article: A; readonly id: string; readonly before: R | null; readonly after: R | null }[] {
  return Object.entries(items).map(([id, { record }]) => ({
    article,
    id,
    before: before[id] ?? null,
    after: record,
  }))
}
