import { expect, it } from 'vitest'
import { appPage, originOf, pageUrl } from './origin'

const served = { ELECTRON_RENDERER_URL: 'http://localhost:5173' }

it('loads the page from Vite only while the app is being worked on', () => {
  expect(pageUrl(served, false)).toBe('http://localhost:5173')
  expect(pageUrl(served, true)).toBe(appPage)
  expect(pageUrl({}, false)).toBe(appPage)
})

it.each([
  ['app://parley/index.html', 'app://parley'],
  ['app://parley.evil/index.html', 'app://parley.evil'],
  ['app://evil@parley/index.html', 'app://parley'],
  ['http://localhost:5173/x', 'http://localhost:5173'],
  ['about:blank', 'about://'],
  ['', ''],
])('knows the origin of %j', (url, origin) => {
  expect(originOf(url)).toBe(origin)
})
