import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isBetweenGraphemes } from '../../../data/text/graphemes'
import { Passages, passagesIn } from './passages'

const whole = (text: string) => ({ start: 0, end: text.length })

describe('passages', () => {
  it('are paragraphs as a rule', () => {
    const text = `${'word '.repeat(500)}end\nshort`
    const passages = new Passages(text, [
      { start: 0, end: 2503 },
      { start: 2504, end: 2509 },
    ])
    expect(passages.count).toBe(2)
    expect([passages.at(0), passages.at(2503), passages.at(2504)]).toEqual([0, 0, 1])
  })

  it('of a very long paragraph end after a space', () => {
    const text = 'seven letters '.repeat(1000)
    const starts = passagesIn(text, whole(text))
    expect(starts.length).toBeGreaterThan(6)
    for (const start of starts.slice(1)) expect(text.slice(start - 1, start)).toBe(' ')
  })

  it('know where their paragraph begins and ends', () => {
    const text = `short\n${'word '.repeat(1000)}`
    const passages = new Passages(text, [
      { start: 0, end: 5 },
      { start: 6, end: text.length },
    ])
    const [first, last] = passages.of(1)
    expect([passages.span(first).start, passages.span(last).end]).toEqual([6, text.length])
    expect([passages.isPart(0), passages.isPart(first), passages.isPart(last)]).toEqual([false, true, true])
    expect([passages.goesOn(first), passages.goesOn(last)]).toEqual([true, false])
  })

  it('never part a character, whatever the text is, and have none left out', () => {
    const any = fc
      .array(fc.constantFrom('a', ' ', '👨‍👩‍👧', 'é', '한', ' ́', '\n', '\ud83d'), {
        minLength: 10,
        maxLength: 40,
      })
      .map((parts) => parts.join('').repeat(200))
    fc.assert(
      fc.property(any, (text) => {
        const starts = passagesIn(text, whole(text))
        expect(starts[0]).toBe(0)
        for (const [i, start] of starts.entries()) {
          expect(isBetweenGraphemes(text, start)).toBe(true)
          expect((starts[i + 1] ?? text.length) - start).toBeLessThanOrEqual(text.length > 4000 ? 2000 : 4000)
        }
      }),
      { numRuns: 50 },
    )
  })
})
