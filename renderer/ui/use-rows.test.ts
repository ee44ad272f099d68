import fc from 'fast-check'
import { expect, it } from 'vitest'
import { rowAt, topsOf } from './use-rows'

it('finds the row at a height', () => {
  const tops = topsOf([44, 57, 57])
  expect(tops).toEqual([0, 44, 101, 158])
  expect([-400, 0, 43, 44, 100, 101, 9_999].map((at) => rowAt(tops, at))).toEqual([0, 0, 0, 1, 1, 2, 2])
  expect(rowAt(topsOf([]), 10)).toBe(0)
})

it('finds the row that spans a height, whatever the heights', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 1 }), fc.nat(9_999), (heights, at) => {
      const tops = topsOf(heights)
      const within = at % tops.at(-1)!
      const row = rowAt(tops, within)
      expect(tops[row]).toBeLessThanOrEqual(within)
      expect(tops[row + 1]).toBeGreaterThan(within)
    }),
  )
})
