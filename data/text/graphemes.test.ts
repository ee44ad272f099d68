import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { graphemeAt, isBetweenGraphemes, widenToGraphemes } from './graphemes'
import { oddText, oddTextAndSpan } from './odd-text.test-data'

const widened = (text: string, start: number, end: number) => {
  const span = widenToGraphemes(text, { start, end })
  return text.slice(span.start, span.end)
}

it('takes an emoji family, a flag and an accent whole', () => {
  expect(widened('a👩‍👩‍👧b', 3, 4)).toBe('👩‍👩‍👧')
  expect(widened('🇩🇪🇫🇷', 5, 6)).toBe('🇫🇷')
  expect(widened('Zoe\u0308', 2, 3)).toBe('e\u0308')
})

it('leaves a span that cuts nothing as it is, an empty one too', () => {
  expect(widenToGraphemes('a🙂b', { start: 1, end: 3 })).toEqual({ start: 1, end: 3 })
  expect(widenToGraphemes('a🙂b', { start: 3, end: 3 })).toEqual({ start: 3, end: 3 })
})

it('finds the same clusters from any offset as from the start of the text', () => {
  const all = new Intl.Segmenter('en', { granularity: 'grapheme' })
  fc.assert(
    fc.property(oddText, (text) => {
      for (const { index, segment } of all.segment(text))
        for (let at = index; at < index + segment.length; at++)
          expect(graphemeAt(text, at)).toEqual({ start: index, end: index + segment.length })
    }),
  )
})

it('only ever widens, to places between clusters', () => {
  fc.assert(
    fc.property(oddTextAndSpan, ({ text, span }) => {
      const wide = widenToGraphemes(text, span)
      expect(wide.start).toBeLessThanOrEqual(span.start)
      expect(wide.end).toBeGreaterThanOrEqual(span.end)
      expect(isBetweenGraphemes(text, wide.start) && isBetweenGraphemes(text, wide.end)).toBe(true)
    }),
  )
})

it('finds the right flag far into a run of flags longer than it looks at first', () => {
  const text = 'x' + '🇩🇪'.repeat(3000)
  expect(graphemeAt(text, 1 + 4 * 2500 + 2)).toEqual({ start: 10_001, end: 10_005 })
})

it('answers at once in a long text', () => {
  const text = 'One line of a long report, as they come. '.repeat(250_000)
  const started = performance.now()
  for (let i = 0; i < 1000; i++) graphemeAt(text, i * 10_007)
  expect(performance.now() - started).toBeLessThan(2000)
})
