import { expect, it } from 'vitest'
import { isWhole } from './whole-words'

/** Whether the words in square brackets are whole where they stand. */
function whole(drawing: string): boolean {
  const start = drawing.indexOf('[')
  const end = drawing.indexOf(']') - 1
  return isWhole(drawing.replace(/[[\]]/g, ''), { start, end })
}

it.each([
  ['[Russia]’s army', true],
  ["[Russia]'s army", true],
  ['pro-[Russia]n', false],
  ['pro-[Russia] group', true],
  ['Bela[rus]', false],
  ['_[Russia]', false],
  ['🇷🇺[Russia]🙂', true],
  ['𝐋[Russia]', false],
  ['[cafe]\u0301', false],
  ['[中国]政府', true],
  ['[รัฐบาล]ไทย', true],
  ['[Рубл]ь', false],
  ['ה[ממשלה]', false],
  ['“[ממשלה]”', true],
])('in %s: %s', (drawing, is) => expect(whole(drawing)).toBe(is))
