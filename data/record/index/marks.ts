import type { Decision } from '../../model/review-records'
import type { WorkLike } from '../work-graph'

/** As much of a decision as is asked about over all articles. */
export type KeptDecision = Pick<Decision, 'id' | 'action' | 'on' | 'reason' | 'note' | 'modified'>

/** What somebody has on an article besides tags and links. */
export interface Marks {
  readonly isDone: boolean
  /** By id. */
  readonly decisions: readonly KeptDecision[]
}

export const noMarks: Marks = { isDone: false, decisions: [] }

export function marksIn(records: readonly (WorkLike | KeptRecord)[]): Marks {
  const decisions = records
    .filter((record) => record.is === 'decision' && 'on' in record)
    .map(({ id, action, on, reason, note, modified }): KeptDecision => ({
      id,
      action,
      on,
      reason,
      note,
      modified,
    }))
  const isDone = records.some(({ is }) => is === 'done')
  if (!isDone && decisions.length === 0) return noMarks
  return { isDone, decisions: decisions.toSorted((a, b) => (a.id < b.id ? -1 : 1)) }
}

type KeptRecord = Decision
