import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { offsetMapOf } from './offsets'
import { oddText, oddTextAndSpan } from './odd-text.test-data'

it('counts an emoji as two code units and one code point', () => {
  const map = offsetMapOf('a🙂b🙂c')
  expect([map.codeUnits, map.codePoints]).toEqual([7, 5])
  expect(map.toCodePoints({ start: 1, end: 4 })).toEqual({ start: 1, end: 3 })
  expect(map.toCodeUnits({ start: 3, end: 5 })).toEqual({ start: 4, end: 7 })
})

it('snaps an offset inside a pair outward', () => {
  const map = offsetMapOf('a🙂b')
  expect(map.toCodePoints({ start: 2, end: 2 })).toEqual({ start: 1, end: 2 })
})

it('keeps offsets outside the text at its edges', () => {
  const map = offsetMapOf('🙂')
  expect(map.toCodeUnits({ start: -3, end: 9 })).toEqual({ start: 0, end: 2 })
  expect(map.toCodePoints({ start: -3, end: 9 })).toEqual({ start: 0, end: 1 })
})

it('agrees with how a string is iterated, half pairs included', () => {
  fc.assert(
    fc.property(oddText, (text) => {
      const map = offsetMapOf(text)
      let unit = 0
      const points = [...text]
      for (const [point, character] of points.entries()) {
        const span = { start: unit, end: unit + character.length }
        expect(map.toCodePoints(span)).toEqual({ start: point, end: point + 1 })
        expect(map.toCodeUnits({ start: point, end: point + 1 })).toEqual(span)
        unit = span.end
      }
      expect(map.codePoints).toBe(points.length)
    }),
  )
})

it('never makes a span smaller on the way there and back', () => {
  fc.assert(
    fc.property(oddTextAndSpan, ({ text, span }) => {
      const map = offsetMapOf(text)
      const back = map.toCodeUnits(map.toCodePoints(span))
      expect(back.start).toBeLessThanOrEqual(span.start)
      expect(back.end).toBeGreaterThanOrEqual(span.end)
      expect(map.toCodeUnits(map.toCodePoints(back))).toEqual(back)
    }),
  )
})
