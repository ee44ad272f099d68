import { expect, it } from 'vitest'
import { coefficientInFigures, countInFigures, intervalInFigures, shareInFigures } from './in-figures'

it.each([
  [0.684, '.68'],
  [-0.123, '−.12'],
  [1, '1'],
  [-1, '−1'],
  [0, '0'],
  [0.9962, '> .99'],
  [-0.9999, '< −.99'],
  [0.003, '.00'],
  [0.5, '.50'],
])('says %d as %s', (value, said) => expect(coefficientInFigures(value)).toBe(said))

it('says an interval by its ends, without signs that would be read as comparisons', () => {
  expect(intervalInFigures([0.61, 0.742])).toBe('.61 – .74')
  expect(intervalInFigures([-0.1, 1])).toBe('−.10 – 1')
  expect(intervalInFigures([0.9, 0.999])).toBe('.90 – .99')
})

it('never says all where one is missing, nor none where there is one', () => {
  expect(shareInFigures(0.94)).toBe('94\u202f%')
  expect(shareInFigures(0.9999)).toBe('> 99\u202f%')
  expect(shareInFigures(0.001)).toBe('< 1\u202f%')
  expect(shareInFigures(1)).toBe('100\u202f%')
  expect(shareInFigures(0)).toBe('0\u202f%')
})

it('parts thousands', () => expect(countInFigures(41206)).toBe('41,206'))
