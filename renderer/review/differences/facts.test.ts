import { expect, it } from 'vitest'
import { byValue } from './facts'

it('names each value once, with everybody who says it', () => {
  expect(byValue(['Actor', null, 'Position', 'Actor', '', null])).toEqual([
    { value: 'Actor', places: [0, 3] },
    { value: null, places: [1, 5] },
    { value: 'Position', places: [2] },
    { value: '', places: [4] },
  ])
})
