import { expect, it } from 'vitest'
import { isDue } from './is-due'

const now = Date.UTC(2031, 2, 12, 9)

it.each([
  [null, true],
  ['2031-03-11T12:59:00Z', true],
  ['2031-03-11T13:01:00Z', false],
  ['2031-03-12T08:59:00Z', false],
  ['2038-01-01T00:00:00Z', true],
])('after a backup at %s: %s', (last, due) => {
  expect(isDue(last, now)).toBe(due)
})
