import { expect, it } from 'vitest'
import { settingsIn } from './settings'

it('takes up what it wrote', () => {
  expect(settingsIn('{"libraryShown":false,"libraryWidth":300,"inspectorWidth":null}')).toEqual({
    libraryShown: false,
    libraryWidth: 300,
  })
})

it('leaves out what is none of its settings, or not of their kind', () => {
  expect(settingsIn('{"libraryWidth":"wide","other":1,"inspectorShown":true}')).toEqual({
    inspectorShown: true,
  })
  expect(settingsIn('[1')).toEqual({})
  expect(settingsIn('7')).toEqual({})
  expect(settingsIn(null)).toEqual({})
})
