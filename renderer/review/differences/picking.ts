import { differencesUi, pick } from './differences-ui'
import { reviewNow } from './review-now'

/** Selects those from the one that one stands at to a place of the list, besides those that are. */
export function pickThrough(to: number): void {
  const review = reviewNow()
  if (!review) return
  const from = review.shown.findIndex(({ key }) => key === review.at?.key)
  const [first, last] = from < to ? [from, to] : [to, from]
  const through = review.shown.slice(Math.max(0, first), last + 1).map(({ key }) => key)
  pick([...differencesUi.getState().picked, ...through])
}
