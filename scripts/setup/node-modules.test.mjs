import { expect, it } from 'vitest'
import { sameLock } from './node-modules.mjs'

const vite = { version: '8.3.8', integrity: 'sha512-a' }
const lock = {
  '': { name: 'parley' },
  'node_modules/vite': vite,
  'node_modules/fsevents': { version: '2.3.3', integrity: 'sha512-b', optional: true },
}

it('is content without the optional packages of other systems', () => {
  expect(sameLock(lock, { 'node_modules/vite': vite })).toBe(true)
})

it.each([
  ['a package is missing', {}],
  ['a package has another version', { 'node_modules/vite': { ...vite, version: '8.0.0' } }],
  ['a package has other content', { 'node_modules/vite': { ...vite, integrity: 'sha512-z' } }],
  ['there is one too many', { 'node_modules/vite': vite, 'node_modules/left-pad': vite }],
])('asks for an installation when %s', (_, installed) => {
  expect(sameLock(lock, installed)).toBe(false)
})
