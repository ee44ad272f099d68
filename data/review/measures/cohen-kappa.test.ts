import { describe, expect, it } from 'vitest'
import { defined, undefinedFor } from '../figures'
import { cohenKappa, weightedKappa } from './cohen-kappa'
import { Confusion2 } from './confusion'
import { confusionOf, drawn, table } from './testing/drawn'

describe('Cohen 1960, "A Coefficient of Agreement for Nominal Scales"', () => {
  it('p. 37: two psychologists agree less than chance would', () => {
    const clinicians = table([25, 13, 12], [12, 2, 16], [3, 15, 2])
    expect(clinicians.observed).toBeCloseTo(0.29, 12)
    expect(cohenKappa(clinicians).value).toBeCloseTo((0.29 - 0.35) / (1 - 0.35), 12)
  })

  it('p. 45: 0.492', () => {
    expect(cohenKappa(table([88, 14, 18], [10, 40, 10], [2, 6, 12])).value).toBeCloseTo(0.492, 3)
  })
})

it('Cohen 1968, "Weighted kappa", table 1: 0.348 with his weights for psychiatric diagnoses', () => {
  const shares = table([0.44, 0.07, 0.09], [0.05, 0.2, 0.05], [0.01, 0.03, 0.06])
  expect(weightedKappa(shares, Float64Array.from([0, 1, 3, 1, 0, 6, 3, 6, 0])).value).toBeCloseTo(0.348, 3)
})

it('Gwet, irrCAC for R, cont3x3abstractors: 0.7964094', () => {
  expect(cohenKappa(table([13, 0, 0], [0, 20, 7], [0, 4, 56])).value).toBeCloseTo(0.7964094, 7)
})

it('is kappa again when every disagreement is as bad', () => {
  const confusion = table([5, 1, 2], [0, 4, 3], [1, 1, 6])
  const alike = Float64Array.from([0, 1, 1, 1, 0, 1, 1, 1, 0])
  expect(weightedKappa(confusion, alike).value).toBeCloseTo(cohenKappa(confusion).value!, 12)
})

it('forgives a near miss more than a far one, quadratic weights most', () => {
  const near = table([4, 2, 0], [2, 4, 2], [0, 2, 4])
  const [plain, linear, quadratic] = [
    cohenKappa(near).value!,
    weightedKappa(near, 'linear').value!,
    weightedKappa(near, 'quadratic').value!,
  ]
  expect(plain).toBeLessThan(linear)
  expect(linear).toBeLessThan(quadratic)
})

it('leaves out what one of them did not rate', () => {
  expect(confusionOf(drawn('a b . a', 'a a b .')).n).toBe(2)
})

describe('where there is little', () => {
  it('is not defined with nothing in common', () => {
    expect(cohenKappa(confusionOf(drawn('a .', '. b')))).toEqual(undefinedFor('nothing-to-compare'))
    expect(weightedKappa(new Confusion2(3), 'linear')).toEqual(undefinedFor('nothing-to-compare'))
  })

  it('is not defined when both used one value throughout', () => {
    expect(cohenKappa(table([7, 0], [0, 0]))).toEqual(undefinedFor('one-value'))
    expect(weightedKappa(table([7, 0], [0, 0]), 'quadratic')).toEqual(undefinedFor('one-value'))
  })

  it('is 0 when one of them always said one thing, and the other another', () => {
    expect(cohenKappa(table([0, 7], [0, 0]))).toEqual(defined(0))
  })

  it('is 1 when they always agree, and -1 when two values are always swapped evenly', () => {
    expect(cohenKappa(table([3, 0], [0, 4]))).toEqual(defined(1))
    expect(cohenKappa(table([0, 4], [4, 0]))).toEqual(defined(-1))
  })
})
