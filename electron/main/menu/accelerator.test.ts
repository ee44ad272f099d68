import { expect, it } from 'vitest'
import { acceleratorOf } from './accelerator'

it.each([
  ['Ctrl+Shift+Z', 'CmdOrCtrl+Shift+Z'],
  ['Alt+ArrowUp', 'Alt+Up'],
  ['Ctrl++', 'CmdOrCtrl+Plus'],
  ['F1', 'F1'],
  ['/', '/'],
])('shows %s as %s', (keys, shown) => {
  expect(acceleratorOf(keys)).toBe(shown)
})

it.each([undefined, '', 'Ctrl', 'Ctrl+Я', 'Ctrl+Foo', 'Hyper+K', 'Ctrl+Z\n'])(
  'shows nothing for %j',
  (keys) => {
    expect(acceleratorOf(keys)).toBeUndefined()
  },
)
