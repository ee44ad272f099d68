import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Searchable } from './find'
import { findInPieces } from './find-in-pieces'
import { mayHold } from './may-hold'
import { oddText } from './odd-text.test-data'

const anyOptions = fc.record({ matchCase: fc.boolean(), accents: fc.boolean(), wholeWords: fc.boolean() })

/** A text of odd pieces, and words that may stand in it. */
const textAndWords = oddText.chain((text) =>
  fc.tuple(
    fc.constant(text + text),
    fc.oneof(
      fc.tuple(fc.nat(text.length), fc.nat(12)).map(([at, length]) => text.slice(at, at + length)),
      fc.constantFrom('a', 'word', 'al-moualem', 'Zoe', '’s', 'É', '🙂', 'a \n b', 'u.s.', 'ж'),
    ),
  ),
)

it('gives what looking through the whole text at once gives, however small the pieces', () => {
  fc.assert(
    fc.property(
      textAndWords,
      anyOptions,
      fc.integer({ min: 1, max: 40 }),
      ([text, words], options, piece) => {
        const hits = [...findInPieces(text, words, options, piece)].filter((hit) => hit !== null)
        expect(hits).toEqual(new Searchable(text).find(words, options))
      },
    ),
    { numRuns: 500 },
  )
})

it('pauses at the end of each piece', () => {
  const given = [
    ...findInPieces('one two one two one', 'one', { matchCase: false, accents: false, wholeWords: true }, 6),
  ]
  expect(given.filter((each) => each === null).length).toBeGreaterThan(2)
  expect(given.filter((each) => each !== null)).toHaveLength(3)
})

it('never passes over a text that has the words, by its first look', () => {
  fc.assert(
    fc.property(textAndWords, anyOptions, ([text, words], options) => {
      const stands = new Searchable(text).find(words, options).length > 0
      expect(mayHold(words, options)(text) || !stands).toBe(true)
    }),
    { numRuns: 500 },
  )
})
