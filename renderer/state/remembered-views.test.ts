import { beforeEach, expect, it } from 'vitest'
import type { RecordView } from './record-view'
import { RememberedViews } from './remembered-views'

let written: string | null
let views: RememberedViews

beforeEach(() => {
  written = null
  views = new RememberedViews({ getItem: () => written, setItem: (_, value) => void (written = value) })
})

const byLavrov: RecordView = {
  filter: { actors: ['lavrov', null], stances: [-1, null], days: { from: '2031-03-01', to: null } },
  sort: { by: 'actor', descending: false },
  group: 'issue',
  folded: ['preconditions', ''],
  at: 'claim-1 position-1 actor-1',
}
const all: RecordView = {
  filter: {},
  sort: { by: 'day', descending: true },
  group: null,
  folded: [],
  at: null,
}

it('each project has its own view, the last one', () => {
  views.remember('talks', all)
  views.remember('ferry', all)
  views.remember('talks', byLavrov)
  expect(views.find('talks')).toEqual(byLavrov)
  expect(views.find('ferry')).toEqual(all)
  expect(views.find('quota')).toBeNull()
})

it('of more than thirty projects the one looked at longest ago is forgotten', () => {
  views.remember('first', byLavrov)
  for (let i = 0; i < 30; i++) views.remember(`project ${i}`, all)
  expect(views.find('first')).toBeNull()
  expect(views.find('project 0')).toEqual(all)
})

it.each([
  ['nothing', null],
  ['no JSON', '[['],
  ['another thing', '{"talks":1}'],
  ['a column of another program', JSON.stringify([['talks', { ...all, group: 'weather' }]])],
])('%s is no view', (_, text) => {
  written = text
  expect(views.find('talks')).toBeNull()
})
