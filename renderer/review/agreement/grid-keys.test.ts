import { expect, it } from 'vitest'
import { movedIn } from './grid-keys'

/** Goes from `@` by keys through a drawn grid, in which one can stand on every `o`; gives where one is then. */
function walk(drawing: string, ...keys: string[]): string {
  const grid = drawing.split('/').map((line) => [...line])
  const row = grid.findIndex((line) => line.includes('@'))
  let at = { row, column: grid[row]!.indexOf('@') }
  const isThere = (place: typeof at) => grid[place.row]![place.column] !== '.'
  for (const key of keys) at = movedIn(key, at, grid.length, grid[0]!.length, isThere) ?? at
  return `${at.row} ${at.column}`
}

it('goes by arrows, over what cannot be reached', () => {
  expect(walk('@oo/ooo', 'ArrowRight', 'ArrowDown')).toBe('1 1')
  expect(walk('@.o/ooo', 'ArrowRight')).toBe('0 2')
  expect(walk('@/./o', 'ArrowDown')).toBe('2 0')
})

it('stays where nothing more is in that direction', () => {
  expect(walk('@o/oo', 'ArrowUp', 'ArrowLeft')).toBe('0 0')
  expect(walk('o@./oo.', 'ArrowRight')).toBe('0 1')
})

it('goes to the ends of the row', () => {
  expect(walk('.o@oo.', 'Home')).toBe('0 1')
  expect(walk('.o@oo.', 'End')).toBe('0 4')
})
