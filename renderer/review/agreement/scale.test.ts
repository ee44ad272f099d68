import { expect, it } from 'vitest'
import { scaleFor } from './scale'

it('goes from a little below 0 to 1', () => {
  const scale = scaleFor([0.7, 0.9])
  expect([scale.from, scale.to]).toEqual([-0.2, 1])
  expect(scale.ticks.map(({ label }) => label)).toEqual(['−.2', '0', '.5', '.67', '.8', '1'])
  expect(scale.at(-0.2)).toBe(0)
  expect(scale.at(0.4)).toBeCloseTo(0.5)
  expect(scale.at(1)).toBe(1)
})

it.each([
  [-0.19, -0.2],
  [-0.21, -0.6],
  [-0.9, -1],
])('makes room for %d', (lowest, from) => expect(scaleFor([0.5, lowest]).from).toBe(from))

it('keeps what lies outside at the rim', () => expect(scaleFor([-3]).at(-3)).toBe(0))

it('draws the customary lines where they are, not where they are written', () => {
  const customary = scaleFor([]).ticks.filter(({ isCustomary }) => isCustomary)
  expect(customary.map(({ value }) => value)).toEqual([2 / 3, 0.8])
})
