import { expect, it } from 'vitest'
import { RememberedEntries, type LookedAt } from './remembered-entries'

function storage(first: string | null = null) {
  const kept = { value: first }
  return {
    kept,
    getItem: () => kept.value,
    setItem: (_: string, value: string) => void (kept.value = value),
  }
}

const ada: LookedAt = { tab: 'actors', chosen: { actors: 'ada', positions: null } }
const no: LookedAt = { tab: 'positions', chosen: { actors: null, positions: 'no' } }

it('finds what was looked at last in each project, after a restart too', () => {
  const disk = storage()
  const remembered = new RememberedEntries(disk)
  remembered.remember('talks', no)
  remembered.remember('strike', no)
  remembered.remember('talks', ada)
  const again = new RememberedEntries(storage(disk.kept.value))
  expect([again.find('talks'), again.find('strike'), again.find('other')]).toEqual([ada, no, null])
})

it('forgets the project looked at longest ago, beyond thirty', () => {
  const remembered = new RememberedEntries(storage())
  for (let i = 0; i < 31; i++) remembered.remember(`project ${i}`, ada)
  expect([remembered.find('project 0'), remembered.find('project 1')]).toEqual([null, ada])
})

it.each([
  'not json',
  '{}',
  '[["talks",{"tab":"people"}]]',
  '[["talks",{"tab":"actors","chosen":{"actors":7,"positions":null}}]]',
])('takes nothing from %s', (text) => {
  expect(new RememberedEntries(storage(text)).find('talks')).toBeNull()
})
