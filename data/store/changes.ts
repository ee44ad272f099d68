import type { SharedRecord, WorkRecord } from '../model/records'
import { isSame } from '../model/same'
import { PatchedRecords } from './patched-records'

/**
 * One record before and after, with `null` where there was none, so that it runs either way: that is undo, the
 * reply over IPC, and what the window applies to what it shows.
 */
export type Change = ArticleChange | RegistryChange

export interface ArticleChange {
  readonly article: string
  readonly id: string
  readonly before: WorkRecord | null
  readonly after: WorkRecord | null
}

/** A change of what all articles share. */
export interface RegistryChange {
  readonly article: null
  readonly id: string
  readonly before: SharedRecord | null
  readonly after: SharedRecord | null
}

export const isOnArticle = (change: Change): change is ArticleChange => change.article !== null
export const isOnRegistries = (change: Change): change is RegistryChange => change.article === null

/** The changes that take these back, last one first. */
export const reverse = <C extends Change>(changes: readonly C[]): C[] =>
  changes.map((change) => ({ ...change, before: change.after, after: change.before })).toReversed()

/** `records`, which must never be changed, with the changes made, as a new map. Costs what the changes do. */
export const applied = (
  records: ReadonlyMap<string, WorkRecord>,
  changes: readonly ArticleChange[],
): ReadonlyMap<string, WorkRecord> =>
  changes.length === 0 ? records : PatchedRecords.of(records).with(changes)

/** What makes the records on an article those of `then`, and no others; with `among` only records with these ids count. */
export function changesTo(
  article: string,
  now: ReadonlyMap<string, WorkRecord>,
  then: readonly WorkRecord[],
  among?: readonly string[],
): ArticleChange[] {
  const wanted = new Map(then.map((record) => [record.id, record]))
  return [...new Set(among ?? [...wanted.keys(), ...now.keys()])]
    .map((id) => ({ article, id, before: now.get(id) ?? null, after: wanted.get(id) ?? null }))
    .filter(({ before, after }) => !isSame(before, after))
}
