import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { guardCell, unguardCell } from './guard-cell'

it.each([
  '=1+1',
  '+49',
  '-5.2 percent',
  '@home',
  '\tx',
  '\rx',
  '\nx',
  '＝1',
  '＠x',
  '  =1',
  '“-- he said',
  "'=1",
  '\u00a0=1',
])('guards %j', (text) => {
  expect(guardCell(text)).toBe(`'${text}`)
})

it.each(['', 'Ada', 'a = b', '“So”', "'tis", '5-2'])('leaves %j alone', (text) => {
  expect(guardCell(text)).toBe(text)
})

it('can be taken back', () => {
  const text = fc
    .array(fc.constantFrom('=', '-', "'", '"', ' ', 'a', '\n', '“', '＋'))
    .map((some) => some.join(''))
  fc.assert(
    fc.property(text, (original) => {
      expect(unguardCell(guardCell(original))).toBe(original)
    }),
  )
})
