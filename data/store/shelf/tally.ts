import { tasks, type Task } from '../../model/review-records'

/** That somebody said that a person should tag or review an article, or need not any more. */
export interface Assigned {
  readonly id: string
  /** ISO 8601, UTC. */
  readonly modified: string
  readonly person: string
  readonly to: Task
  readonly off: boolean
}

/**
 * What the list knows of one person's work on one article: how many tags, whether the person is done with it, and has
 * reviewed it. One number, since a large project has half a million of them; 0 where there is nothing to say. With it, of
 * the few who assign articles, what they said.
 */
export type Tally = number | { readonly marks: number; readonly assigned: readonly Assigned[] }

/** Whether a person has been through everybody's tags, and calls the agreed set final. */
export type ReviewedMark = 'reviewed' | 'agreed' | null

const DONE = 1
const REVIEWED = 2
const AGREED = 4
const TAG = 8

export function tallyOf(
  tags: number,
  isDone: boolean,
  reviewed: ReviewedMark = null,
  assigned: readonly Assigned[] = [],
): Tally {
  const mark = reviewed === null ? 0 : reviewed === 'agreed' ? REVIEWED + AGREED : REVIEWED
  const marks = tags * TAG + (isDone ? DONE : 0) + mark
  return assigned.length === 0 ? marks : { marks, assigned }
}

/** The tally without what was assigned. */
export const marksIn = (tally: Tally): number => (typeof tally === 'number' ? tally : tally.marks)

export const tagsIn = (tally: Tally): number => Math.floor(marksIn(tally) / TAG)
export const isDoneIn = (tally: Tally): boolean => has(tally, DONE)
export const reviewedIn = (tally: Tally): ReviewedMark =>
  has(tally, AGREED) ? 'agreed' : has(tally, REVIEWED) ? 'reviewed' : null
export const assignedIn = (tally: Tally): readonly Assigned[] =>
  typeof tally === 'number' ? [] : tally.assigned

// A number of tags may be too large for the operators on bits.
const has = (tally: Tally, mark: number): boolean => Math.floor(marksIn(tally) / mark) % 2 === 1

export const isNothing = (tally: Tally): boolean => tally === 0

/** A record as far as counting needs it: of a file that was only glanced at, its other fields may be anything. */
export interface Countable {
  readonly is: string
  readonly id?: unknown
  readonly modified?: unknown
  readonly person?: unknown
  readonly to?: unknown
  readonly off?: unknown
  readonly agreed?: unknown
}

/** The tally of records that are not deleted. */
export function tallyRecords(records: Iterable<Countable>): Tally {
  let tags = 0
  let isDone = false
  let reviewed: ReviewedMark = null
  const assigned: Assigned[] = []
  for (const record of records) {
    if (record.is === 'annotation') tags++
    else if (record.is === 'done') isDone = true
    else if (record.is === 'reviewed') reviewed = record.agreed === true ? 'agreed' : (reviewed ?? 'reviewed')
    else if (record.is === 'assignment') assigned.push(...assignmentIn(record))
  }
  return tallyOf(tags, isDone, reviewed, assigned.toSorted(byId))
}

/** What a record says that is an assignment, if it is one as it should be. */
export function assignmentIn({ id, modified, person, to, off }: Countable): Assigned[] {
  const task = tasks.find((one) => one === to)
  const isWhole = typeof id === 'string' && typeof modified === 'string' && typeof person === 'string'
  return isWhole && task ? [{ id, modified, person, to: task, off: off === true }] : []
}

export const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1)
