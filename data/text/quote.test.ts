import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { rangeSchema } from '../model/records'
import { isBetweenGraphemes } from './graphemes'
import { oddTextAndSpan } from './odd-text.test-data'
import { rangeOf } from './quote'

it('keeps the words and those around them', () => {
  expect(rangeOf('The minister said no.', { start: 4, end: 12 })).toEqual({
    start: 4,
    end: 12,
    quote: 'minister',
    prefix: 'The ',
    suffix: ' said no.',
  })
})

it('cuts the context between clusters, shorter rather than longer', () => {
  const text = `👩‍👩‍👧${'a'.repeat(28)}Ada${'b'.repeat(31)}🙂`
  const { prefix, suffix } = rangeOf(text, { start: 36, end: 39 })
  expect([prefix, suffix]).toEqual(['a'.repeat(28), 'b'.repeat(31)])
})

it('is always a sound range that stands where it says', () => {
  fc.assert(
    fc.property(
      oddTextAndSpan.filter(({ span }) => span.start < span.end),
      ({ text, span }) => {
        const range = rangeOf(text, span)
        const { start, end, quote, prefix, suffix } = range
        expect(rangeSchema.safeParse(range).success).toBe(true)
        expect(text.slice(start - prefix.length, end + suffix.length)).toBe(prefix + quote + suffix)
        expect(text.slice(start, end)).toBe(quote)
        expect(Math.max(prefix.length, suffix.length)).toBeLessThanOrEqual(32)
        for (const at of [start - prefix.length, start, end, end + suffix.length])
          expect(isBetweenGraphemes(text, at)).toBe(true)
      },
    ),
  )
})
