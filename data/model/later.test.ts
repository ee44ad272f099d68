import { expect, it } from 'vitest'
import { isLater, joinItems, type Item } from './document'

/** One version of a record, whose keys stand in another order at either end, as in a file and in memory. */
const version = (note: string, turned = false): Item<object> => {
  const record = { id: 'x', note, target: [{ start: 1, end: 2 }] }
  const other = { target: [{ end: 2, start: 1 }], note, id: 'x' }
  return { rev: [3, 'abcdefghij'], record: turned ? other : record }
}

it('takes the same version for no later one, in whichever order its keys stand', () => {
  expect(isLater(version('a'), version('a', true))).toBe(false)
  expect(isLater(version('a', true), version('a'))).toBe(false)
})

it('finds one winner of two versions that claim one revision, in whichever order their keys stand', () => {
  for (const turned of [false, true])
    for (const other of [false, true]) {
      const [a, b] = [{ x: version('a', turned) }, { x: version('b', other) }]
      expect(joinItems(a, b)).toEqual({ x: version('b') })
      expect(joinItems(b, a)).toEqual({ x: version('b') })
    }
})
