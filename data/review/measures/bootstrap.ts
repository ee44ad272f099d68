import type { Measured } from '../figures'
import { seeded } from './random'
import type { Rows, Sums } from './sums'

/** With fewer articles that have anything to say there is no interval: draws from so few are mostly the same articles again. */
export const fewestArticles = 5

/** When more of the draws than this are not defined there is no interval: it would speak of the others only. */
const mostUndefined = 0.1

/**
 * Draws of whole articles with replacement: for each draw, how often each article is in it. Made once and used for all layers, so
 * that two layers' intervals rest on the same articles, and the same for the same seed and number of articles.
 */
export function drawsOf(articles: number, seed = 1, draws = 2000): readonly Uint16Array[] {
  const random = seeded(seed)
  return Array.from({ length: draws }, () => {
    const times = new Uint16Array(articles)
    for (let k = 0; k < articles; k++) times[Math.floor(random() * articles)]!++
    return times
  })
}

/**
 * The 95 % percentile interval of a measure (Efron and Tibshirani 1993, *An Introduction to the Bootstrap*, ch. 13): the 2.5th and
 * 97.5th percentile of what it comes to in each draw. Articles are drawn and not tags, because tags on one article depend on each
 * other. `rows` has a row for each article that `draws` counts; `sums` is where each draw's total is put for `measure` to read.
 *
 * Draws in which the measure is not defined are left out; `null` when they are more than a tenth, or when fewer than five
 * articles have anything to add.
 */
export function percentileInterval<S extends Sums>(
  rows: Rows,
  draws: readonly Uint16Array[],
  sums: S,
  measure: (sums: S) => Measured,
): readonly [low: number, high: number] | null {
  if (rows.filled < fewestArticles || draws.length === 0) return null
  const found = new Float64Array(draws.length)
  let defined = 0
  for (const times of draws) {
    if (times.length !== rows.length) throw new Error('The draws are of other articles')
    rows.total(sums, times)
    const { value } = measure(sums)
    if (value !== null) found[defined++] = value
  }
  if (defined === 0 || draws.length - defined > mostUndefined * draws.length) return null
  const sorted = found.subarray(0, defined).toSorted()
  return [percentile(sorted, 0.025), percentile(sorted, 0.975)]
}

/** Between the two nearest, in proportion (the seventh of Hyndman and Fan 1996, which R and NumPy take). */
function percentile(sorted: Float64Array, share: number): number {
  const place = share * (sorted.length - 1)
  const below = Math.floor(place)
  const low = sorted[below]!
  return low + (place - below) * ((sorted[below + 1] ?? low) - low)
}
