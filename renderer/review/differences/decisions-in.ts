import type { WorkRecord } from '../../../data/model/records'
import type { Decision } from '../../../data/model/review-records'
import { recordsThat } from '../../state/records-that'

const isDecision = (record: WorkRecord | null): record is Decision => record?.is === 'decision'

/** What one reviewer decided on an article. The same array for the same records, and for those with other tags only. */
export const decisionsIn = recordsThat(isDecision)
