import type { ReviewProgress } from '../review/project-differences'
import type { Statement } from './statement'

/** What the table can be sorted and grouped by. Of several addressees or sources the first counts. */
export const statementColumns = [
  'day',
  'actor',
  'source',
  'type',
  'speech',
  'voice',
  'certainty',
  'issue',
  'position',
  'stance',
  'addressee',
  'words',
  'article',
  'outlet',
  'annotator',
] as const
export type StatementColumn = (typeof statementColumns)[number]

/**
 * Which statements are wanted: those that every filter lets through. Inside one filter any of the values will do; `null`
 * stands for those that have none.
 */
export interface StatementFilter {
  /** Entries by id; one that was merged counts as the one it was merged into. */
  readonly actors?: readonly (string | null)[]
  readonly positions?: readonly (string | null)[]
  readonly issues?: readonly (string | null)[]
  /** Any of the addressees. */
  readonly addressees?: readonly (string | null)[]
  /** Any in the chain. */
  readonly sources?: readonly (string | null)[]
  readonly stances?: readonly (-1 | 0 | 1 | null)[]
  readonly types?: readonly (string | null)[]
  readonly speeches?: readonly (string | null)[]
  readonly certainties?: readonly (string | null)[]
  readonly voices?: readonly ('own' | 'reported' | null)[]
  readonly annotators?: readonly string[]
  readonly outlets?: readonly (string | null)[]
  readonly articles?: readonly string[]
  /** Days, the first and the last among them: 2031-03-12. What has no day is outside. */
  readonly days?: { readonly from: string | null; readonly to: string | null }
  /** Stands in the words; case and accents do not count. */
  readonly text?: string
}

export interface StatementQuery extends StatementFilter {
  readonly sort: { readonly by: StatementColumn; readonly descending: boolean }
  /** Rows of one value of this column stand together, the groups by name, days and stances by size; those without last. */
  readonly group: StatementColumn | null
}

/** Rows that have one value in the column by which is grouped. */
export interface StatementGroup {
  /** An id, a day or a value; of stances "-1", "0" or "1"; `null` for those that have none. Words that mean no entry are none. */
  readonly key: string | null
  readonly rows: number
}

export interface StatementCounts {
  readonly version: number
  /** Without any filter. */
  readonly all: number
  readonly found: number
  /** Articles in which those stand that were found. */
  readonly articles: number
  /** In the order of the rows, so that the first `groups[0].rows` rows are the first group; empty when nothing groups. */
  readonly groups: readonly StatementGroup[]
}

/** A statement as the table shows it. */
export interface StatementRow extends Statement {
  /** The day that counts: when it was said, else when the article was filed or came out. */
  readonly day: string | null
  /** The paragraph in which its words begin, counted from 1; `null` where that cannot be told. */
  readonly paragraph: number | null
}

/** Rows of a window of those that a query finds. */
export interface StatementPage {
  readonly version: number
  readonly found: number
  readonly from: number
  readonly rows: readonly StatementRow[]
}

/** The part of an article in which something stands: whole paragraphs. */
export interface Passage {
  /** Where `text` begins in the article, in UTF-16 code units. */
  readonly start: number
  readonly text: string
  /** The number of the first paragraph, counted from 1. */
  readonly paragraph: number | null
}

/** What the record of all articles is made of so far. Answers are of what there is; a higher `version` has another content. */
export interface RecordState {
  readonly version: number
  /** Articles that were read, of how many, while it is made; else `null`. */
  readonly building: { readonly done: number; readonly of: number } | null
  /** Making it was stopped before its end. */
  readonly isStopped: boolean
  /** How far an answer about agreement or differences is; not there when none is being made. */
  readonly reviewing?: ReviewProgress
}

export const noRecord: RecordState = { version: 0, building: null, isStopped: false }
