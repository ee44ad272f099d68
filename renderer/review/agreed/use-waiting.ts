import { usualReview } from '../../../data/model/review-records'
import { useShown } from '../../state/store'
import type { Standing } from '../review-ui'

const open: readonly Standing[] = ['open']
const openOrAlike: readonly Standing[] = ['open', 'alike']

/** What waits for a decision before it is in the agreed set: where nothing else brings it in, what all have alike does too. */
export const useWaiting = (): readonly Standing[] =>
  useShown(({ project }) => (project?.review.rule ?? usualReview.rule).is === 'decided') ? openOrAlike : open
