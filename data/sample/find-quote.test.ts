import { expect, it } from 'vitest'
import { findQuote } from './find-quote'

const text = 'He met her. He left; he said so.'
const words = (quote: string | string[], nth = 1) => {
  const spans = findQuote(text, { quote, nth })
  return spans && spans.map(({ start, end }) => [start, end])
}

it('finds the first occurrence, or the one that is asked for', () => {
  expect(words('He')).toEqual([[0, 2]])
  expect(words('He', 2)).toEqual([[12, 14]])
})

it('finds the further quotes of a discontinuous tag after the one before', () => {
  expect(words(['met', 'He'])).toEqual([
    [3, 6],
    [12, 14],
  ])
})

it('is null where a quote is not there, or not often enough, or not in that order', () => {
  expect(words('She')).toBeNull()
  expect(words('He', 3)).toBeNull()
  expect(words(['left', 'met'])).toBeNull()
})
