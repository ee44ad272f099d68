import { expect, it } from 'vitest'
import { defined, undefinedFor } from '../figures'
import { Counts, f1 } from './counts'

it('F1 counts what both have against what each has', () => {
  const counts = new Counts().count(3, 1, 2)
  expect(f1(counts)).toEqual(defined(6 / 9))
  expect(counts.observed).toBe(0.5)
})

it('F1 is the harmonic mean of precision and recall, whoever is the reference', () => {
  const [precision, recall] = [3 / 4, 3 / 5]
  expect(f1(new Counts().count(3, 1, 2)).value).toBeCloseTo(
    (2 * precision * recall) / (precision + recall),
    12,
  )
  expect(f1(new Counts().count(3, 2, 1))).toEqual(f1(new Counts().count(3, 1, 2)))
})

it('F1 is 0 when nothing is matched, and not defined when there is nothing', () => {
  expect(f1(new Counts().count(0, 4, 2))).toEqual(defined(0))
  expect(f1(new Counts().count(0, 4, 0))).toEqual(defined(0))
  expect(f1(new Counts())).toEqual(undefinedFor('nothing-to-compare'))
  expect(new Counts().observed).toBeNull()
})
