import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { placeTags } from '../placed'
import { stretchesOf } from './stretches'
import { unionOf } from './unit'
import { UnitCoincidences } from './unit-coincidences'

const LENGTH = 30
const span = fc
  .tuple(fc.integer({ min: 0, max: LENGTH + 5 }), fc.integer({ min: 1, max: 9 }))
  .map(([start, length]) => ({ start, end: start + length }))
/** Tags of one to three parts, which may leave the text. */
const tags = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 1 }), fc.array(span, { minLength: 1, maxLength: 3 })), {
    maxLength: 8,
  })
  .map((drawn) =>
    placeTags(
      'ada',
      drawn.map(([label, target], i) => ({ id: [0, 0, 0, i], label, means: 0, target })),
    ),
  )

const unitsIn = (edges: Int32Array) =>
  Array.from({ length: edges.length / 2 }, (_, i) => ({
    start: edges[2 * i]!,
    end: edges[2 * i + 1]!,
    value: 0,
  }))

it('are the union of the parts of all tags, or of those with a label, as far as they lie in the text', () => {
  fc.assert(
    fc.property(tags, fc.constantFrom(null, 0, 1), (placed, label) => {
      const parts = [...placed.label].flatMap((of, tag) =>
        label !== null && of !== label
          ? []
          : unitsIn(placed.edges.subarray(placed.parts[tag], placed.parts[tag + 1])).map(
              ({ start, end }) => ({
                start,
                end: Math.min(LENGTH, end),
              }),
            ),
      )
      expect(unitsIn(stretchesOf(placed, label, LENGTH))).toEqual(unionOf(parts))
    }),
  )
})

it('coincide like the units that they are', () => {
  fc.assert(
    fc.property(fc.array(tags, { maxLength: 4 }), (people) => {
      const stretches = people.map((placed) => stretchesOf(placed, null, LENGTH))
      const covered = new UnitCoincidences(1).cover(LENGTH, stretches)
      expect(covered.sums).toEqual(new UnitCoincidences(1).unitize(LENGTH, stretches.map(unitsIn)).sums)
    }),
  )
})
