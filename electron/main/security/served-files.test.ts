import { expect, it } from 'vitest'
import { servedFiles } from './served-files'

const served = servedFiles('/app/renderer', [
  'index.html',
  'assets/index-abc.js',
  'assets\\index-abc.css',
  'assets/index-abc.js.map',
  'notes.txt',
])

it('serves what was built, by the path in its URL', () => {
  expect([...served.keys()]).toEqual(['/index.html', '/assets/index-abc.js', '/assets/index-abc.css'])
  expect(served.get('/index.html')).toEqual({
    path: '/app/renderer/index.html',
    type: 'text/html; charset=utf-8',
  })
})

it.each([
  '/../../etc/passwd',
  '/%2e%2e/%2e%2e/etc/passwd',
  '/assets/..%5c..%5cindex.html',
  '/assets/../index.html.map',
  '/C:/Windows/win.ini',
  '//server/share/x.js',
  '/INDEX.HTML',
  '/index.html/',
  '/',
  '/__proto__',
  '/assets/index-abc.js.map',
])('knows nothing at %s', (path) => {
  // As a browser would write it.
  expect(served.get(new URL(`app://parley${path}`).pathname)).toBeUndefined()
})
