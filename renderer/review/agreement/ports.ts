import type { Agreement } from '../../../data/review/agreement'
import { workbench } from '../../state/workbench'
import { computing } from './computing'

const cancel = () => void workbench.stopReview()

/** How far those who are compared agree. */
export const agreement = computing<Agreement>({ ask: (query) => workbench.reviewFigures(query), cancel })
