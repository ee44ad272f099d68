import { defined, undefinedFor, type Measured } from '../figures'
import type { Coincidences } from './coincidences'
import type { Distances } from './distances'

/**
 * Krippendorff's α = 1 − observed disagreement / expected disagreement, for any number of raters, with values missing
 * (Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability", section E; 2019, *Content Analysis*, 4th ed., ch. 12).
 * With o the coincidences, n_c their marginals and n the sum of all: α = 1 − (n − 1) Σ o_ck δ_ck / Σ n_c n_k δ_ck.
 *
 * `ordinal` takes the values in their order and Krippendorff's own metric, in which two values are as far apart as there are ranks
 * between them among all values given: δ_ck = (Σ from c to k of n_g − (n_c + n_k) / 2)².
 *
 * Not defined without a unit that two have rated (`no-pairs`), nor when all chose the same value throughout, for then no
 * disagreement was to be expected (`one-value`); the same when all values that occur are at distance 0.
 */
export function krippendorffAlpha(
  coincidences: Coincidences,
  distances: 'nominal' | 'ordinal' | Distances = 'nominal',
): Measured {
  const n = coincidences.paired
  if (n === 0) return undefinedFor('no-pairs')
  const { observed, expected } =
    distances === 'nominal'
      ? nominally(coincidences, n)
      : distances === 'ordinal'
        ? byRank(coincidences)
        : byTable(coincidences, distances)
  return expected === 0 ? undefinedFor('one-value') : defined(1 - ((n - 1) * observed) / expected)
}

interface Disagreement {
  /** Σ o_ck δ_ck */
  readonly observed: number
  /** Σ n_c n_k δ_ck */
  readonly expected: number
}

function nominally({ sums, values }: Coincidences, n: number): Disagreement {
  let expected = 0
  for (let value = 0; value < values; value++) expected += sums[value]! * (n - sums[value]!)
  return { observed: n - sums[values]!, expected }
}

/** The ordinal metric is the squared difference of mid-ranks. */
function byRank(coincidences: Coincidences): Disagreement {
  const { sums, values } = coincidences
  const ranks = new Float64Array(values)
  let before = 0
  for (let value = 0; value < values; value++) {
    ranks[value] = before + sums[value]! / 2
    before += sums[value]!
  }
  let observed = 0
  let expected = 0
  for (let one = 0; one < values; one++) {
    for (let other = one + 1; other < values; other++) {
      const distance = (ranks[one]! - ranks[other]!) ** 2
      observed += 2 * coincidences.of(one, other) * distance
      expected += 2 * sums[one]! * sums[other]! * distance
    }
  }
  return { observed, expected }
}

function byTable(coincidences: Coincidences, distances: Distances): Disagreement {
  const { sums, values } = coincidences
  if (distances.length !== values * values) throw new Error('Distances of other values were given')
  let observed = 0
  let expected = 0
  for (let one = 0; one < values; one++) {
    if (sums[one] === 0) continue
    for (let other = one + 1; other < values; other++) {
      const distance = distances[one * values + other]!
      observed += 2 * coincidences.of(one, other) * distance
      expected += 2 * sums[one]! * sums[other]! * distance
    }
  }
  return { observed, expected }
}
