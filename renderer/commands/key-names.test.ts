import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { capOf, forAria, inSentence, isForFields, isOneLetter, normalised, partsOf } from './key-names'

describe('one way to write keys', () => {
  it.each([
    ['shift+ctrl+z', 'Ctrl+Shift+Z'],
    ['Cmd+K', 'Ctrl+K'],
    [' alt + arrowup ', 'Alt+ArrowUp'],
    ['alt+up', 'Alt+ArrowUp'],
    ['esc', 'Escape'],
    ['+', '+'],
    ['ctrl++', 'Ctrl++'],
    ['Shift+1', 'Shift+1'],
    ['Shift+/', '/'],
    [' ', 'Space'],
    ['я', 'Я'],
    ['ß', 'ß'],
  ])('%j is %s', (written, keys) => {
    expect(normalised(written)).toBe(keys)
  })

  it.each([
    '',
    'Ctrl',
    'Ctrl+',
    'Ctrl+Shift',
    'Hyper+K',
    'Ctrl+Zed',
    'K+Ctrl',
    '\n',
    '\u0000',
    'F99',
    'toString',
  ])('%j names no key', (written) => {
    expect(normalised(written)).toBeNull()
  })

  it('reads what is written in sentences', () => {
    for (const keys of ['Ctrl+Shift+Z', 'Alt+ArrowUp', 'Shift+PageDown', 'Delete', 'ContextMenu', 'Ctrl++'])
      expect([inSentence(keys, false), inSentence(keys, true)].map(normalised)).toEqual([keys, keys])
  })

  it('is the same written again, whatever was given', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((key) => `Ctrl+${key}`),
        ),
        (written) => {
          const keys = normalised(written)
          expect(keys === null || normalised(keys) === keys).toBe(true)
        },
      ),
    )
  })
})

it('parts keys, the plus sign among them', () => {
  expect(partsOf('Ctrl+Shift+Z')).toEqual(['Ctrl', 'Shift', 'Z'])
  expect(partsOf('Ctrl++')).toEqual(['Ctrl', '+'])
  expect(partsOf('+')).toEqual(['+'])
})

it('knows which keys one may press by chance', () => {
  expect(['J', 'Shift+J', '1', '[', '+', 'я'].filter((keys) => !isOneLetter(keys))).toEqual([])
  expect(
    ['Ctrl+J', 'Alt+1', 'F1', 'Escape', 'ArrowUp', 'Delete', 'Space', 'Ctrl++'].filter(isOneLetter),
  ).toEqual([])
})

it('knows what fields need to be written in', () => {
  const theirs = ['J', 'Shift+1', 'Ctrl+C', 'Ctrl+Z', 'Ctrl+Shift+ArrowLeft', 'Enter', 'Space', 'Alt+ArrowUp']
  expect(theirs.filter((keys) => !isForFields(keys))).toEqual([])
  expect(['Ctrl+K', 'F1', 'Ctrl+Shift+P', 'Ctrl++', 'Alt+1'].filter(isForFields)).toEqual([])
})

it('shows what stands on the keys', () => {
  expect(partsOf('Ctrl+Alt+ArrowUp').map((part) => capOf(part, false))).toEqual(['Ctrl', 'Alt', '↑'])
  expect(partsOf('Ctrl+Alt+ArrowUp').map((part) => capOf(part, true))).toEqual(['⌘', '⌥', '↑'])
  expect(inSentence('Ctrl+Delete', false)).toBe('Ctrl+Del')
  expect(inSentence('Ctrl+K', true)).toBe('Cmd+K')
})

it('tells assistive technology in its own words', () => {
  expect(forAria('Ctrl+Shift+Z')).toBe('Control+Shift+Z')
  expect(forAria('Ctrl++')).toBe('Control+Plus')
  expect(forAria('Ctrl+K', true)).toBe('Meta+K')
})
