import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { overlapOf } from './overlap'
import { placedOverlap, placeTags } from './placed'

/** `##__#` is 0–2 and 4–5. */
const spansIn = (drawing: string) =>
  [...drawing.matchAll(/#+/g)].map(({ index, 0: run }) => ({ start: index, end: index + run.length }))
const overlapIn = (a: string, b: string) => overlapOf(spansIn(a), spansIn(b))

it('is what both have by what at least one has', () => {
  expect(overlapIn('####__', '__####')).toBe(2 / 6)
  expect(overlapIn('__##__', '######')).toBe(2 / 6)
  expect(overlapIn('###___', '###___')).toBe(1)
  expect(overlapIn('###___', '___###')).toBe(0)
})

it('counts the parts of a discontinuous tag, and not what lies between', () => {
  expect(overlapIn('##__##', '######')).toBe(4 / 6)
  expect(overlapIn('##__##', '__##__')).toBe(0)
  expect(overlapIn('##__##', '#_#_#_')).toBe(2 / 5)
})

it('counts no unit twice when parts overlap or touch', () => {
  const twice = [
    { start: 2, end: 4 },
    { start: 0, end: 3 },
  ]
  expect(overlapOf(twice, spansIn('####'))).toBe(1)
})

it('is Jaccard’s index of the sets of units, for tags as numbers too, whoever is first', () => {
  const target = fc
    .array(fc.boolean(), { minLength: 1, maxLength: 24 })
    .map((units) => spansIn(units.map((is) => (is ? '#' : '_')).join('')))
    .filter((spans) => spans.length > 0)
  const unitsOf = (spans: ReturnType<typeof spansIn>) =>
    new Set(spans.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i)))
  fc.assert(
    fc.property(target, target, (a, b) => {
      const [ofA, ofB] = [unitsOf(a), unitsOf(b)]
      const expected = [...ofA].filter((unit) => ofB.has(unit)).length / new Set([...ofA, ...ofB]).size
      expect(overlapOf(a, b)).toBe(expected)
      expect(overlapOf(b, a)).toBe(expected)
      const [one, other] = [a, b].map((each) =>
        placeTags('', [{ id: [0, 0, 0, 0], label: 1, means: 0, target: each }]),
      )
      expect(placedOverlap(one!, 0, other!, 0)).toBe(expected)
    }),
  )
})
