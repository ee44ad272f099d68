import { z } from 'zod'
import { itemsOf, type Items } from '../model/document'
import { recordIdSchema } from '../model/ids'
import { workRecordSchema, type WorkRecord } from '../model/records'
import type { Change } from './changes'
import { sealLine, unsealLines } from './sealed-lines'

/**
 * One step on one article, as the history beside the work document keeps it. All items of a document stand in its
 * history too, so that either can be made again from the other.
 */
export interface LoggedStep {
  /** ISO 8601, UTC, by the clock of the computer on which it was done. It is for people; revisions decide. */
  readonly at: string
  /** A command's name, or one of `otherSteps`. From a newer program it may be another. */
  readonly did: string
  /** For "undo" and "redo": the clock of the step that was taken back or made again. */
  readonly of?: number
  /** What stands there since. */
  readonly items: Items<WorkRecord>
  /** What stood there before, by record id; `null` where there was nothing. */
  readonly before: Readonly<Record<string, WorkRecord | null>>
}

/**
 * Steps that are no commands. "begin" is the first line where there was work before there was a history; "merge" took
 * in what a sync program had put aside; "recover" stands for what the journal of an older program gave back.
 */
export const otherSteps = ['undo', 'redo', 'begin', 'merge', 'recover', 'bring-back'] as const

/** What the journal keeps of a step besides its items. */
export const stepNoteSchema = z.object({
  at: z.iso.datetime(),
  did: z.string().min(1).max(40),
  of: z.int().positive().exactOptional(),
  before: z.record(recordIdSchema, workRecordSchema.nullable()),
})
export type StepNote = Omit<LoggedStep, 'items'>

const loggedStepSchema = stepNoteSchema.extend({ items: itemsOf(workRecordSchema) })

/** Lines to add to a history. */
export const encodeSteps = (steps: readonly LoggedStep[]): Uint8Array =>
  new TextEncoder().encode(steps.map(sealLine).join(''))

/**
 * Every step on this article that can be read, in the order of the file, and how many lines are none. A step that stands
 * there twice comes once.
 */
export function decodeSteps(
  bytes: Uint8Array,
  article: string,
): {
  readonly steps: readonly LoggedStep[]
  readonly damaged: number
} {
  const { values, damaged } = unsealLines(bytes)
  const steps = values.flatMap((value) => {
    const step = loggedStepSchema.safeParse(value)
    return step.success && isOn(article, step.data) ? step.data : []
  })
  return { steps, damaged: damaged + values.length - steps.length }
}

/** Whether its records are of this article, each under its own id: others would make a document unreadable. */
function isOn(article: string, { items, before }: LoggedStep): boolean {
  const records = [
    ...Object.entries(items).map(([id, { record }]) => [id, record] as const),
    ...Object.entries(before),
  ]
  return records.every(([id, record]) => !record || (record.id === id && record.article === article))
}

/** The clock under which a step was made; 0 for one without items. */
export const clockOfStep = ({ items }: Pick<LoggedStep, 'items'>): number =>
  Object.values(items).reduce((clock, { rev }) => Math.max(clock, rev[0]), 0)

/** The step as changes that run either way. */
export const changesOf = (article: string, { items, before }: LoggedStep): Change[] =>
  Object.entries(items).map(([id, { record }]) => ({
    article,
    id,
    before: before[id] ?? null,
    after: record,
  }))
