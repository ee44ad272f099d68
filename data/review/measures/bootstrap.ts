import type { Measured } from '../figures'
import { seeded } from './random'
import { AT_ONCE, type Rows, type Sums } from './sums'

/** With fewer articles that have anything to say there is no interval: draws from so few are mostly the same articles again. */
export const fewestArticles = 5

/** When more of the draws than this are not defined there is no interval: it would speak of the others only. */
const mostUndefined = 0.1

/** Draws of whole articles with replacement. */
export interface Draws {
  readonly articles: number
  readonly count: number
  /** `AT_ONCE` draws each, as `PlaceRows.drawn` takes them: how often each article is in each of them. The last has draws beyond `count`. */
  readonly blocks: readonly Uint16Array[]
}

/**
 * Made once and used for all layers, so that two layers' intervals rest on the same articles, and the same for the same seed and number of
 * articles.
 */
export function drawsOf(articles: number, seed = 1, count = 2000): Draws {
  const random = seeded(seed)
  const blocks: Uint16Array[] = []
  for (let draw = 0; draw < count; draw++) {
    const within = draw % AT_ONCE
    if (within === 0) blocks.push(new Uint16Array(articles * AT_ONCE))
    const times = blocks.at(-1)!
    for (let k = 0; k < articles; k++) times[Math.floor(random() * articles) * AT_ONCE + within]!++
  }
  return { articles, count, blocks }
}

export type Interval = readonly [low: number, high: number]

/**
 * The 95 % percentile intervals of measures (Efron and Tibshirani 1993, *An Introduction to the Bootstrap*, ch. 13): the 2.5th and
 * 97.5th percentile of what each comes to in the draws. Articles are drawn and not tags, because tags on one article depend on each
 * other. `rows` has a row for each article that `draws` counts; `sums` is where each draw's total is put for the measures to read, and
 * what it holds before and after does not matter.
 *
 * Draws in which a measure is not defined are left out; `null` when they are more than a tenth, or when fewer than five
 * articles have anything to add. It yields after some milliseconds at most, with the share of the draws that are made.
 */
export function* percentileIntervals<S extends Sums>(
  rows: Rows,
  draws: Draws,
  sums: S,
  measures: readonly ((sums: S) => Measured)[],
): Generator<number, readonly (Interval | null)[]> {
  if (rows.filled < fewestArticles || draws.count === 0) return measures.map(() => null)
  if (draws.articles !== rows.length) throw new Error('The draws are of other articles')
  const found = measures.map(() => new Float64Array(draws.count))
  const defined = measures.map(() => 0)
  const into = sums.sums
  const places = rows.byPlace()
  for (const [block, times] of draws.blocks.entries()) {
    const drawn = places.drawn(times)
    for (let draw = 0; draw < AT_ONCE && block * AT_ONCE + draw < draws.count; draw++) {
      for (let place = 0; place < into.length; place++) into[place] = drawn[place * AT_ONCE + draw]!
      for (let m = 0; m < measures.length; m++) {
        const { value } = measures[m]!(sums)
        if (value !== null) found[m]![defined[m]!++] = value
      }
    }
    yield (block + 1) / draws.blocks.length
  }
  return found.map((values, m) => intervalOf(values.subarray(0, defined[m]), draws.count))
}

/** The same of one measure, at once. */
export function percentileInterval<S extends Sums>(
  rows: Rows,
  draws: Draws,
  sums: S,
  measure: (sums: S) => Measured,
): Interval | null {
  const making = percentileIntervals(rows, draws, sums, [measure])
  for (;;) {
    const made = making.next()
    if (made.done) return made.value[0] ?? null
  }
}

function intervalOf(defined: Float64Array, draws: number): Interval | null {
  if (defined.length === 0 || draws - defined.length > mostUndefined * draws) return null
  const sorted = defined.toSorted()
  return [percentile(sorted, 0.025), percentile(sorted, 0.975)]
}

/** Between the two nearest, in proportion (the seventh of Hyndman and Fan 1996, which R and NumPy take). */
function percentile(sorted: Float64Array, share: number): number {
  const place = share * (sorted.length - 1)
  const below = Math.floor(place)
  const low = sorted[below]!
  return low + (place - below) * ((sorted[below + 1] ?? low) - low)
}
