import { expect, it } from 'vitest'
import { daysInWords, dayTyped, shortDay } from './days'

it.each([
  ['2031-03-12', '12 Mar'],
  ['2031-03-12T16:40:00+01:00', '12 Mar'],
  ['2030-12-01', '1 Dec 2030'],
  ['2031-03', 'Mar 2031'],
  ['2031', '2031'],
  ['in spring', 'in spring'],
])('in 2031 %s is %s', (written, words) => {
  expect(shortDay(written, 2031)).toBe(words)
})

it.each([
  ['2031-02-21', '2031-03-12', '21 Feb – 12 Mar'],
  ['2030-02-21', '2030-03-12', '21 Feb – 12 Mar 2030'],
  ['2030-12-21', '2031-03-12', '21 Dec 2030 – 12 Mar'],
  ['2031-03-12', '2031-03-12', '12 Mar'],
  ['2031-03-12', null, 'from 12 Mar'],
  [null, '2031-03-12', 'up to 12 Mar'],
])('in 2031 %s to %s is %s', (from, to, words) => {
  expect(daysInWords(from, to, 2031)).toBe(words)
})

it.each([
  ['2031', '2031-01-01', '2031-12-31'],
  ['2031-02', '2031-02-01', '2031-02-28'],
  ['2032-2', '2032-02-01', '2032-02-29'],
  [' 2031-3-9 ', '2031-03-09', '2031-03-09'],
  ['2031-02-30', null, null],
  ['2031-13', null, null],
  ['yesterday', null, null],
  ['', null, null],
])('%j is from %s up to %s', (typed, from, to) => {
  expect([dayTyped(typed, 'from'), dayTyped(typed, 'to')]).toEqual([from, to])
})
