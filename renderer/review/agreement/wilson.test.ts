import { expect, it } from 'vitest'
import { shareInterval } from './wilson'

// Newcombe 1998, “Two-sided confidence intervals for the single proportion”, Statistics in Medicine 17, table I, method 3.
it.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])('gives the interval of %d of %d', (hits, n, low, high) => {
  const interval = shareInterval(hits, n)!
  expect(interval[0]).toBeCloseTo(low, 4)
  expect(interval[1]).toBeCloseTo(high, 4)
})

it('goes to the very end for all, and says nothing of nothing', () => {
  expect(shareInterval(68, 68)![1]).toBe(1)
  expect(shareInterval(0, 0)).toBeNull()
})
