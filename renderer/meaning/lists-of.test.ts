import { expect, it } from 'vitest'
import { withListsOf } from './lists-of'

it('keeps the list of an entry that is called as before, and takes the list of one that is not', () => {
  const before = { version: 1, entries: { pell: [['Pell', 2] as const], quill: [['Ada', 1] as const] } }
  const now = {
    version: 2,
    entries: { pell: [['Pell', 2] as const], quill: [['Ada', 2] as const], dorre: [['he', 1] as const] },
  }
  const learnt = withListsOf(before, now)
  expect(learnt).toEqual(now)
  expect(learnt.entries['pell']).toBe(before.entries.pell)
  expect(learnt.entries['quill']).toBe(now.entries.quill)
})
