import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block } from '../model/article'
import { namesIn } from './names'
import { oddText } from './odd-text.test-data'

const paragraph = (text: string, type: Block['type'] = 'paragraph'): Block => ({
  type,
  start: 0,
  end: text.length,
})
const names = (text: string) =>
  namesIn(text, [paragraph(text)]).map(({ start, end }) => text.slice(start, end))

describe('the names of a report', () => {
  it.each([
    [
      'He told Russian Foreign Minister Sergei Lavrov about Bashar al-Assad’s fate.',
      ['Russian Foreign Minister Sergei Lavrov', 'Bashar al-Assad'],
    ],
    ['She met U.S. Secretary of State John W. Kerry.', ['U.S. Secretary of State John W. Kerry']],
    [
      'They saw Ban Ki-moon, Ursula von der Leyen and Conan O’Brien.',
      ['Ban Ki-moon', 'Ursula von der Leyen', 'Conan O’Brien'],
    ],
    ['He left Berlin on Tuesday, February 26.', ['Berlin']],
    ['The crews met. Mediators came.', []],
    ['Sergei Lavrov said no.', ['Sergei Lavrov']],
    ['After talks, Lavrov left. Lavrov said no.', ['Lavrov', 'Lavrov']],
    ['He said: “Nobody came to Dalmere.”', ['Dalmere']],
    ['Moscow’s top diplomat met the EU. He left Moscow.', ['Moscow', 'EU', 'Moscow']],
    ['Russia said no.', []],
    ['The envoys of Russia said no. Russia left.', ['Russia', 'Russia']],
  ])('of %s', (text, expected) => {
    expect(names(text)).toEqual(expected)
  })

  it('are in a headline only those that the report has inside its sentences', () => {
    const headline = 'Lavrov Says Talks Go On'
    const text = `${headline}\nHe met Lavrov on Monday.`
    const blocks: Block[] = [
      { type: 'headline', start: 0, end: headline.length },
      { type: 'paragraph', start: headline.length + 1, end: text.length },
    ]
    expect(namesIn(text, blocks).map(({ start, end }) => text.slice(start, end))).toEqual([
      'Lavrov',
      'Lavrov',
    ])
  })

  it('are not those of bylines, datelines and what the outlet adds', () => {
    const text = 'By Ada Quill'
    expect(namesIn(text, [paragraph(text, 'byline')])).toEqual([])
  })
})

it('lies in text order and holds words with capitals, in any text', () => {
  fc.assert(
    fc.property(oddText, (text) => {
      let at = 0
      for (const { start, end } of namesIn(text, [paragraph(text)])) {
        expect(start).toBeGreaterThanOrEqual(at)
        expect(text.slice(start, end)).toMatch(/\p{Lu}/u)
        at = end
      }
    }),
  )
})
