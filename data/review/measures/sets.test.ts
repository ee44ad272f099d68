import { describe, expect, it } from 'vitest'
import { Coincidences } from './coincidences'
import { jaccardDistances, masiDistances } from './distances'
import { krippendorffAlpha } from './krippendorff-alpha'

/** Sets as words: 'AB' has the members A and B. */
const sets = (...words: readonly string[]) => words.map((word) => new Set(word))
const masi = (a: string, b: string) => masiDistances(sets(a, b))[1]
const jaccard = (a: string, b: string) => jaccardDistances(sets(a, b))[1]

describe('MASI (Passonneau 2006, section 4)', () => {
  it('is 0 for the same set and 1 for sets that share nothing', () => {
    expect([masi('ABC', 'BCA'), masi('A', 'B'), masi('', ''), masi('', 'A')]).toEqual([0, 1, 0, 1])
  })

  it('keeps two thirds of what Jaccard gives when one contains the other', () => {
    expect(masi('A', 'AB')).toBeCloseTo(1 - (1 / 2) * (2 / 3), 12)
  })

  it('keeps one third when they only overlap', () => {
    expect(masi('AB', 'BC')).toBeCloseTo(1 - (1 / 3) * (1 / 3), 12)
  })
})

it('Jaccard is what they do not share of what they have together', () => {
  expect(jaccard('AB', 'BC')).toBeCloseTo(2 / 3, 12)
  expect([jaccard('A', 'AB'), jaccard('', ''), jaccard('', 'A')]).toEqual([1 / 2, 0, 1])
})

it('gives sets that nearly agree a higher alpha than sets that are simply not the same', () => {
  const values = ['', 'A', 'AB', 'AC', 'ABC']
  const coincidences = new Coincidences(values.length)
  for (const [a, b] of [
    ['', ''],
    ['A', 'A'],
    ['A', 'AB'],
    ['AB', 'ABC'],
    ['AC', 'AC'],
    ['AC', 'ABC'],
  ] as const)
    coincidences.rate([values.indexOf(a), values.indexOf(b)])
  const [plain, withMasi, withJaccard] = [
    krippendorffAlpha(coincidences).value!,
    krippendorffAlpha(coincidences, masiDistances(sets(...values))).value!,
    krippendorffAlpha(coincidences, jaccardDistances(sets(...values))).value!,
  ]
  expect(plain).toBeLessThan(withMasi)
  expect(withMasi).toBeLessThan(withJaccard)
})
