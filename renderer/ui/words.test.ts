import { describe, expect, it } from 'vitest'
import { counted, dateInWords, dayInWords, languageInWords, shortDate } from './words'

describe('dates', () => {
  it('names the day that the outlet wrote, wherever the reader is', () => {
    expect(dayInWords('2031-03-12T23:40:00-08:00', 2031)).toBe('Wednesday 12 March')
    expect(dayInWords('2031-03-12', 2032)).toBe('Wednesday 12 March 2031')
  })

  it('keeps the time as it was written', () => {
    expect(dateInWords('2031-03-12T16:40:00+01:00')).toBe('12 March 2031, 16:40')
    expect(dateInWords('2031-03-12')).toBe('12 March 2031')
    expect(shortDate('2031-03-12T16:40Z')).toBe('12 Mar 2031')
  })

  it('shows what is no date as it stands', () => {
    expect(dateInWords('last spring')).toBe('last spring')
    expect(dayInWords('2031-99-12', 2031)).toBe('2031-99-12')
  })
})

it('counts one and many', () => {
  expect(counted(1, 'tag')).toBe('1 tag')
  expect(counted(1204, 'tag')).toBe('1,204 tags')
})

it('names languages, and leaves what names none', () => {
  expect(languageInWords('ru')).toBe('Russian')
  expect(languageInWords('not a tag')).toBe('not a tag')
})
