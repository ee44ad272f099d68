import { defined, undefinedFor, type Measured } from '../figures'
import type { RatingShares } from './shares'

/** How much two values count as the same, 1 on the diagonal; as a table of `values` × `values`. */
export type Weights = Float64Array

function table(values: number, weight: (steps: number) => number): Weights {
  const all = new Float64Array(values * values)
  for (let one = 0; one < values; one++)
    for (let other = 0; other < values; other++) all[one * values + other] = weight(Math.abs(one - other))
  return all
}

/** 1 − |k − l| / (q − 1) (Gwet 2014, ch. 3). */
export const linearWeights = (values: number): Weights =>
  table(values, (steps) => (steps === 0 ? 1 : 1 - steps / (values - 1)))

/** 1 − ((k − l) / (q − 1))² (Gwet 2014, ch. 3). */
export const quadraticWeights = (values: number): Weights =>
  table(values, (steps) => (steps === 0 ? 1 : 1 - (steps / (values - 1)) ** 2))

/** 1 − M_kl / M_1q, where M_kl counts the pairs that can be made of the values from k to l (Gwet 2014, ch. 3, ordinal weights). */
export const ordinalWeights = (values: number): Weights =>
  table(values, (steps) => (steps === 0 ? 1 : 1 - ((steps + 1) * steps) / (values * (values - 1))))

/**
 * Gwet's AC1 = (p_a − p_e) / (1 − p_e) for two raters or more, with values missing (Gwet 2008, "Computing inter-rater reliability
 * and its variance in the presence of high agreement", equations 5 to 7 and 20; 2014, ch. 2): p_a is the mean share of equal pairs
 * on a unit that two have rated, and p_e = Σ π_k (1 − π_k) / (q − 1) with π_k the mean share of value k and q how many values there
 * are to choose from, used or not.
 *
 * When all chose the same value throughout it is 1: it was made for such data. Not defined without a unit that two have rated
 * (`no-pairs`), nor when there is only one value to choose (`one-value`).
 */
export function gwetAc1(shares: RatingShares): Measured {
  const { observed, values } = shares
  if (observed === null) return undefinedFor('no-pairs')
  return corrected(observed, values, spread(shares))
}

/**
 * Gwet's AC2: AC1 with partial credit (Gwet 2014, ch. 3): p_a sums the weights of all pairs, and p_e = T Σ π_k (1 − π_k) /
 * (q (q − 1)) with T the sum of all weights. With weight 1 on the diagonal and 0 elsewhere it is AC1. Not defined as AC1 is not.
 */
export function gwetAc2(shares: RatingShares, weights: Weights): Measured {
  const { paired, values } = shares
  if (weights.length !== values * values) throw new Error('Weights of other values were given')
  if (paired === 0) return undefinedFor('no-pairs')
  let agreed = 0
  let together = 0
  for (let one = 0; one < values; one++) {
    for (let other = 0; other < values; other++) {
      const weight = weights[one * values + other]!
      together += weight
      agreed += weight * shares.of(one, other)
    }
  }
  return corrected(agreed / paired, values, (together * spread(shares)) / values)
}

/** Σ π_k (1 − π_k) */
function spread({ sums, values, rated }: RatingShares): number {
  let all = 0
  for (let value = 0; value < values; value++) {
    const share = sums[value]! / rated
    all += share * (1 - share)
  }
  return all
}

function corrected(agreed: number, values: number, spread: number): Measured {
  if (values < 2) return undefinedFor('one-value')
  const byChance = spread / (values - 1)
  return byChance === 1 ? undefinedFor('one-value') : defined((agreed - byChance) / (1 - byChance))
}
