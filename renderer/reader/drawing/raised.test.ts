import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { FEW, raisedOf, type Raisable } from './raised'

/** "aaa": from its first letter to its last; the first line is the least deep. */
const boxesOf = (drawing: readonly string[]): Raisable[] =>
  drawing
    .map((line, depth) => ({ x0: line.search(/\S/), x1: line.trimEnd().length, depth }))
    .toSorted((a, b) => a.x0 - b.x0 || b.x1 - a.x1)

/** Depths of what is raised. */
const raised = (...drawing: string[]): number[] => {
  const boxes = boxesOf(drawing)
  return [...raisedOf(boxes)].map((i) => boxes[i]!.depth)
}

it('raises nothing where each lies inside the one before, or beside it', () => {
  expect(raised('aaaaaaaaaaaa', '  bbbbbb', '    cc', '              dd')).toEqual([])
})

it('raises a short one with its middle under a long one that begins later', () => {
  expect(raised(' aaaaaaaaa', 'bbb')).toEqual([1])
  expect(raised('      aaaaaaaaa', 'bbbbbbbb')).toEqual([])
})

it('raises what lies inside a raised one too', () => {
  expect(raised('  aaaaaaaaaaaa', 'bbbbbb', ' ccc')).toEqual([1, 2])
})

it('raises none of many', () => {
  expect(raised(' aaaaaaaaa', 'bbb')).toEqual([1])
  expect(raised(' aaaaaaaaa', 'bbb', ...Array.from({ length: FEW - 1 }, () => '  ccccc'))).toEqual([])
})

it('leaves no middle under one that is less deep', () => {
  const box = fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 20 }))
  fc.assert(
    fc.property(fc.array(box, { maxLength: FEW }), (drawn) => {
      const boxes = drawn
        .map(([x0, length], depth) => ({ x0, x1: x0 + length, depth }))
        .toSorted((a, b) => a.x0 - b.x0 || b.x1 - a.x1)
      const raised = raisedOf(boxes)
      const levelOf = (i: number) => (raised.has(i) ? [boxes[i]!.depth + 1, i] : [0, i])
      for (const { x0, x1, depth } of boxes) {
        const there = [...boxes.keys()].filter(
          (j) => boxes[j]!.x0 <= (x0 + x1) / 2 && (x0 + x1) / 2 <= boxes[j]!.x1,
        )
        const top = there.toSorted(
          (a, b) => levelOf(b)[0]! - levelOf(a)[0]! || levelOf(b)[1]! - levelOf(a)[1]!,
        )[0]!
        expect(boxes[top]!.depth).toBeGreaterThanOrEqual(depth)
      }
    }),
  )
})
