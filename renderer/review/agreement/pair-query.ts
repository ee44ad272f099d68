import type { ReviewQuery } from '../../../data/review/agreement'

/** The same of two people alone, in the order in which all stand. */
export const pairQuery = (query: ReviewQuery, pair: readonly string[]): ReviewQuery => ({
  ...query,
  annotators: query.annotators.filter((id) => pair.includes(id)),
})
