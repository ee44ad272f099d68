import { expect, it } from 'vitest'
import { projectArgument } from './project-argument'

const named = (...argv: string[]) => projectArgument(argv, '/home/ada', true)

it('is the argument after the app, when Electron runs the app from its folder', () => {
  expect(named('electron', '.', 'talks')).toBe('/home/ada/talks')
  expect(named('electron', '.')).toBeNull()
})

it('is the first argument of the packaged app', () => {
  expect(projectArgument(['parley', '/p/talks'], '/', false)).toBe('/p/talks')
  expect(projectArgument(['parley'], '/', false)).toBeNull()
})

it('may stand among flags', () => {
  expect(named('electron', '--no-sandbox', '.', '--user-data-dir=/tmp/u', '/p', '--lang=en')).toBe('/p')
})

it('is not what a test driver loads first', () => {
  expect(named('electron', '-r', '/x/loader.js', '--inspect=0', '.', '/p')).toBe('/p')
})
