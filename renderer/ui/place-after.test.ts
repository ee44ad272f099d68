import { expect, it } from 'vitest'
import { placeAfter } from './place-after'

it.each([
  ['ArrowDown', 3, 4],
  ['ArrowUp', 3, 2],
  ['PageDown', 3, 11],
  ['PageUp', 11, 3],
  ['Home', 7, 0],
  ['End', 7, 19],
])('%s leads from %i to %i', (key, at, to) => {
  expect(placeAfter(key, at, 20)).toBe(to)
})

it('ends at the ends, and moves nowhere without rows or by another key', () => {
  expect(placeAfter('ArrowUp', 0, 20)).toBe(0)
  expect(placeAfter('PageDown', 15, 20)).toBe(19)
  expect(placeAfter('ArrowDown', 0, 0)).toBeNull()
  expect(placeAfter('x', 3, 20)).toBeNull()
  expect(placeAfter('constructor', 3, 20)).toBeNull()
})
