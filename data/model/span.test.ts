import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { normaliseSpans, without } from './span'

const spans = fc
  .array(fc.tuple(fc.nat(30), fc.nat(30)), { maxLength: 5 })
  .map((pairs) => normaliseSpans(pairs.map(([start, length]) => ({ start, end: start + length }))))

it('takes the middle, an end or all of a stretch', () => {
  const all = [{ start: 0, end: 9 }]
  expect(without(all, { start: 3, end: 5 })).toEqual([
    { start: 0, end: 3 },
    { start: 5, end: 9 },
  ])
  expect(without(all, { start: 5, end: 12 })).toEqual([{ start: 0, end: 5 }])
  expect(without(all, { start: 0, end: 9 })).toEqual([])
  expect(without(all, { start: 9, end: 12 })).toEqual(all)
})

it('leaves every place that was not taken, and none that was', () => {
  fc.assert(
    fc.property(spans, fc.nat(40), fc.nat(20), (before, start, length) => {
      const taken = { start, end: start + length }
      const after = without(before, taken)
      const holds = (stretches: typeof before, at: number) =>
        stretches.some((s) => s.start <= at && at < s.end)
      for (let at = 0; at < 70; at++)
        expect(holds(after, at)).toBe(holds(before, at) && !(taken.start <= at && at < taken.end))
    }),
  )
})
