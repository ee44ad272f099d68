import { expect, it } from 'vitest'
import { keysOf } from './keys-of'

const pressed = (key: string, ...held: readonly ('ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey')[]) =>
  keysOf({
    key,
    ctrlKey: held.includes('ctrlKey'),
    metaKey: held.includes('metaKey'),
    altKey: held.includes('altKey'),
    shiftKey: held.includes('shiftKey'),
  })

it('names keys as the table of shortcuts has them', () => {
  expect(pressed('z', 'ctrlKey')).toBe('Ctrl+Z')
  expect(pressed('Z', 'ctrlKey', 'shiftKey')).toBe('Ctrl+Shift+Z')
  expect(pressed('z', 'metaKey')).toBe('Ctrl+Z')
  expect(pressed('F6', 'shiftKey')).toBe('Shift+F6')
})

it('takes a sign as it is, whatever had to be held for it', () => {
  expect(pressed('/', 'shiftKey')).toBe('/')
})
