import { expect, it } from 'vitest'
import { afterKey, fitting, isInside, justOne, placesIn, type Stretch } from './stretch'

const size = { rows: 30, columns: 3 }
const press = (stretch: Stretch, keys: string): Stretch =>
  keys.split(' ').reduce((now, name) => {
    const [key = '', ...held] = name.split('+').toReversed()
    const pressed = { key, shiftKey: held.includes('Shift'), ctrlKey: held.includes('Ctrl'), metaKey: false }
    return afterKey(now, pressed, size) ?? now
  }, stretch)

it.each([
  ['ArrowDown ArrowRight', 1, 1],
  ['ArrowUp ArrowLeft', 0, 0],
  ['PageDown End', 10, 2],
  ['Ctrl+End', 29, 2],
  ['Ctrl+End PageUp Home', 19, 0],
  ['Ctrl+End Ctrl+Home', 0, 0],
  ['x', 0, 0],
])('%s leads to row %i, column %i', (keys, row, column) => {
  expect(press(justOne, keys)).toEqual({ at: { row, column }, from: { row, column } })
})

it('grows with Shift, back over where it started, and is one cell again without', () => {
  const grown = press(justOne, 'ArrowDown Shift+ArrowDown Shift+ArrowRight')
  expect(placesIn(grown).map(({ row, column }) => `${row}${column}`)).toEqual(['10', '11', '20', '21'])
  expect(isInside(grown, { row: 2, column: 0 })).toBe(true)
  expect(isInside(grown, { row: 0, column: 0 })).toBe(false)
  const back = press(grown, 'Shift+ArrowUp Shift+ArrowUp')
  expect(placesIn(back).map(({ row, column }) => `${row}${column}`)).toEqual(['00', '01', '10', '11'])
  expect(placesIn(press(back, 'ArrowLeft'))).toHaveLength(1)
})

it('stays inside a matrix that became smaller', () => {
  const all = press(justOne, 'Ctrl+Shift+End')
  expect(fitting(all, { rows: 2, columns: 1 }).at).toEqual({ row: 1, column: 0 })
  expect(fitting(all, { rows: 0, columns: 1 }).at).toEqual({ row: 0, column: 0 })
})
