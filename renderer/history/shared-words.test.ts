import { expect, it } from 'vitest'
import { builtInCodebook } from '../../data/model/built-in-codebook'
import { IN_FORCE, type Actor, type SharedRecord } from '../../data/model/records'
import type { RegistryChange } from '../../data/store/changes'
import { sharedInWords } from './shared-words'

const at = '2031-03-12T09:00:00.000Z'
const made = { created: at, modified: at }
const reszek: Actor = {
  is: 'actor',
  id: 'reszek',
  ...made,
  name: 'Anton Reszek',
  aliases: [],
  kind: 'person',
  country: null,
  roles: [],
}
const moscow: Actor = { ...reszek, id: 'moscow', name: 'Moscow’s top diplomat' }
const change = (before: SharedRecord | null, after: SharedRecord | null): RegistryChange => ({
  article: null,
  id: (after ?? before)!.id,
  before,
  after,
})
const inForce = { is: 'in-force', id: IN_FORCE, ...made, codebook: builtInCodebook.id } as const
const words = (...changes: readonly RegistryChange[]) => sharedInWords(changes, [reszek, moscow])

it.each([
  ['Added the actor “Anton Reszek”', change(null, reszek)],
  ['Deleted the actor “Anton Reszek”', change(reszek, null)],
  ['Added the issue “Who pays?”', change(null, { is: 'issue', id: 'pay', ...made, question: 'Who pays?' })],
  ['Merged “Moscow’s top diplomat” into “Anton Reszek”', change(moscow, { ...moscow, into: 'reszek' })],
  ['Took “Moscow’s top diplomat” out of “Anton Reszek” again', change({ ...moscow, into: 'reszek' }, moscow)],
  ['Merged “Moscow’s top diplomat” into one that is gone', change(moscow, { ...moscow, into: 'nobody' })],
  ['Renamed “A. Reszek” to “Anton Reszek”', change({ ...reszek, name: 'A. Reszek' }, reszek)],
  [
    'Told “Anton Reszek” and “Moscow’s top diplomat” apart',
    change(reszek, { ...reszek, notSame: ['moscow'] }),
  ],
  ['“Anton Reszek” is also called “Reszek”', change(reszek, { ...reszek, aliases: ['Reszek'] })],
  ['Changed the country of “Anton Reszek”', change(reszek, { ...reszek, country: 'Velmora' })],
  ['Changed “Anton Reszek”', change(reszek, { ...reszek, country: 'Velmora', note: 'Left in 2031.' })],
  ['Put another codebook in force', change(inForce, { ...inForce, codebook: 'b'.repeat(26) })],
])('%s', (told, each) => {
  expect(words(each)).toBe(told)
})

it('tells the first of several, and how many more there are', () => {
  expect(words(change(null, reszek), change(null, moscow))).toBe('Added the actor “Anton Reszek”, and 1 more')
  expect(words()).toBeNull()
})
