import { expect, it } from 'vitest'
import { whyUndefined, type WhyUndefined } from '../../../data/review/figures'
import { reasonFor, type Undefined } from './why-undefined'

const certainty: Undefined = {
  symbol: 'α',
  things: 'matched claims',
  n: 68,
  people: ['Ada', 'Jonas'],
  silent: [],
  value: 'certain',
  threshold: 0.5,
  isChanceCorrected: true,
}
const said = (why: WhyUndefined, more: Partial<Undefined> = {}) => reasonFor(why, { ...certainty, ...more })

it.each<[WhyUndefined, string]>([
  ['one-value', 'both chose “certain” for all 68 matched claims'],
  ['nothing-to-compare', 'there is nothing to compare'],
  ['nothing-matched', 'no two tags are matched'],
  ['one-annotator', 'only one of them has tags here'],
  ['one-silent', 'one of them has no tag here'],
  ['no-pairs', 'nothing has a value from two people'],
])('tells %s in a line', (why, short) => expect(said(why).short).toBe(short))

it('tells in whole sentences that all chose the same, and what becomes of the figure', () => {
  expect(said('one-value').sentences).toEqual([
    'Ada and Jonas both chose “certain” for all 68 matched claims.',
    'If everyone always gives the same answer, chance alone would agree as often, and α becomes 0 divided by 0.',
  ])
})

it('names the label of one thing only, and more than two people without “both”', () => {
  expect(said('one-value', { n: 1, things: 'matched tags', value: 'Claim' }).short).toBe(
    'both chose “Claim” for the only one of the matched tags',
  )
  const three = said('one-value', { people: ['Ada', 'Jonas', 'Vera'], value: null })
  expect(three.short).toBe('all chose the same for all 68 matched claims')
  expect(three.sentences[0]).toBe('Ada, Jonas and Vera chose the same for all 68 matched claims.')
})

it('names who has no tag', () => {
  expect(said('one-silent', { silent: ['Jonas'] }).sentences[0]).toBe(
    'Jonas has not a single tag here, so there is nothing to compare the tags of the other with.',
  )
  const many = { people: ['Ada', 'Jonas', 'Vera', 'Ruth'], silent: ['Jonas', 'Ruth'] }
  expect(said('one-silent', many).sentences[0]).toBe(
    'Jonas and Ruth have not a single tag here, so there is nothing to compare the tags of the others with.',
  )
})

it('says by how much tags would have to overlap', () => {
  expect(said('nothing-matched').sentences[0]).toContain('none overlap by 50\u202f% or more')
  expect(said('nothing-matched', { threshold: 0 }).sentences[0]).toContain('none share a single character')
})

it('counts people when they are many', () => {
  const people = Array.from({ length: 20 }, (_, i) => `Person ${i}`)
  expect(said('nothing-to-compare', { people }).sentences[0]).toContain('of 20 annotators')
})

it.each(whyUndefined)('ends every sentence of %s with a full stop, and judges nobody', (why) => {
  for (const people of [['Ada'], ['Ada', 'Jonas'], ['Ada', 'Jonas', 'Vera', 'Ruth', 'Emil']]) {
    const { sentences } = said(why, { people })
    for (const sentence of sentences) {
      expect(sentence).toMatch(/^[A-Z0-9α].*\.$/u)
      expect(sentence).not.toMatch(/\b(good|poor|bad|excellent|substantial|moderate)\b/i)
    }
  }
})
