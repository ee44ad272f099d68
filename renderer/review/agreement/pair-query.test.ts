import { expect, it } from 'vitest'
import { pairQuery } from './pair-query'

it('asks the same of two people alone, in the order of all', () => {
  const query = { annotators: ['ada', 'ben', 'cid'], articles: ['one'], labels: null, threshold: 0.3 }
  expect(pairQuery(query, ['cid', 'ada'])).toEqual({ ...query, annotators: ['ada', 'cid'] })
})
