import { describe, expect, it } from 'vitest'
import { mayLoad } from './refuse-network'

const elsewhere = [
  'https://example.com/',
  'http://127.0.0.1:8080/canary',
  'ws://127.0.0.1/',
  'ftp://example.com/a',
  'file:///etc/passwd',
  'app://parley.example.com/x',
  'app://other/index.html',
  'data:text/html,x',
  'blob:app://parley/1',
  'chrome://version',
  'chrome-extension://abc/x.js',
  'not a url',
  '',
]

it('loads what is in the app', () => {
  expect(mayLoad('app://parley/assets/index.js', null)).toBe(true)
})

it.each([...elsewhere, 'http://localhost:5173/main.tsx', 'devtools://devtools/x.html'])(
  'does not load %j',
  (url) => {
    expect(mayLoad(url, null)).toBe(false)
  },
)

describe('while Vite serves the page', () => {
  const served = 'http://localhost:5173'

  it.each(['http://localhost:5173/main.tsx', 'ws://localhost:5173/?token=1', 'devtools://devtools/x.html'])(
    'loads %s',
    (url) => {
      expect(mayLoad(url, served)).toBe(true)
    },
  )

  it.each(elsewhere)('still does not load %j', (url) => {
    expect(mayLoad(url, served)).toBe(false)
  })
})
