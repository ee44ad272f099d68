import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { Measured } from '../figures'
import { cohenKappa, weightedKappa } from './cohen-kappa'
import { Coincidences, MISSING } from './coincidences'
import { Confusion2 } from './confusion'
import { Counts, f1 } from './counts'
import { intervalDistances, jaccardDistances, masiDistances } from './distances'
import { fleissKappa } from './fleiss-kappa'
import { krippendorffAlpha } from './krippendorff-alpha'
import { RatingShares } from './shares'

/**
 * Five hundred random data sets, and what nltk, scikit-learn and statsmodels compute of them: scripts/reference/agreement.py drew them
 * and says what was asked of whom. `-` is not defined there, and what is empty was not asked.
 *
 * What they compute otherwise, and therefore was not asked or was asked otherwise:
 * - nltk rounds MASI's thirds to 0.67 and 0.33: `alphaMasiRounded` has its own distance, `alphaMasi` Passonneau's in its α;
 * - nltk calls α 1 when only one value occurs, and scikit-learn F1 0 when nobody has any: with us they are not defined;
 * - nltk's κ, π and observed agreement take a missing value for a disagreement, and statsmodels has none: asked of complete data;
 * - nltk's `multi_kappa` is that of Davies and Fleiss 1982, and its weighted κ takes other weights: not asked. Its `pi` is Fleiss' κ;
 * - statsmodels' `cohens_kappa` divides by 0 when a table has one value: not asked then.
 * None of the three knows ordinal α, AC1 or AC2: for those there are published tables only.
 */
interface Reference {
  readonly sets: readonly string[]
  readonly names: readonly string[]
  /** The ratings, then a figure for each name, with commas between. */
  readonly data: readonly string[]
}

const path = fileURLToPath(new URL('reference.json', import.meta.url))
const { sets, names, data: lines }: Reference = JSON.parse(readFileSync(path, 'utf8'))
const data = lines.map((line) => line.split(','))

/** A value has the same number in all data sets, whether it occurs there or not. */
const VALUES = 6
const asSets = sets.map((members) => new Set(members))
const intervals = intervalDistances([0, 1, 2, 3, 4, 5])
const jaccard = jaccardDistances(asSets)
const masi = masiDistances(asSets)
const roundedMasi = masiDistances(asSets, { contained: 0.67, overlapping: 0.33 })

/** Ours of what theirs are called. */
function figuresOf(ratings: string): Record<string, number | null> {
  const raters = ratings
    .split(' ')
    .map((line) => [...line].map((value) => (value === '.' ? MISSING : +value)))
  const coincidences = new Coincidences(VALUES)
  const shares = new RatingShares(VALUES)
  const confusion = new Confusion2(VALUES)
  const ones = new Counts()
  for (let unit = 0; unit < raters[0]!.length; unit++) {
    const said = raters.map((rater) => rater[unit]!)
    coincidences.rate(said)
    shares.rate(said)
    const [a, b] = said as [number, number]
    confusion.rate(a, b)
    if (a === MISSING || b === MISSING) continue
    ones.count(+(a === 1 && b === 1), +(a === 1 && b !== 1), +(a !== 1 && b === 1))
  }
  const value = (measured: Measured) => measured.value
  return {
    alpha: value(krippendorffAlpha(coincidences)),
    alphaInterval: value(krippendorffAlpha(coincidences, intervals)),
    alphaJaccard: value(krippendorffAlpha(coincidences, jaccard)),
    alphaMasi: value(krippendorffAlpha(coincidences, masi)),
    alphaMasiRounded: value(krippendorffAlpha(coincidences, roundedMasi)),
    f1: value(f1(ones)),
    fleiss: value(fleissKappa(shares)),
    kappa: value(cohenKappa(confusion)),
    kappaLinear: value(weightedKappa(confusion, 'linear')),
    kappaNltk: value(cohenKappa(confusion)),
    kappaQuadratic: value(weightedKappa(confusion, 'quadratic')),
    kappaStatsmodels: value(cohenKappa(confusion)),
    multiPi: value(fleissKappa(shares)),
    observed: shares.observed,
  }
}

const ours = data.map(([ratings]) => figuresOf(ratings!))

describe.each(names.map((name, at) => [name, at + 1] as const))('%s', (name, at) => {
  it('is to 1e-9 what other programs compute of five hundred random data sets', () => {
    let compared = 0
    for (const [row, theirs] of data.entries()) {
      const figure = theirs[at]!
      if (figure === '') continue
      const own = ours[row]![name]!
      const drawing = theirs[0]!.replaceAll(' ', '\n')
      if (figure === '-' || own === null) expect([own ?? '-', drawing]).toEqual([figure, drawing])
      else {
        expect(Math.abs(own - Number(figure)), `${own} and not ${figure} of\n${drawing}`).toBeLessThan(1e-9)
        compared++
      }
    }
    expect(compared).toBeGreaterThan(150)
  })
})
