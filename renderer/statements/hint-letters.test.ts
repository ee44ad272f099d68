import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hintKey, hintLetters, MOST_HINTS } from './hint-letters'

it('gives the letters under the resting fingers first', () => {
  expect(hintLetters(9).join('')).toBe('fjdkslagh')
})

it('keeps one letter for the nearest when two are needed', () => {
  const hints = hintLetters(30)
  expect(hints.slice(0, 3)).toEqual(['f', 'j', 'd'])
  expect(hints.slice(-5)).toEqual(['bf', 'bj', 'bd', 'bk', 'bs'])
})

it('reads the key of another script by its place on the keyboard', () => {
  expect(hintKey({ key: 'а', code: 'KeyF' })).toBe('f')
  expect(hintKey({ key: 'F', code: 'KeyF' })).toBe('f')
  expect(hintKey({ key: 'f', code: 'KeyU' })).toBe('f')
  expect(hintKey({ key: 'Escape', code: 'Escape' })).toBeNull()
})

describe('however many there are', () => {
  const counts = fc.integer({ min: 0, max: MOST_HINTS + 50 })

  it('each has its own letters, one or two, and none is the beginning of another', () => {
    fc.assert(
      fc.property(counts, (count) => {
        const hints = hintLetters(count)
        expect(hints).toHaveLength(Math.min(count, MOST_HINTS))
        expect(new Set(hints).size).toBe(hints.length)
        const single = new Set(hints.filter((hint) => hint.length === 1))
        for (const hint of hints) {
          expect(hint).toMatch(/^[a-z]{1,2}$/)
          if (hint.length === 2) expect(single.has(hint[0]!)).toBe(false)
        }
      }),
    )
  })

  it('the nearer never needs more letters than the farther, and as few as can be have two', () => {
    fc.assert(
      fc.property(counts, (count) => {
        const lengths = hintLetters(count).map((hint) => hint.length)
        expect(lengths).toEqual(lengths.toSorted((a, b) => a - b))
        const leading = new Set(
          hintLetters(count)
            .filter((hint) => hint.length === 2)
            .map((hint) => hint[0]),
        ).size
        // One leading letter less would not have been enough.
        if (leading > 0) expect(27 - leading + (leading - 1) * 26).toBeLessThan(Math.min(count, MOST_HINTS))
      }),
    )
  })
})
