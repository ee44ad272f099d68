import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clausesIn } from './clauses'
import { isBetweenGraphemes } from './graphemes'
import { oddText } from './odd-text.test-data'
import { sentencesIn } from './sentences'

/** The clauses of one sentence, drawn with bars between them. */
const clauses = (sentence: string) =>
  clausesIn(sentence, { start: 0, end: sentence.length })
    .map(({ start, end }) => sentence.slice(start, end))
    .join(' | ')

describe('the clauses of a sentence', () => {
  it.each([
    ['If he stays, the talks end.', 'If he stays | the talks end'],
    ['“We will go,” the envoy said.', 'We will go | the envoy said'],
    ['She left; he stayed: nobody asked.', 'She left | he stayed | nobody asked'],
    ['The road – closed since May — is open.', 'The road | closed since May | is open'],
    ['The envoy (he had flown in) signed.', 'The envoy | he had flown in | signed'],
    ['He called it ‘a farce’ and left.', 'He called it | a farce | and left'],
    ['The ministers’ staff didn’t know.', 'The ministers’ staff didn’t know'],
    ['Some 1,200 voted 3:1, or about that.', 'Some 1,200 voted 3:1 | or about that'],
    ['On February 26, 2013, they met.', 'On February 26, 2013 | they met'],
    ['Martin King, Jr., spoke.', 'Martin King, Jr | spoke'],
    ['They met in Geneva, Switzerland.', 'They met in Geneva | Switzerland'],
    [
      'The war of 2011–2013 and the so-called truce held.',
      'The war of 2011–2013 and the so-called truce held',
    ],
    ['He read http://example.org/a,b and wept.', 'He read http://example.org/a,b and wept'],
    ['She flew to the U.S.', 'She flew to the U.S.'],
    ['„Nein“, sagte er, «jamais».', 'Nein | sagte er | jamais'],
    ['“…”', '“…”'],
  ])('of %s', (sentence, expected) => {
    expect(clauses(sentence)).toBe(expected)
  })
})

it('covers a sentence but for marks and white space, in order, and cuts no cluster', () => {
  fc.assert(
    fc.property(oddText, (text) => {
      for (const sentence of sentencesIn(text, { start: 0, end: text.length })) {
        let at = sentence.start
        for (const { start, end } of clausesIn(text, sentence)) {
          expect(start).toBeGreaterThanOrEqual(at)
          expect(end).toBeGreaterThan(start)
          expect(text.slice(at, start)).not.toMatch(/[\p{L}\p{N}]/u)
          expect(isBetweenGraphemes(text, start) && isBetweenGraphemes(text, end)).toBe(true)
          at = end
        }
        expect(at).toBeLessThanOrEqual(sentence.end)
        expect(text.slice(at, sentence.end)).not.toMatch(/[\p{L}\p{N}]/u)
      }
    }),
    { numRuns: 500 },
  )
})
