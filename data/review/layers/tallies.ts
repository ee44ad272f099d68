import {
  undefinedFor,
  type CoefficientName,
  type Figure,
  type LayerFigures,
  type Measured,
  type WhyUndefined,
} from '../figures'
import { percentileIntervals, type Draws } from '../measures/bootstrap'
import { cohenKappa, weightedKappa } from '../measures/cohen-kappa'
import { Coincidences } from '../measures/coincidences'
import { Confusion2 } from '../measures/confusion'
import { Counts, f1 } from '../measures/counts'
import { fleissKappa } from '../measures/fleiss-kappa'
import { gwetAc1, gwetAc2, ordinalWeights } from '../measures/gwet'
import type { Margins } from '../measures/margins'
import { krippendorffAlpha } from '../measures/krippendorff-alpha'
import { RatingShares } from '../measures/shares'
import { Rows, type KeptRows, type Sums } from '../measures/sums'
import { alphaU } from '../units/alpha-u'
import { gamma, GammaSums } from '../units/gamma'
import { UnitCoincidences } from '../units/unit-coincidences'
import type { ChoiceLayer } from './vocabulary'

/** One coefficient of a layer, read from one of its sums. */
interface Reading {
  readonly name: CoefficientName
  readonly sums: Sums
  readonly measure: () => Measured
}

/** What one layer's figures are read from: sums that add up over articles. */
export abstract class Tally {
  abstract readonly layer: string
  abstract readonly sums: readonly Sums[]
  abstract readonly readings: readonly Reading[]
  /** How many things were compared, and the share on which there was agreement. */
  abstract get n(): number
  abstract get observed(): number | null

  clear(): void {
    for (const each of this.sums) each.clear()
  }

  add(other: this): void {
    for (const [i, each] of this.sums.entries()) each.add(other.sums[i]!)
  }

  /** Adds the sums of another about the same values. */
  addSums(sums: readonly Float64Array[]): void {
    for (const [i, each] of this.sums.entries()) each.addSums(sums[i]!)
  }
}

/** Words that a label covers or does not: 1 and 0. `isPair` has the coefficients of two people as well. */
export class TokenTally extends Tally {
  readonly layer: string
  readonly coincidences = new Coincidences(2, 'nominal')
  readonly shares = new RatingShares(2, 'nominal')
  readonly confusion = new Confusion2(2, 'nominal')
  readonly sums: readonly Sums[]
  readonly readings: readonly Reading[]

  constructor(
    label: string,
    readonly isPair: boolean,
  ) {
    super()
    this.layer = `tokens:${label}`
    const { coincidences, shares, confusion } = this
    this.sums = [coincidences, shares, ...(isPair ? [confusion] : [])]
    this.readings = [
      ...(isPair
        ? [{ name: 'cohenKappa' as const, sums: confusion, measure: () => cohenKappa(confusion) }]
        : []),
      { name: 'fleissKappa', sums: shares, measure: () => fleissKappa(shares) },
      { name: 'alpha', sums: coincidences, measure: () => krippendorffAlpha(coincidences) },
    ]
  }

  get n(): number {
    return this.shares.paired
  }

  get observed(): number | null {
    return this.shares.observed
  }
}

/** Tags that two people found: on exactly the same words, and overlapping at least as much as is asked. */
export class SpanTally extends Tally {
  readonly layer: string
  readonly exact = new Counts()
  readonly overlap = new Counts()
  readonly sums: readonly Sums[]
  readonly readings: readonly Reading[]

  constructor(label: string) {
    super()
    this.layer = `spans:${label}`
    const { exact, overlap } = this
    this.sums = [overlap, exact]
    this.readings = [
      { name: 'overlapF1', sums: overlap, measure: () => f1(overlap) },
      { name: 'exactF1', sums: exact, measure: () => f1(exact) },
    ]
  }

  get n(): number {
    return this.overlap.n
  }

  get observed(): number | null {
    return this.overlap.observed
  }
}

/** Stretches of text that a label's tags cover, as units of a continuum. γ is found by drawing, and told where it is asked for. */
export class UnitTally extends Tally {
  readonly layer: string
  readonly coincidences = new UnitCoincidences(1)
  readonly gamma = new GammaSums()
  readonly sums: readonly Sums[]
  readonly readings: readonly Reading[]

  constructor(label: string, hasGamma: boolean) {
    super()
    this.layer = `units:${label}`
    const { coincidences, gamma: sums } = this
    this.sums = [coincidences, ...(hasGamma ? [sums] : [])]
    this.readings = [
      { name: 'alphaU', sums: coincidences, measure: () => alphaU(coincidences) },
      ...(hasGamma ? [{ name: 'gamma' as const, sums, measure: () => gamma(sums) }] : []),
    ]
  }

  /** Code units, each as many times as people have read it. */
  get n(): number {
    return this.coincidences.length
  }

  get observed(): number | null {
    return this.coincidences.observed
  }
}

/** Links between matched tags, `*` for all types. */
export class LinkTally extends Tally {
  readonly layer: string
  readonly counts = new Counts()
  readonly sums: readonly Sums[]
  readonly readings: readonly Reading[]

  constructor(type: string) {
    super()
    this.layer = type === '*' ? 'links' : `links:${type}`
    const { counts } = this
    this.sums = [counts]
    this.readings = [{ name: 'f1', sums: counts, measure: () => f1(counts) }]
  }

  get n(): number {
    return this.counts.n
  }

  get observed(): number | null {
    return this.counts.observed
  }
}

/** What was chosen for tags that are matched. */
export class ChoiceTally extends Tally {
  readonly layer: string
  readonly coincidences: Coincidences
  readonly shares: RatingShares
  readonly confusion: Confusion2
  readonly sums: readonly Sums[]
  readonly readings: readonly Reading[]
  readonly #isPair: boolean

  constructor({ name, values, distances, detail }: ChoiceLayer, isPair: boolean) {
    super()
    this.layer = name
    this.#isPair = isPair
    const count = values.length
    const isOrdinal = distances === 'ordinal'
    const coincidences = (this.coincidences = new Coincidences(count, detail))
    const shares = (this.shares = new RatingShares(count, isOrdinal ? 'full' : 'nominal'))
    const confusion = (this.confusion = new Confusion2(count, isOrdinal ? 'full' : 'nominal'))
    this.sums = [coincidences, shares, ...(isPair ? [confusion] : [])]
    const weights = isOrdinal ? ordinalWeights(count) : null
    const alpha: Reading = {
      name: 'alpha',
      sums: coincidences,
      measure: () => krippendorffAlpha(coincidences, distances),
    }
    const gwet: Reading = weights
      ? { name: 'ac2', sums: shares, measure: () => gwetAc2(shares, weights) }
      : { name: 'ac1', sums: shares, measure: () => gwetAc1(shares) }
    const kappa: Reading = weights
      ? { name: 'weightedKappa', sums: confusion, measure: () => weightedKappa(confusion, 'quadratic') }
      : { name: 'cohenKappa', sums: confusion, measure: () => cohenKappa(confusion) }
    const fleiss: Reading = { name: 'fleissKappa', sums: shares, measure: () => fleissKappa(shares) }
    const isTable = typeof distances !== 'string'
    this.readings = [
      alpha,
      ...(isTable ? [] : [gwet]),
      ...(isPair && !isTable ? [kappa] : []),
      ...(name === 'label' ? [fleiss] : []),
    ]
  }

  /** What each person has for one thing, `MISSING` for nothing; `times` such things. */
  rate(ratings: ArrayLike<number>, times = 1): void {
    this.coincidences.rate(ratings, times)
    this.shares.rate(ratings, times)
    if (this.#isPair && ratings.length === 2) this.confusion.rate(ratings[0]!, ratings[1]!, times)
  }

  /** Of two people, many things of which only equal or not counts. */
  rateTwo(margins: Margins): void {
    this.coincidences.rateTwo(margins)
    this.shares.rateTwo(margins)
    if (this.#isPair) this.confusion.rateTwo(margins)
  }

  get n(): number {
    return this.shares.paired
  }

  get observed(): number | null {
    return this.shares.observed
  }
}

/** Why there is nothing to compare, where a coefficient only knows that there is not. */
export type WhyNothing = (layer: string) => WhyUndefined

/** The figures of a layer; `intervals` gives that of a reading. */
export function layerFigures(
  tally: Tally,
  whyNothing: WhyNothing,
  intervals: (reading: Reading) => Figure['interval'] = () => null,
): LayerFigures {
  return {
    layer: tally.layer,
    n: tally.n,
    observed: tally.observed,
    figures: tally.readings.map((reading) => {
      const measured = reading.measure()
      const isNothing = measured.why === 'no-pairs' || measured.why === 'nothing-to-compare'
      return {
        name: reading.name,
        measured: isNothing ? undefinedFor(whyNothing(tally.layer)) : measured,
        interval: measured.value === null ? null : intervals(reading),
      }
    }),
  }
}

/** The sums of a tally article by article, so that articles can be drawn. */
export class TallyRows {
  readonly #tally: Tally
  readonly #rows: readonly Rows[]

  constructor(tally: Tally) {
    this.#tally = tally
    this.#rows = tally.sums.map(({ width }) => new Rows(width))
  }

  /** Keeps what the tally has now as the next article. */
  push(): void {
    for (const [i, sums] of this.#tally.sums.entries()) this.#rows[i]!.push(sums)
  }

  /** By sum of the tally. */
  get all(): readonly KeptRows[] {
    return this.#rows.map(({ all }) => all)
  }

  clear(): void {
    for (const rows of this.#rows) rows.clear()
  }

  /** Puts the rows of other articles after these. */
  append(all: readonly KeptRows[]): void {
    for (const [i, rows] of all.entries()) this.#rows[i]!.append(rows)
  }

  /** What making intervals costs, against other rows: amounts that are added for a draw. */
  get cost(): number {
    return this.#rows.reduce((sum, rows) => sum + rows.amounts + rows.length, 0)
  }

  /**
   * The figures of all articles, with intervals over draws of articles; the tally has the sum of all then. It yields after some milliseconds
   * at most, with the share that is done.
   */
  *figures(whyNothing: WhyNothing, draws: Draws): Generator<number, LayerFigures> {
    this.total()
    const { sums, readings } = this.#tally
    const intervals = new Map<Reading, Figure['interval']>()
    for (const [i, each] of sums.entries()) {
      const told = readings.filter((reading) => reading.sums === each && reading.measure().value !== null)
      if (told.length === 0) continue
      const making = percentileIntervals(
        this.#rows[i]!,
        draws,
        each,
        told.map(({ measure }) => measure),
      )
      let step = making.next()
      for (; !step.done; step = making.next()) yield (i + step.value) / sums.length
      for (const [k, interval] of step.value.entries()) intervals.set(told[k]!, interval)
    }
    this.total()
    return layerFigures(this.#tally, whyNothing, (reading) => intervals.get(reading) ?? null)
  }

  /** Puts the sum of all articles into the tally. */
  total(): void {
    for (const [i, sums] of this.#tally.sums.entries()) this.#rows[i]!.total(sums)
  }
}
