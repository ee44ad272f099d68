import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../../..')

/** The sources of what users get: no tests, nor what tests use. */
const sources = ['data', 'electron', 'renderer'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$|\/(testing|fuzz|kill|samples)\//.test(name)),
)

/** The lines of a source that are no comment. */
const codeOf = (name: string): readonly string[] =>
  readFileSync(join(root, name), 'utf8')
    .split('\n')
    .filter((line) => !/^\s*(\*|\/\*|\/\/)/.test(line))

const makesWindows = 'electron/main/window/create-window.ts'
const settings = 'electron/main/security/web-preferences.ts'
const preload = 'electron/preload/index.ts'

/** What stands nowhere, or in the files that are named and nowhere else. */
const banned: readonly (readonly [what: string, pattern: RegExp, ...allowed: string[]])[] = [
  ['markup made of text', /\b(inner|outer)HTML\b|insertAdjacentHTML|setHTMLUnsafe|createContextualFragment/],
  ['markup that React takes as it is', /dangerouslySetInnerHTML/],
  ['a document written into', /(?<!#)\bdocument\.write|\bsrcdoc\b/i],
  ['code made of text', /\beval\s*\(|new Function\b|javascript:|executeJavaScript/],
  ['a window', /new (BrowserWindow|BrowserView|WebContentsView|BaseWindow)\b/, makesWindows],
  ['what a window may do', /webPreferences\b/i, makesWindows, settings],
  ['Node in a page', /\bnodeIntegration|contextIsolation|webSecurity|\bsandbox:/, settings],
  ['a web view', /<webview|webviewTag/, settings],
  ['the wire without its contract', /\bipcRenderer\b/, preload],
  ['more for the page to see', /exposeInMainWorld/, preload],
  ['a protocol that goes around the policy', /bypassCSP|allowServiceWorkers|supportFetchAPI/],
  ['another program', /\bopenExternal\b|\bopenPath\b|utilityProcess/],
  ['a way to the network', /\bfetch\s*\(|XMLHttpRequest|new WebSocket|EventSource|sendBeacon/],
  ['an object merged into another', /Object\.assign\(|\.__proto__|setPrototypeOf/],
]

describe.each(banned.map(([what, pattern, ...allowed]) => ({ what, pattern, allowed })))(
  '$what',
  ({ pattern, allowed }) => {
    it('stands where it was decided about, and nowhere else', () => {
      const found = sources.filter((name) => codeOf(name).some((line) => pattern.test(line)))
      expect(new Set(found)).toEqual(new Set(allowed))
    })
  },
)

it('looks at every source there is', () => {
  expect(sources.length).toBeGreaterThan(200)
  expect(sources).toContain('renderer/App.tsx')
})
