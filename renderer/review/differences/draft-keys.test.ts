import { expect, it } from 'vitest'
import { draftKey } from './draft-keys'

const labels = [
  { id: 'actor', key: '1' },
  { id: 'position', key: '2' },
  { id: 'wish', key: 'w' },
]

it('chooses labels by their keys, and asks who or which position where a tag may mean one', () => {
  expect(draftKey('2', labels, ['actor'])).toEqual({ is: 'label', label: 'position' })
  expect(draftKey('p', labels, ['position'])).toEqual({ is: 'means', kind: 'position' })
  expect(draftKey('W', labels, ['actor', 'position'])).toEqual({ is: 'means', kind: 'actor' })
  expect(draftKey('p', labels, ['actor'])).toBeNull()
  expect(draftKey('3', labels, [])).toBeNull()
})

it('leaves a key to the label that has it', () => {
  expect(draftKey('w', labels, ['actor'])).toEqual({ is: 'label', label: 'wish' })
})
