import { expect, it } from 'vitest'
import { Lately } from './lately'

it('forgets what was not asked for the longest', () => {
  const lately = new Lately<number>(2)
  lately.set('a', 1)
  lately.set('b', 2)
  expect(lately.get('a')).toBe(1)
  lately.set('c', 3)
  expect(['a', 'b', 'c'].map((key) => lately.get(key))).toEqual([1, undefined, 3])
})
