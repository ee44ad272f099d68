import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { histogramOf, tokensOf } from './tokens'

const words = (text: string, language = 'en') => {
  const { count, starts, ends } = tokensOf(text, language)
  return Array.from({ length: count }, (_, i) => text.slice(starts[i], ends[i]))
}

it('takes what is like a word, and neither full stops nor spaces', () => {
  expect(words('“Don’t,” said al-Moualem.\n\nTalks go on.')).toEqual([
    'Don’t',
    'said',
    'al',
    'Moualem',
    'Talks',
    'go',
    'on',
  ])
})

it('does not cut where a joiner takes the space before it into a word', () => {
  expect(words('a \u200dⓂ b')).toEqual(['a', ' \u200dⓂ', 'b'])
})

it('finds in the lines of a text, and between its spaces, what it is in the whole of it', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '\n',
      '\r\n',
      ' ',
      '’',
      '.',
      ':',
      '“',
      '\u00a0',
      '\u00ad',
      '\u2060',
      '\u0301',
      '\u200d',
      '\u200dⓂ',
      'he',
      'don’t',
      'a:b',
      'É.U.',
      '3,000',
      'การประชุม',
      '会議',
      'שלום',
      '🙂',
    ),
    fc.string({ unit: 'grapheme', maxLength: 3 }),
  )
  fc.assert(
    fc.property(fc.array(piece), fc.constantFrom('en', 'fi', 'th', 'ja', 'he'), (pieces, language) => {
      const text = pieces.join('')
      const whole = [...new Intl.Segmenter(language, { granularity: 'word' }).segment(text)]
      const found = whole.filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment)
      expect(words(text, language)).toEqual(found)
    }),
  )
})

it('counts by how many sets each token is in', () => {
  const sets = fc.integer({ min: 0, max: 70 }).chain((count) =>
    fc.record({
      count: fc.constant(count),
      have: fc.array(fc.array(fc.boolean(), { minLength: count, maxLength: count }), { maxLength: 22 }),
    }),
  )
  fc.assert(
    fc.property(sets, ({ count, have }) => {
      const asBits = have.map((each) => {
        const set = new Int32Array((count + 31) >> 5)
        for (const [at, has] of each.entries()) if (has) set[at >> 5]! |= 1 << (at & 31)
        return set
      })
      const expected = Array.from({ length: have.length + 1 }, () => 0)
      for (let at = 0; at < count; at++) expected[have.filter((each) => each[at]).length]!++
      expect([...histogramOf(asBits, { count })]).toEqual(expected)
    }),
  )
})
