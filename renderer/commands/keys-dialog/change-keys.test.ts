import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clashesOf, keysGiven, type KeyChoices } from '../key-map'
import type { WindowCommand } from '../window-command'
import { asDelivered, given, removed } from './change-keys'
import { refusal } from './refusal'

const command = (
  id: string,
  keys: readonly string[],
  where: WindowCommand['where'] = 'window',
): WindowCommand => ({
  id,
  name: id,
  group: 'Go',
  keys,
  where,
  run: () => null,
})

const exporting = command('export', ['Ctrl+E'])
const redo = command('redo', ['Ctrl+Shift+Z', 'Ctrl+Y'])
const next = command('next', ['J'])
const commands = [exporting, redo, next]

/** Which keys every command has after that: "export Ctrl+E, redo Ctrl+Shift+Z Ctrl+Y". */
const drawn = (keys: KeyChoices['keys']) =>
  commands.map((each) => [each.id, ...keysGiven(each, { keys })].join(' ')).join(', ')

describe('a command', () => {
  it('gets a key in place of its own', () => {
    expect(drawn(given({}, exporting, 'Ctrl+J', 'instead', commands))).toBe(
      'export Ctrl+J, redo Ctrl+Shift+Z Ctrl+Y, next J',
    )
  })

  it('gets a second key', () => {
    expect(drawn(given({}, exporting, 'Ctrl+J', 'beside', commands))).toBe(
      'export Ctrl+E Ctrl+J, redo Ctrl+Shift+Z Ctrl+Y, next J',
    )
  })

  it('takes its key from the one that had it, which keeps its others', () => {
    expect(drawn(given({}, exporting, 'Ctrl+Y', 'instead', commands))).toBe(
      'export Ctrl+Y, redo Ctrl+Shift+Z, next J',
    )
  })

  it('can be left without a key', () => {
    expect(drawn(removed({}, next, 'J'))).toBe('export Ctrl+E, redo Ctrl+Shift+Z Ctrl+Y, next')
  })

  it('gets back what it came with, from whoever has it now', () => {
    const taken = given({}, exporting, 'J', 'instead', commands)
    expect(drawn(taken)).toBe('export J, redo Ctrl+Shift+Z Ctrl+Y, next')
    expect(drawn(asDelivered(taken, next, commands))).toBe('export, redo Ctrl+Shift+Z Ctrl+Y, next J')
  })

  it('is not kept when it has what it came with', () => {
    const there = given({}, exporting, 'Ctrl+J', 'instead', commands)
    expect(given(there, exporting, 'Ctrl+E', 'instead', commands)).toEqual({})
  })
})

it('never leaves two commands with one key, whatever is given to whom', () => {
  const step = fc.record({
    to: fc.constantFrom(...commands),
    keys: fc.constantFrom('Ctrl+E', 'Ctrl+Y', 'J', 'F4'),
    how: fc.constantFrom('instead' as const, 'beside' as const, 'back' as const),
  })
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const all = steps.reduce<KeyChoices['keys']>(
        (keys, { to, keys: pressed, how }) =>
          how === 'back' ? asDelivered(keys, to, commands) : given(keys, to, pressed, how, commands),
        {},
      )
      const choices = { keys: all, letterKeys: true }
      for (const each of commands)
        for (const keys of keysGiven(each, choices))
          expect(clashesOf(each, keys, commands, choices)).toEqual([])
    }),
  )
})

describe('keys that others need', () => {
  it.each([
    ['Ctrl+C', 'Ctrl+C copies.'],
    ['Tab', 'Tab goes from one control to the next.'],
    ['F10', 'F10 opens the menu.'],
    ['Ctrl+Q', 'Ctrl+Q ends the program.'],
    ['Enter', 'Enter is needed in lists, buttons and fields.'],
    ['Shift+ArrowUp', '↑ is needed in lists, buttons and fields.'],
  ])('%s is refused: %s', (keys, why) => {
    expect(refusal(keys, exporting, false)).toBe(why)
  })

  it('but for those that a command came with, and in the article', () => {
    expect(refusal('Escape', command('leave', ['Escape'], 'reader'), false)).toBeNull()
    expect(refusal('Enter', command('select', [], 'reader'), false)).toBeNull()
    expect(refusal('Ctrl+J', exporting, false)).toBeNull()
  })
})
