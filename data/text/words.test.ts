import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isBetweenGraphemes } from './graphemes'
import { oddText, oddTextAndSpan } from './odd-text.test-data'
import { nextWordEnd, previousWordStart, widenToWords, wordAt } from './words'

/** The word at the `|` of the drawing, or "–" for none. */
const wordIn = (drawing: string) => {
  const offset = drawing.indexOf('|')
  const text = drawing.replace('|', '')
  const word = wordAt(text, offset)
  return word ? text.slice(word.start, word.end) : '–'
}

describe('the word at an offset', () => {
  it.each([
    ['said Walid al-Mou|alem in', 'al-Moualem'],
    ['said Walid |al-Moualem in', 'al-Moualem'],
    ['Assad’|s fate', 'Assad’s'],
    ["don't| go", "don't"],
    ['in the U.S|. on Monday', 'U.S.'],
    ['the U.|N. Security', 'U.N.'],
    ['on Tuesday, U|.S. State', 'U.S.'],
    ['on Tuesday, U.S.| State', 'U.S.'],
    ['says J.|P. Marchbane', 'J.P.'],
    ['came to talks|.He said', 'talks'],
    ['on Naharnet.c|om today', 'com'],
    ['3.|5 million', '3.5'],
    ['He left|.', 'left'],
    ['70,|000 people', '70,000'],
    ['MOS|COW/ BERLIN', 'MOSCOW'],
    ['talks – | and', '–'],
    ['a 🙂| b', '–'],
    ['Zoe\u0308| said', 'Zoe\u0308'],
    ['قال سل|ام اليوم', 'سلام'],
    ['', '–'],
  ])('in %j is %j', (drawing, word) => {
    expect(wordIn(drawing)).toBe(word)
  })
})

const widened = (drawing: string) => {
  const start = drawing.indexOf('[')
  const end = drawing.indexOf(']') - 1
  const text = drawing.replace(/[[\]]/g, '')
  const span = widenToWords(text, { start, end })
  return text.slice(span.start, span.end)
}

it('widens to whole words, and leaves an edge between words alone', () => {
  expect(widened('Walid al-[Mou]alem said')).toBe('al-Moualem')
  expect(widened('W[alid al-Moualem] said')).toBe('Walid al-Moualem')
  expect(widened('Walid[ al-Moualem ]said')).toBe(' al-Moualem ')
  expect(widened('Wal[]id said')).toBe('Walid')
  expect(widened('a [🙂] b')).toBe('🙂')
})

it('walks through a text word by word, both ways', () => {
  const text = 'The so-called “truce” – 🙂 – held.'
  const forward: number[] = []
  for (let at = 0; at < text.length;) forward.push((at = nextWordEnd(text, at)))
  expect(forward.map((end) => text.slice(Math.max(0, end - 4), end))).toEqual([
    'The',
    'lled',
    'ruce',
    'held',
    'eld.',
  ])

  const backward: number[] = []
  for (let at = text.length; at > 0;) backward.push((at = previousWordStart(text, at)))
  expect(backward.map((start) => text.slice(start, start + 4))).toEqual(['held', 'truc', 'so-c', 'The '])
})

it('always moves on, and stops at the ends', () => {
  fc.assert(
    fc.property(oddText, fc.nat(200), (text, at) => {
      const offset = Math.min(at, text.length)
      expect(nextWordEnd(text, offset)).toBeGreaterThan(offset === text.length ? offset - 1 : offset)
      expect(previousWordStart(text, offset)).toBeLessThan(offset === 0 ? 1 : offset)
    }),
  )
})

it('only ever widens, and never cuts a cluster', () => {
  fc.assert(
    fc.property(oddTextAndSpan, ({ text, span }) => {
      const wide = widenToWords(text, span)
      expect(wide.start).toBeLessThanOrEqual(span.start)
      expect(wide.end).toBeGreaterThanOrEqual(span.end)
      expect(isBetweenGraphemes(text, wide.start) && isBetweenGraphemes(text, wide.end)).toBe(true)
    }),
  )
})

it('answers at once in a long text, and in one without spaces', () => {
  for (const text of ['One line of a long report. '.repeat(400_000), 'a'.repeat(10_000_000)]) {
    const started = performance.now()
    for (let i = 0; i < 200; i++) wordAt(text, i * 50_003)
    expect(performance.now() - started).toBeLessThan(2000)
  }
})
