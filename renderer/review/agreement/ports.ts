import type {
  AgreementFigures,
  DisputedQuery,
  Disputes,
  ReviewQuery,
  SlicedFinely,
} from '../../../data/review/agreement'
import { workbench } from '../../state/workbench'
import { computing } from './computing'

/** Ends whatever is computed over all articles. */
export const stopComparing = () => void workbench.stopReview()

/** How far people agree; `null` when it was stopped. */
export const askFigures = (query: ReviewQuery) => workbench.reviewFigures(query)

/** How far those who are compared agree. */
export const agreement = computing<AgreementFigures>({
  ask: askFigures,
  cancel: stopComparing,
})

/** Which definitions are disputed. */
export const disputes = computing<Disputes>({
  ask: (query) => workbench.reviewDisputes(query),
  cancel: stopComparing,
})

/** The words of disputed tags, rows [from, to) of those that a query finds; `null` when another question ended it. */
export const askDisputed = (query: DisputedQuery, from: number, to: number) =>
  workbench.reviewDisputed(query, from, to)

/** One layer of the figures that were told last for a query, told apart; `null` when they are not known any more. */
export const askSlices = (query: ReviewQuery, by: SlicedFinely, layer: string) =>
  workbench.reviewSlices(query, by, layer)
