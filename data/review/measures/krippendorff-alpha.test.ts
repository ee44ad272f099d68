import { describe, expect, it } from 'vitest'
import { defined, undefinedFor } from '../figures'
import { intervalDistances, nominalDistances } from './distances'
import { krippendorffAlpha } from './krippendorff-alpha'
import { coincidencesOf, drawn } from './testing/drawn'

const alpha = (ratings: ReturnType<typeof drawn>, by?: 'nominal' | 'ordinal') =>
  krippendorffAlpha(coincidencesOf(ratings), by).value
const intervalAlpha = (ratings: ReturnType<typeof drawn>) =>
  krippendorffAlpha(coincidencesOf(ratings), intervalDistances(ratings.values.map(Number))).value

/** Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability", the data of sections A, B and C. */
const binary = drawn(
  '0 1 0 0 0 0 0 0 1 0', // Meg
  '1 1 1 0 0 1 0 0 0 0', // Owen
)
const nominal = drawn(
  'a a b b d c c c e d d a', // Ben
  'b a b b b c c c e d d d', // Gerry
)
const four = drawn(
  '1 2 3 3 2 1 4 1 2 . . .', // observer A
  '1 2 3 3 2 2 4 1 2 5 . 3',
  '. 3 3 3 2 3 4 2 2 5 1 .',
  '1 2 3 3 2 4 4 1 2 5 1 .',
)

describe('Krippendorff’s own examples', () => {
  it('two observers, two values: 0.095', () => {
    expect(alpha(binary)).toBeCloseTo(0.095, 3)
  })

  it('two observers, five values: 0.692', () => {
    expect(alpha(nominal)).toBeCloseTo(0.692, 3)
  })

  it('four observers with values missing: 0.743 nominal, 0.815 ordinal, 0.849 interval', () => {
    expect(alpha(four)).toBeCloseTo(0.743, 3)
    expect(alpha(four, 'ordinal')).toBeCloseTo(0.815, 3)
    expect(intervalAlpha(four)).toBeCloseTo(0.849, 3)
  })

  it('adds up to the coincidence matrix that he prints, with 40 values that can be paired', () => {
    const coincidences = coincidencesOf(four)
    const rows = [0, 1, 2, 3, 4].map((row) =>
      [0, 1, 2, 3, 4].map((column) => +coincidences.of(row, column).toFixed(3)),
    )
    expect(rows).toEqual([
      [7, 4 / 3, 1 / 3, 1 / 3, 0].map((o) => +o.toFixed(3)),
      [4 / 3, 10, 4 / 3, 1 / 3, 0].map((o) => +o.toFixed(3)),
      [1 / 3, 4 / 3, 8, 1 / 3, 0].map((o) => +o.toFixed(3)),
      [1 / 3, 1 / 3, 1 / 3, 4, 0].map((o) => +o.toFixed(3)),
      [0, 0, 0, 0, 3],
    ])
    expect(coincidences.paired).toBe(40)
  })
})

it('three coders, fifteen units: 0.691 nominal and 0.811 interval (Wikipedia, "Krippendorff’s alpha")', () => {
  const three = drawn(
    '. . . . . 3 4 1 2 1 1 3 3 . 3',
    '1 . 2 1 3 3 4 3 . . . . . . .',
    '. . 2 1 3 4 4 . 2 1 1 3 3 . 4',
  )
  expect(alpha(three)).toBeCloseTo(0.691, 3)
  expect(intervalAlpha(three)).toBeCloseTo(0.811, 3)
})

it('takes raw ratings as irrCAC does: 0.74342 (Gwet, irrCAC for R, cac.raw4raters)', () => {
  expect(alpha(four)).toBeCloseTo(0.74342, 5)
})

it('needs the marginals only, when values are alike or not', () => {
  expect(krippendorffAlpha(coincidencesOf(four, 'nominal')).value).toBeCloseTo(alpha(four)!, 12)
  expect(krippendorffAlpha(coincidencesOf(four), nominalDistances(5)).value).toBeCloseTo(alpha(four)!, 12)
  expect(() => krippendorffAlpha(coincidencesOf(four, 'nominal'), 'ordinal')).toThrow('Only the marginals')
})

describe('where there is little', () => {
  it('is not defined without two values on one unit', () => {
    expect(krippendorffAlpha(coincidencesOf(drawn('1 2 .', '. . 1')))).toEqual(undefinedFor('no-pairs'))
    expect(krippendorffAlpha(coincidencesOf(drawn('1 2 3')))).toEqual(undefinedFor('no-pairs'))
  })

  it('is not defined when all chose the same, whatever the metric', () => {
    const same = drawn('1 1 1 .', '1 1 1 2')
    expect(krippendorffAlpha(coincidencesOf(same))).toEqual(undefinedFor('one-value'))
    expect(krippendorffAlpha(coincidencesOf(same), 'ordinal')).toEqual(undefinedFor('one-value'))
    expect(krippendorffAlpha(coincidencesOf(same), intervalDistances([1, 2]))).toEqual(
      undefinedFor('one-value'),
    )
  })

  it('is 1 when all agree on different values, and below 0 when they never do', () => {
    expect(krippendorffAlpha(coincidencesOf(drawn('1 2 3', '1 2 3')))).toEqual(defined(1))
    expect(alpha(drawn('1 2', '2 1'))).toBeCloseTo(-0.5, 12)
  })
})
