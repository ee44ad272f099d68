import { expect, it } from 'vitest'
import { whose, withinSentence } from './whose'

it('says whose tags they are: people’s own, and those of an agreed set that came in', () => {
  expect(['Ines Holloway', 'Tobias', 'Ada and Jonas', 'Agreed set (Talks)'].map(whose)).toEqual([
    'Ines Holloway’s',
    'Tobias’s',
    'Ada and Jonas’s',
    'the agreed set (Talks)',
  ])
  expect(whose(`Agreed set (${'Very long '.repeat(30)}\nTalks)`)).toMatch(
    /^the agreed set \(Very long .+\)$/s,
  )
})

it('calls an agreed set by no person’s name within a sentence', () => {
  expect(['Agreed set', 'Agreed set (Talks)', 'Agreed Settle', 'Agreed sets'].map(withinSentence)).toEqual([
    'the agreed set',
    'the agreed set (Talks)',
    'Agreed Settle',
    'Agreed sets',
  ])
})
