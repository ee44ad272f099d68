import { describe, expect, it } from 'vitest'
import { dateAt, dateInFileName, isoOf, yearFrom } from './dates'

describe('a date in a text', () => {
  it.each([
    ['2031-03-12', '2031-03-12'],
    ['March 12, 2031', '2031-03-12'],
    ['Mar. 12 2031', '2031-03-12'],
    ['12 March 2031', '2031-03-12'],
    ['12th March, 2031', '2031-03-12'],
    ['3. November 2031', '2031-11-03'],
    ['3.11.2031', '2031-11-03'],
    ['1er août 2031', '2031-08-01'],
    ['5 de mayo de 2031', '2031-05-05'],
    ['Tuesday, Feb 26, 2013', '2013-02-26'],
  ])('is read: %s', (text, iso) => {
    const date = dateAt(`(${text})`, 1)
    expect(date && [isoOf(date), date.length]).toEqual([iso, text.length])
  })

  it.each(['February 30, 2031', '3/4/2031', '2031-13-01', 'Maybe 12', '12 men', 'March', '11:30'])(
    'is not guessed at: %s',
    (text) => expect(dateAt(text, 0)).toBeNull(),
  )

  it('may leave the year out, which a day near it then gives', () => {
    const date = dateAt('Dec 31', 0)!
    expect(isoOf(date)).toBeNull()
    expect(yearFrom(date, '2031-01-01')).toBe('2030-12-31')
    expect(yearFrom(date, '2031-12-31T19:05')).toBe('2031-12-31')
    expect(yearFrom(date, '2031-06-01')).toBeNull()
  })
})

it.each([
  ['2031-03-12 talks.txt', '2031-03-12'],
  ['talks_20310312.txt', '2031-03-12'],
  ['2031.03.12.txt', '2031-03-12'],
  ['000_f62074520046ecda.txt', null],
  ['talks-120310312.txt', null],
  ['20311312.txt', null],
  ['2031-0312.txt', null],
])('reads the date in the file name %s', (name, date) => {
  expect(dateInFileName(name)).toBe(date)
})
