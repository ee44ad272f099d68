import { defined, undefinedFor, type Measured } from '../figures'
import type { Confusion2 } from './confusion'

/**
 * Cohen's κ = (p_o − p_e) / (1 − p_e) for two raters, where p_e is how often they would agree if each kept their own frequencies
 * and chose by chance (Cohen 1960, "A Coefficient of Agreement for Nominal Scales", equation 1).
 *
 * Not defined when they rated nothing in common (`nothing-to-compare`), nor when both used one and the same value throughout
 * (`one-value`): chance alone would then agree always. When each used one value, but not the same, it is 0.
 */
export function cohenKappa(confusion: Confusion2): Measured {
  const { sums, values, n } = confusion
  if (n === 0) return undefinedFor('nothing-to-compare')
  let byChance = 0
  for (let value = 0; value < values; value++) byChance += sums[value]! * sums[values + value]!
  // Kept as whole numbers for as long as possible, so that 1 − p_e is 0 exactly when it is.
  const room = n * n - byChance
  return room === 0 ? undefinedFor('one-value') : defined((n * sums[2 * values]! - byChance) / room)
}

/** How bad each disagreement is: by how many steps the values are apart, by their square, or a table of `values` × `values`. */
export type Disagreements = 'linear' | 'quadratic' | Float64Array

/**
 * Weighted κ = 1 − Σ v_ij p_ij / Σ v_ij p_i. p_.j (Cohen 1968, "Weighted kappa: nominal scale agreement with provision for scaled
 * disagreement or partial credit", equation 5), where v_ij ≥ 0 says how bad it is that one says i and the other j, and v_ii = 0.
 * Linear weights are those of Cicchetti and Allison 1971, quadratic ones those of Fleiss and Cohen 1973; both take the values in
 * their order and one step from each to the next, whether a value occurs or not.
 *
 * Not defined when they rated nothing in common (`nothing-to-compare`), nor when no disagreement was to be expected (`one-value`).
 */
export function weightedKappa(confusion: Confusion2, disagreements: Disagreements): Measured {
  const { sums, values, n } = confusion
  if (n === 0) return undefinedFor('nothing-to-compare')
  if (typeof disagreements !== 'string' && disagreements.length !== values * values)
    throw new Error('Weights of other values were given')
  let observed = 0
  let expected = 0
  for (let row = 0; row < values; row++) {
    for (let column = 0; column < values; column++) {
      const steps = Math.abs(row - column)
      const weight =
        disagreements === 'linear'
          ? steps
          : disagreements === 'quadratic'
            ? steps * steps
            : disagreements[row * values + column]!
      observed += weight * confusion.of(row, column)
      expected += weight * sums[row]! * sums[values + column]!
    }
  }
  return expected === 0 ? undefinedFor('one-value') : defined(1 - (n * observed) / expected)
}
