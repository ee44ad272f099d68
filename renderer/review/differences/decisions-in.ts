import type { WorkRecord } from '../../../data/model/records'
import type { Decision } from '../../../data/model/review-records'
import { PackedRecords } from '../../../data/store/packed-records'
import { kept } from '../../state/last-changes'

const isDecision = (record: WorkRecord | null): record is Decision => record?.is === 'decision'

/** What one reviewer decided on an article. The same array for the same records, and for those with other tags only. */
export const decisionsIn = kept(
  (records): readonly Decision[] =>
    [...(records instanceof PackedRecords ? records.others : records).values()].filter(isDecision),
  (decisions, changes) => {
    if (!changes.some(({ before, after }) => isDecision(before) || isDecision(after))) return decisions
    const gone = new Set(changes.map(({ id }) => id))
    return [
      ...decisions.filter(({ id }) => !gone.has(id)),
      ...changes.flatMap(({ after }) => (isDecision(after) ? [after] : [])),
    ]
  },
)
