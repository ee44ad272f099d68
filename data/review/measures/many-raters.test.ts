import { describe, expect, it } from 'vitest'
import { defined, undefinedFor } from '../figures'
import { fleissKappa } from './fleiss-kappa'
import { gwetAc1, gwetAc2, linearWeights, ordinalWeights, quadraticWeights } from './gwet'
import { RatingShares } from './shares'
import { distribution, drawn, sharesOf, tableShares } from './testing/drawn'

/**
 * Fleiss 1971, "Measuring Nominal Scale Agreement among Many Raters", table 1: six psychiatrists on thirty patients; depression,
 * personality disorder, schizophrenia, neurosis, other.
 */
const patients = distribution(
  [0, 0, 0, 6, 0],
  [0, 3, 0, 0, 3],
  [0, 1, 4, 0, 1],
  [0, 0, 0, 0, 6],
  [0, 3, 0, 3, 0],
  [2, 0, 4, 0, 0],
  [0, 0, 4, 0, 2],
  [2, 0, 3, 1, 0],
  [2, 0, 0, 4, 0],
  [0, 0, 0, 0, 6],
  [1, 0, 0, 5, 0],
  [1, 1, 0, 4, 0],
  [0, 3, 3, 0, 0],
  [1, 0, 0, 5, 0],
  [0, 2, 0, 3, 1],
  [0, 0, 5, 0, 1],
  [3, 0, 0, 1, 2],
  [5, 1, 0, 0, 0],
  [0, 2, 0, 4, 0],
  [1, 0, 2, 0, 3],
  [0, 0, 0, 0, 6],
  [0, 1, 0, 5, 0],
  [0, 2, 0, 1, 3],
  [2, 0, 0, 4, 0],
  [1, 0, 0, 4, 1],
  [0, 5, 0, 1, 0],
  [4, 0, 0, 0, 2],
  [0, 2, 0, 4, 0],
  [1, 0, 5, 0, 0],
  [0, 0, 0, 0, 6],
)

/** Gwet's irrCAC for R, cac.raw4raters (2014, *Handbook of Inter-Rater Reliability*, 4th ed.): the data Krippendorff prints. */
const four = drawn(
  '1 2 3 3 2 1 4 1 2 . . .',
  '1 2 3 3 2 2 4 1 2 5 . .',
  '. 3 3 3 2 3 4 2 2 5 1 3',
  '1 2 3 3 2 4 4 1 2 5 1 .',
)

describe('Fleiss’ kappa', () => {
  it('of his thirty patients is 0.430, with 0.556 observed', () => {
    expect(sharesOf(patients).observed).toBeCloseTo(0.556, 3)
    expect(fleissKappa(sharesOf(patients)).value).toBeCloseTo(0.43, 3)
  })

  it('of the first fifteen is 0.4139265 (Gwet, irrCAC for R, distrib.6raters)', () => {
    const fifteen = sharesOf({ ...patients, units: patients.units.slice(0, 15) })
    expect(fleissKappa(fifteen).value).toBeCloseTo(0.4139265, 7)
  })

  it('of ten units and fourteen raters is 0.210 (Wikipedia, "Fleiss’ kappa")', () => {
    const ten = distribution(
      [0, 0, 0, 0, 14],
      [0, 2, 6, 4, 2],
      [0, 0, 3, 5, 6],
      [0, 3, 9, 2, 0],
      [2, 2, 8, 1, 1],
      [7, 7, 0, 0, 0],
      [3, 2, 6, 3, 0],
      [2, 5, 3, 2, 2],
      [6, 5, 2, 1, 0],
      [0, 2, 2, 3, 7],
    )
    expect(fleissKappa(sharesOf(ten)).value).toBeCloseTo(0.21, 3)
  })

  it('takes missing values as Gwet does: 0.76117 (irrCAC for R, cac.raw4raters)', () => {
    expect(fleissKappa(sharesOf(four)).value).toBeCloseTo(0.76117, 5)
  })

  it('is not defined without two ratings of one unit, nor when all chose the same', () => {
    expect(fleissKappa(sharesOf(drawn('1 . 2', '. 1 .')))).toEqual(undefinedFor('no-pairs'))
    expect(fleissKappa(sharesOf(drawn('1 1 1', '1 1 .', '1 1 1')))).toEqual(undefinedFor('one-value'))
  })
})

describe('Gwet’s AC1', () => {
  it('stays near what is seen where kappa falls below 0: 0.941 (Gwet 2008, the high-agreement table)', () => {
    expect(gwetAc1(tableShares([118, 5], [2, 0])).value).toBeCloseTo(0.9408, 4)
  })

  it('of three abstractors’ categories is 0.8493305 (irrCAC for R, cont3x3abstractors)', () => {
    expect(gwetAc1(tableShares([13, 0, 0], [0, 20, 7], [0, 4, 56])).value).toBeCloseTo(0.8493305, 7)
  })

  it('of six psychiatrists on fifteen patients is 0.4448007 (irrCAC for R, distrib.6raters)', () => {
    const fifteen = sharesOf({ ...patients, units: patients.units.slice(0, 15) })
    expect(gwetAc1(fifteen).value).toBeCloseTo(0.4448007, 7)
  })

  it('of four raters with missing values is 0.77544 (irrCAC for R, cac.raw4raters)', () => {
    expect(gwetAc1(sharesOf(four)).value).toBeCloseTo(0.77544, 5)
    expect(gwetAc1(sharesOf(four, 'nominal')).value).toBeCloseTo(0.77544, 5)
  })

  it('is 1 when all chose the same of two values, and not defined when there is but one to choose', () => {
    expect(gwetAc1(tableShares([9, 0], [0, 0]))).toEqual(defined(1))
    expect(gwetAc1(tableShares([9]))).toEqual(undefinedFor('one-value'))
    expect(gwetAc1(new RatingShares(2))).toEqual(undefinedFor('no-pairs'))
  })
})

describe('Gwet’s AC2', () => {
  it.each([
    ['linear', linearWeights, 0.859],
    ['ordinal', ordinalWeights, 0.899],
    ['quadratic', quadraticWeights, 0.914],
  ] as const)('with %s weights (irrCAC for Python, raw_4raters)', (_, weights, published) => {
    expect(gwetAc2(sharesOf(four), weights(5)).value).toBeCloseTo(published, 3)
  })

  it('is AC1 when only the same value counts', () => {
    const same = Float64Array.from({ length: 25 }, (_, cell) => (cell % 6 === 0 ? 1 : 0))
    expect(gwetAc2(sharesOf(four), same).value).toBeCloseTo(gwetAc1(sharesOf(four)).value!, 12)
  })

  it('has a near miss count almost as much as a hit', () => {
    expect([...ordinalWeights(4)].slice(0, 4).map((w) => +w.toFixed(3))).toEqual([1, 0.833, 0.5, 0])
    expect([...linearWeights(4)].slice(0, 4).map((w) => +w.toFixed(3))).toEqual([1, 0.667, 0.333, 0])
    expect([...quadraticWeights(4)].slice(0, 4).map((w) => +w.toFixed(3))).toEqual([1, 0.889, 0.556, 0])
  })

  it('is not defined where AC1 is not', () => {
    expect(gwetAc2(tableShares([9]), quadraticWeights(1))).toEqual(undefinedFor('one-value'))
    expect(gwetAc2(new RatingShares(2), linearWeights(2))).toEqual(undefinedFor('no-pairs'))
  })
})
