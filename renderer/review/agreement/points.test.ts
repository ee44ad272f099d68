import { expect, it } from 'vitest'
import { defined, undefinedFor, type Measured, type Slice } from '../../../data/review/figures'
import { lowest, pointsOf, steppedTo } from './points'

const article = (id: string, measured: Measured): Slice => ({
  of: [id],
  layers: [{ layer: 'label', n: 4, observed: 0.5, figures: [{ name: 'alpha', measured, interval: null }] }],
})

const slices = [
  article('first', defined(0.7)),
  article('second', undefinedFor('one-value')),
  article('third', defined(0.2)),
  { of: ['without the layer'], layers: [] },
]

it('makes a point of each slice that has the layer, with the reason where it is not defined', () => {
  const points = pointsOf(slices, 'label', 'alpha')
  expect(points.map(({ of, value, why }) => [of[0], value, why])).toEqual([
    ['first', 0.7, null],
    ['second', null, 'one-value'],
    ['third', 0.2, null],
  ])
  expect(pointsOf(slices, 'label', 'ac1')).toEqual([])
})

it('finds the lowest of those that are defined, and none where there is nothing to tell apart', () => {
  expect(lowest(pointsOf(slices, 'label', 'alpha'))).toBe(2)
  expect(lowest(pointsOf(slices.slice(0, 2), 'label', 'alpha'))).toBeNull()
})

it('steps among points, and stays at the ends', () => {
  expect(steppedTo('ArrowRight', 1, 3)).toBe(2)
  expect(steppedTo('ArrowRight', 2, 3)).toBe(2)
  expect(steppedTo('ArrowLeft', 0, 3)).toBe(0)
  expect(steppedTo('End', 0, 3)).toBe(2)
  expect(steppedTo('x', 0, 3)).toBeNull()
})
