import { expect, it } from 'vitest'
import { dayOf, exactly, fieldValueOf, momentInWords, momentOfField, timeOf, whenInWords } from './when'

/** Wednesday 12 March 2031, five past two in the afternoon, wherever the test runs. */
const at = new Date(2031, 2, 12, 14, 5, 9, 120).toISOString()
const on = (day: number, year = 2031) => new Date(year, 2, day, 0, 30)

it('names a time by the day it is seen from', () => {
  expect(whenInWords(at, on(12))).toBe('today 14:05')
  expect(whenInWords(at, on(13))).toBe('yesterday 14:05')
  expect(whenInWords(at, on(14))).toBe('12 March, 14:05')
  expect(whenInWords(at, on(12, 2032))).toBe('12 March 2031, 14:05')
})

it('heads a day', () => {
  expect(dayOf(at, on(12))).toBe('Today')
  expect(dayOf(at, on(13))).toBe('Yesterday')
  expect(dayOf(at, on(20))).toBe('Wednesday 12 March')
  expect(dayOf(at, on(20, 2033))).toBe('Wednesday 12 March 2031')
})

it('gives the whole of it where that is asked for', () => {
  expect(timeOf(at)).toBe('14:05')
  expect(momentInWords(at)).toBe('12 March 2031, 14:05')
  expect(exactly(at)).toBe('Wednesday 12 March 2031, 14:05:09')
})

it('goes into a field and back, and then means all of its second', () => {
  expect(fieldValueOf(at)).toBe('2031-03-12 14:05:09')
  expect(momentOfField(fieldValueOf(at))).toBe(new Date(2031, 2, 12, 14, 5, 9, 999).toISOString())
})

it('means all of the day, the month or the minute that was typed', () => {
  const lastOf = (typed: string) => momentOfField(typed)
  expect(lastOf('2031-03-12')).toBe(new Date(2031, 2, 12, 23, 59, 59, 999).toISOString())
  expect(lastOf(' 2031-3-12  9:05 ')).toBe(new Date(2031, 2, 12, 9, 5, 59, 999).toISOString())
  expect(lastOf('2031-03-12T14:05')).toBe(new Date(2031, 2, 12, 14, 5, 59, 999).toISOString())
  expect(lastOf('2031-02')).toBe(new Date(2031, 1, 28, 23, 59, 59, 999).toISOString())
})

it.each([
  '',
  'soon',
  '2031-02-30',
  '2031-13',
  '2031-03 14:05',
  '2031-03-12 24:00',
  '2031-03-12 14:60',
  '12/3/2031',
])('names no moment by %j', (typed) => expect(momentOfField(typed)).toBeNull())

it('leaves what is no time as it is', () => {
  expect([whenInWords('soon'), dayOf('soon'), exactly('soon'), fieldValueOf('soon')]).toEqual([
    'soon',
    'soon',
    'soon',
    '',
  ])
})
