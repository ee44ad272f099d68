import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { oddText } from './odd-text.test-data'
import { sentenceAt, sentencesIn } from './sentences'

const sentences = (text: string) =>
  sentencesIn(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end))

it('does not end a sentence at an abbreviation', () => {
  expect(
    sentences('He met U.S. State Department staff. Dr. Ilde and Sen. John W. Gray of No. 5 left.'),
  ).toEqual(['He met U.S. State Department staff.', 'Dr. Ilde and Sen. John W. Gray of No. 5 left.'])
})

it('ends a sentence at an abbreviation where a new one plainly begins', () => {
  expect(sentences('They flew to the U.S. The minister stayed. He said no. Nobody asked.')).toEqual([
    'They flew to the U.S.',
    'The minister stayed.',
    'He said no.',
    'Nobody asked.',
  ])
})

it('keeps a closing quotation mark with its sentence', () => {
  expect(sentences('“Go home.” She did not. “Why?”')).toEqual(['“Go home.”', 'She did not.', '“Why?”'])
})

it('reads across the line breaks of a hard-wrapped paragraph', () => {
  expect(sentences('The road was\nopened on Monday. Nobody\ncame.')).toEqual([
    'The road was\nopened on Monday.',
    'Nobody\ncame.',
  ])
})

it('finds the sentence around an offset, inside its block only', () => {
  const text = 'One here. Two here.\nThree here.'
  const block = { start: 0, end: 19 }
  expect(sentenceAt(text, block, 12)).toEqual({ start: 10, end: 19 })
  expect(sentenceAt(text, block, 9)).toEqual({ start: 0, end: 9 })
  expect(sentenceAt(text, block, 30)).toEqual({ start: 10, end: 19 })
  expect(sentenceAt(' \n ', { start: 0, end: 3 }, 1)).toBeNull()
})

it('covers all but white space, in order', () => {
  fc.assert(
    fc.property(oddText, (text) => {
      let at = 0
      for (const { start, end } of sentencesIn(text, { start: 0, end: text.length })) {
        expect(text.slice(at, start).trim()).toBe('')
        expect(end).toBeGreaterThan(start)
        at = end
      }
      expect(text.slice(at).trim()).toBe('')
    }),
  )
})
