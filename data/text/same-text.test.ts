import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { oddTextAndSpan } from './odd-text.test-data'
import { placesWith } from './same-text'

const found = (text: string, words: string) =>
  placesWith(text, words).map(({ start, end }) => `${start}: ${text.slice(start, end)}`)

it('finds whole words only, with or without capitals', () => {
  expect(found('Russia’s Russian talks: RUSSIA left. Prussia!', 'Russia')).toEqual([
    '0: Russia',
    '24: RUSSIA',
  ])
})

it('takes any white space for white space, and signs as they are', () => {
  expect(found('the U.S.\nArmy and the U.S. army, not the USX Army', 'U.S. Army')).toEqual([
    '4: U.S.\nArmy',
    '22: U.S. army',
  ])
  expect(found('(a) b (A)', '(a)')).toEqual(['0: (a)', '6: (A)'])
})

it('cuts no accent off', () => {
  expect(found('Zoe met Zoe\u0308', 'Zoe')).toEqual(['0: Zoe'])
})

it('finds any words of any text again where they stand alone', () => {
  fc.assert(
    fc.property(oddTextAndSpan, ({ text, span }) => {
      const words = text.slice(span.start, span.end)
      for (const { start, end } of placesWith(text, words))
        expect(text.slice(start, end).replace(/\s+/gu, ' ').toLowerCase()).toBe(
          words.trim().replace(/\s+/gu, ' ').toLowerCase(),
        )
    }),
  )
})
