import { describe, expect, it } from 'vitest'
import { pressed, type Press } from './keys-of'

type Held = 'Ctrl' | 'Meta' | 'Alt' | 'Shift' | 'AltGr'

/** A key that types `key` and stands where `code` is on an American keyboard. */
const press = (key: string, code: string, ...held: readonly Held[]): Press => ({
  key,
  code,
  isComposing: false,
  // Windows says that Ctrl and Alt are held with AltGr.
  ctrlKey: held.includes('Ctrl') || held.includes('AltGr'),
  metaKey: held.includes('Meta'),
  altKey: held.includes('Alt') || held.includes('AltGr'),
  shiftKey: held.includes('Shift'),
  getModifierState: (name) => name === 'AltGraph' && held.includes('AltGr'),
})

it.each([
  ['Ctrl+Z', press('z', 'KeyZ', 'Ctrl')],
  ['Ctrl+Shift+Z', press('Z', 'KeyZ', 'Ctrl', 'Shift')],
  ['Shift+F6', press('F6', 'F6', 'Shift')],
  ['Shift+N', press('N', 'KeyN', 'Shift')],
  ['Alt+ArrowUp', press('ArrowUp', 'ArrowUp', 'Alt')],
  ['Space', press(' ', 'Space')],
  ['Ctrl++', press('+', 'NumpadAdd', 'Ctrl')],
])('names %s as commands have it', (keys, event) => {
  expect(pressed(event, false)).toEqual([keys])
})

it('takes the command key of a Mac as Ctrl', () => {
  expect(pressed(press('z', 'KeyZ', 'Meta'), true)).toEqual(['Ctrl+Z'])
})

it('takes a sign as it is, whatever had to be held for it', () => {
  expect(pressed(press('/', 'Slash'), false)).toEqual(['/'])
  expect(pressed(press('/', 'Digit7', 'Shift'), false)[0]).toBe('/')
  expect(pressed(press('[', 'Digit8', 'AltGr'), false)[0]).toBe('[')
  expect(pressed(press('[', 'Digit5', 'Alt'), true)).toContain('[')
})

describe('the row of digits', () => {
  it.each([
    ['types digits on an American keyboard', press('1', 'Digit1'), ['1']],
    ['shows and hides with Shift there', press('!', 'Digit1', 'Shift'), ['!', 'Shift+1']],
    ['gives the digits without Shift on a French one', press('&', 'Digit1'), ['&', '1']],
    ['types them there with Shift', press('1', 'Digit1', 'Shift'), ['1', 'Shift+1']],
    [
      'counts with Alt on a Mac, where that types a sign',
      press('¡', 'Digit1', 'Alt'),
      ['Alt+¡', 'Alt+1', '¡'],
    ],
  ])('%s', (name, event, keys) => {
    expect(pressed(event, name.includes('Mac'))).toEqual(keys)
  })
})

it('knows a key that types another script by its place', () => {
  expect(pressed(press('я', 'KeyZ', 'Ctrl'), false)).toEqual(['Ctrl+Я', 'Ctrl+Z'])
  expect(pressed(press('х', 'BracketLeft'), false)).toEqual(['Х', '['])
  expect(pressed(press('Э', 'Quote', 'Shift'), false)).toEqual(['Shift+Э', '"'])
})

it('leaves Latin letters where the layout has them', () => {
  expect(pressed(press('q', 'KeyA'), false)).toEqual(['Q'])
  expect(pressed(press('ö', 'Semicolon'), false)).toEqual(['Ö'])
})

it('hears nothing while keys are only held, or a character is being put together', () => {
  expect(pressed(press('Control', 'ControlLeft', 'Ctrl'), false)).toEqual([])
  expect(pressed(press('Dead', 'Quote'), false)).toEqual([])
  expect(pressed(press('Process', 'KeyK'), false)).toEqual([])
  expect(pressed({ ...press('k', 'KeyK'), isComposing: true }, false)).toEqual([])
})
