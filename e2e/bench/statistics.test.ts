import { expect, it } from 'vitest'
import { ratioTo, summaryOf } from './statistics'

it('takes the middle value, and the mean of the two middle ones', () => {
  expect(summaryOf([9, 1, 5.123456])).toEqual({ median: 5.12, min: 1, max: 9, values: [9, 1, 5.12] })
  expect(summaryOf([4, 1, 2, 9]).median).toBe(3)
})

it('compares within each repetition, so that what slows both falls out', () => {
  expect(ratioTo([20, 200, 2_000], [10, 100, 1_000])).toBe(2)
})
