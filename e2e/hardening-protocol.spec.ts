import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { HostileParley } from './hostile/hostile-parley'

/** So that the page itself can ask for anything, as a script of its own could not. */
const askable = { 'codeCache: true': 'codeCache: true, supportFetchAPI: true' } as const

let parley: HostileParley

test.afterEach(async () => parley.end())

/** Ways to something that was not built for the page. */
const elsewhere = [
  '/',
  '/index',
  '/INDEX.HTML',
  '/index.html/',
  '/index.html/..%2f..%2fmain/index.js',
  '/../main/index.js',
  '/../../package.json',
  '/%2e%2e/main/index.js',
  '/%2E%2E%2Fmain/index.js',
  '/..%2fmain%2findex.js',
  '/..%5cmain%5cindex.js',
  '/..\\main\\index.js',
  '/assets/..%2f..%2fmain/index.js',
  '/assets/..%5c..%5cmain%5cindex.js',
  '/assets/%2e%2e/%2e%2e/main/index.js',
  '/assets/....//....//main/index.js',
  '/assets/..;/main/index.js',
  '/%252e%252e/main/index.js',
  '/%252e%252e%252fmain%252findex.js',
  '/%c0%ae%c0%ae/main/index.js',
  '/%uff0e%uff0e/main/index.js',
  '/\u{ff0e}\u{ff0e}/main/index.js',
  '/index.html%00',
  '/%00/index.html',
  '/index.html%00.js',
  '/index.html%20',
  '/index.html.',
  '/index.html::$DATA',
  '/C:/Windows/win.ini',
  '/C%3A%5CWindows%5Cwin.ini',
  '//etc/passwd',
  '//server/share/file',
  '/etc/passwd',
  '/file:///etc/passwd',
  '/secret.txt',
  '/assets/secret.txt',
  '/assets',
  '/assets/',
  '/__proto__',
  '/constructor',
  '/hasOwnProperty',
  '/get',
].map((path) => `app://parley${path}`)

const otherHosts = [
  'app://bundle/index.html',
  'app://parley.example/index.html',
  'app://sub.parley/index.html',
  'app://localhost/index.html',
  'app:///index.html',
  'app://parley%2eexample/index.html',
  'app://127.0.0.1/index.html',
]

/** What the page gets when it asks: the status, or 'refused'. With the text, where there is one. */
const ask = (urls: readonly string[], method = 'GET') =>
  parley.page.evaluate(
    async ({ all, how }) => {
      const answers: { url: string; status: number | 'refused'; text: string }[] = []
      for (const url of all)
        answers.push(
          await fetch(url, { method: how }).then(
            async (answer) => ({ url, status: answer.status, text: await answer.text() }),
            () => ({ url, status: 'refused' as const, text: '' }),
          ),
        )
      return answers
    },
    { all: urls, how: method },
  )

test('the page gets the files that were built for it and nothing else, however it asks', async () => {
  parley = await HostileParley.start({ withoutPolicy: true, changes: askable })
  parley.desk.write('app/out/renderer/secret.txt', 'a secret')
  parley.desk.write('app/out/renderer/assets/secret.txt', 'a secret')
  const [index] = await ask(['app://parley/index.html'])
  expect(index).toMatchObject({ status: 200, text: expect.stringContaining('<div id="root">') })

  for (const { url, status, text } of await ask([...elsewhere, ...otherHosts])) {
    // Chromium itself takes the points out of some of these paths, and then it is a file of the page that is asked for.
    expect(text, url).not.toMatch(/secret|root:|createRequire|import \{|"dependencies"/)
    expect([404, 'refused'], `${url}: ${status}`).toContain(status)
  }
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH'])
    for (const { status } of await ask(['app://parley/index.html'], method)) expect(status).not.toBe(200)
})

test('the program itself gets no more by that protocol', async () => {
  parley = await HostileParley.start()
  const answers = await parley.app.evaluate(async ({ session }, urls) => {
    const found: string[] = []
    for (const url of urls) {
      const status = await session.defaultSession.fetch(url).then(
        (answer) => answer.status,
        () => 404,
      )
      if (status !== 404) found.push(`${url}: ${status}`)
    }
    return found
  }, elsewhere.concat(otherHosts))
  expect(answers).toEqual([])
})

test('every file comes as what it is, and the page with its walls', async () => {
  parley = await HostileParley.start()
  const script = /assets\/index-[\w-]+\.js/.exec(
    readFileSync(parley.desk.path('app/out/renderer/index.html'), 'utf8'),
  )![0]
  const headers = await parley.app.evaluate(
    async ({ session }, urls) =>
      Promise.all(
        urls.map(async (url) =>
          Object.fromEntries((await session.defaultSession.fetch(url)).headers.entries()),
        ),
      ),
    ['app://parley/index.html', `app://parley/${script}`],
  )
  const all = {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
  }
  expect(headers[0]).toMatchObject({
    ...all,
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': expect.stringContaining(`default-src 'none'; script-src 'self';`),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
    'permissions-policy': expect.stringContaining('camera=()'),
  })
  expect(headers[1]).toMatchObject({ ...all, 'content-type': 'text/javascript; charset=utf-8' })
})

test('the nonce is another one for every load', async () => {
  parley = await HostileParley.start()
  const nonces = await parley.app.evaluate(async ({ session }) => {
    const found: (string | undefined)[] = []
    for (let i = 0; i < 20; i++) {
      const answer = await session.defaultSession.fetch('app://parley/index.html')
      const inHeader = /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1]
      const inPage = /csp-nonce" content="([^"]+)"/.exec(await answer.text())?.[1]
      found.push(inHeader === inPage ? inHeader : undefined)
    }
    return found
  })
  expect(new Set(nonces).size).toBe(20)
  expect(nonces).not.toContain(undefined)
  for (const nonce of nonces) expect(nonce).toMatch(/^[\w+/=]{24}$/)
})
