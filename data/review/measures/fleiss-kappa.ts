import { defined, undefinedFor, type Measured } from '../figures'
import type { RatingShares } from './shares'

/**
 * Fleiss' κ = (P̄ − P̄_e) / (1 − P̄_e) for any number of raters, who need not be the same from unit to unit (Fleiss 1971, "Measuring
 * Nominal Scale Agreement among Many Raters", equations 2 to 7): P̄ is the mean share of equal pairs on a unit, and P̄_e = Σ p_k² with
 * p_k the mean share of value k. Where units have been rated by differently many, this is Gwet's generalisation (2014, *Handbook of
 * Inter-Rater Reliability*, 4th ed., ch. 2): units rated once count for p_k only, and
 * when they are most of all κ may fall below −1.
 *
 * Not defined without a unit that two have rated (`no-pairs`), nor when all chose the same value throughout (`one-value`).
 */
export function fleissKappa(shares: RatingShares): Measured {
  const { sums, values, observed, rated } = shares
  if (observed === null) return undefinedFor('no-pairs')
  let byChance = 0
  let used = 0
  for (let value = 0; value < values; value++) {
    if (sums[value] === 0) continue
    used++
    byChance += (sums[value]! / rated) ** 2
  }
  return used < 2 ? undefinedFor('one-value') : defined((observed - byChance) / (1 - byChance))
}
