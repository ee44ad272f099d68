import { defined, undefinedFor, type Measured } from '../figures'
import { seeded } from '../measures/random'
import { placesFor, Sums } from '../measures/sums'
import { usualDissimilarity, type Columns, type Dissimilarity } from './dissimilarity'
import { shuffled } from './shuffled'
import type { Unit } from './unit'
import { leastDisorder } from './unitary-alignments'

/** How the disorder of chance is found out for one article. */
export interface Sampling {
  /** The same seed draws the same. Give each article its own, made of its id, so that it does not depend on which others there are. */
  readonly seed: number
  /**
   * How many times units are shuffled. A single article wants 30 or more; over many articles the sum settles by itself, and
   * `samplesEach` says how few will do.
   */
  readonly samples: number
  /** When given, it goes on after those until the mean is known to within this share of itself (95 times in 100): 0.02, say. */
  readonly precision?: number
  /**
   * When given, more than two observers are not aligned all together, but two by two, so many pairs of them, drawn with the seed: for
   * twenty people on a thousand articles, where all together take about a second an article. Pairs that are aligned by themselves
   * need not agree with each other, so this is another figure than that of all together, and has to be called so.
   */
  readonly pairs?: number
  readonly how?: Dissimilarity
}

/** No more than this, however precise it is to be. */
const mostSamples = 1000

/** How often to shuffle each of so many articles: thirty times in all at least, and each twice. */
export const samplesEach = (articles: number): number => Math.max(2, Math.ceil(30 / Math.max(1, articles)))

/**
 * What γ is computed from. Places: the disorder observed, the disorder expected, the mean number of units of an observer, and the
 * variance of the expected. The disorders stand here before they are divided by the mean number of units, so that articles with more units
 * count for more when they are added.
 */
export class GammaSums extends Sums {
  constructor(sums?: Float64Array) {
    super(placesFor(4, sums))
  }

  /**
   * One article of so many code units and what each observer marked there, none for nothing. Units of one observer may overlap. With fewer
   * than two observers, or none with any unit, it adds nothing.
   */
  read(length: number, observers: readonly (readonly Unit[])[], sampling: Sampling): this {
    const { seed, samples, precision, pairs, how = usualDissimilarity } = sampling
    if (pairs !== undefined && observers.length > 2) {
      for (const [k, pair] of somePairs(observers, pairs, seeded(seed)).entries())
        this.read(length, pair, { ...sampling, seed: seed + k })
      return this
    }
    const total = observers.reduce((sum, units) => sum + units.length, 0)
    if (observers.length < 2 || total === 0) return this
    const each = total / observers.length
    const random = seeded(seed)
    // The mean and the sum of squared deviations as they go (Welford 1962).
    let drawn = 0
    let mean = 0
    let squares = 0
    for (let wanted = samples; drawn < wanted;) {
      const chance = shuffled(length, observers, random)
      const units = columnsOf(chance)
      const disorder =
        leastDisorder(units, observers.length, how).disorder / (units.who.length / observers.length)
      drawn++
      const difference = disorder - mean
      mean += difference / drawn
      squares += difference * (disorder - mean)
      if (drawn === wanted && precision !== undefined && drawn > 1 && mean > 0) {
        const spread = Math.sqrt(squares / (drawn - 1)) / mean
        wanted = Math.min(mostSamples, Math.max(wanted, Math.ceil(((1.96 * spread) / precision) ** 2)))
      }
    }
    const { sums } = this
    sums[0]! += leastDisorder(columnsOf(observers), observers.length, how).disorder
    sums[1]! += each * mean
    sums[2]! += each
    if (drawn > 1) sums[3]! += (each ** 2 * squares) / (drawn - 1) / drawn
    return this
  }

  /** The disorder observed, as the paper gives it: by the mean number of units of an observer; `null` when there were none. */
  get observed(): number | null {
    return this.sums[2] === 0 ? null : this.sums[0]! / this.sums[2]!
  }

  /** The disorder expected of chance, likewise. */
  get expected(): number | null {
    return this.sums[2] === 0 ? null : this.sums[1]! / this.sums[2]!
  }

  /** To within which share of itself the expected disorder is known, 95 times in 100; `null` when there was none. */
  get precision(): number | null {
    return this.sums[1] === 0 ? null : (1.96 * Math.sqrt(this.sums[3]!)) / this.sums[1]!
  }
}

/**
 * γ = 1 − observed / expected disorder (Mathet, Widlöcher and Métivier 2015, section 5): 1 when all have the same units, 0 when they agree as
 * chance would, below 0 when less. What is exact and what an approximation says `leastDisorder`; chance is that of `shuffled`, found by
 * drawing. Over several articles it is the ratio of the sums, so that each counts by its units (the paper speaks of one text; for
 * one text this is its γ).
 *
 * Not defined when nobody marked anything (`nothing-to-compare`), nor when chance expects no disorder at all (`one-value`).
 */
export function gamma({ sums }: GammaSums): Measured {
  if (sums[2] === 0) return undefinedFor('nothing-to-compare')
  return sums[1] === 0 ? undefinedFor('one-value') : defined(1 - sums[0]! / sums[1]!)
}

export function columnsOf(observers: readonly (readonly Unit[])[]): Columns {
  const units = observers.flatMap((own, who) => own.map((unit) => ({ ...unit, who })))
  return {
    who: Int32Array.from(units, ({ who }) => who),
    start: Float64Array.from(units, ({ start }) => start),
    end: Float64Array.from(units, ({ end }) => end),
    value: Int32Array.from(units, ({ value }) => value),
  }
}

/** So many pairs of observers, none twice; all of them when there are not more. */
function somePairs<T>(observers: readonly T[], wanted: number, random: () => number): (readonly [T, T])[] {
  const pairs = observers.flatMap((one, at) => observers.slice(at + 1).map((other) => [one, other] as const))
  // The front of a shuffle (Fisher and Yates).
  for (let k = 0; k < Math.min(wanted, pairs.length - 1); k++) {
    const other = k + Math.floor(random() * (pairs.length - k))
    ;[pairs[k], pairs[other]] = [pairs[other]!, pairs[k]!]
  }
  return pairs.slice(0, wanted)
}
