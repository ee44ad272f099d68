import { describe, expect, it } from 'vitest'
import type { Attribute } from './codebook'
import { neededInWords, valueWritten } from './written-value'

const base = { id: 'a', name: 'A', labels: ['claim'], definition: '' }
const number = (least: number | null, most: number | null, unit = ''): Attribute => ({
  ...base,
  type: 'number',
  least,
  most,
  unit,
})
const date: Attribute = { ...base, type: 'date' }

describe('a number', () => {
  it.each([
    ['40', 40],
    [' 2.5 ', 2.5],
    ['-3', -3],
    ['−3', -3],
    ['40 km', 40],
    ['40km', 40],
    ['101', null],
    ['-11', null],
    ['1e1', null],
    ['0x10', null],
    ['Infinity', null],
    ['four', null],
    ['', null],
    ['km', null],
  ])('“%s” is %s', (words, value) => {
    expect(valueWritten(number(-10, 100, 'km'), words)).toBe(value)
  })

  it.each([
    [number(0, 100, 'km'), 'A number from 0 to 100 is needed, in km, as 12 or 12.5.'],
    [number(0, null), 'A number of 0 or more is needed, as 12 or 12.5.'],
    [number(null, 9), 'A number of 9 or less is needed, as 12 or 12.5.'],
    [number(null, null), 'A number is needed, as 12 or 12.5.'],
  ])('is asked for in a sentence', (attribute, sentence) => {
    expect(neededInWords(attribute)).toBe(sentence)
  })
})

it('takes dates as they are written, and no others', () => {
  expect(valueWritten(date, ' 2031-03 ')).toBe('2031-03')
  expect(valueWritten(date, 'March')).toBeNull()
})
