import type { App } from 'electron'
import { EventEmitter } from 'node:events'
import { expect, it } from 'vitest'
import { appPage } from '../origin'
import { refuseNavigation } from './refuse-navigation'

class Contents extends EventEmitter {
  opens: unknown = null
  readonly loaded: string[] = []
  loadURL(url: string) {
    this.loaded.push(url)
    return Promise.resolve()
  }
  setWindowOpenHandler(handler: () => unknown) {
    this.opens = handler()
  }
}

/** What becomes of a page that tries to go somewhere. */
function goes(event: string, url: string, isMainFrame = true): boolean {
  const app = new EventEmitter()
  refuseNavigation(app as unknown as App, appPage)
  const contents = new Contents()
  app.emit('web-contents-created', {}, contents)
  let stopped = false
  contents.emit(event, { url, isMainFrame, preventDefault: () => (stopped = true) })
  expect(contents.opens).toEqual({ action: 'deny' })
  return !stopped
}

it('lets the page be loaded again', () => {
  expect(goes('will-navigate', appPage)).toBe(true)
  expect(goes('will-frame-navigate', appPage)).toBe(true)
})

it.each([
  'https://example.com/',
  'file:///etc/passwd',
  'app://parley/other.html',
  'app://parley/index.html?x',
  'app://parley.example/index.html',
  'javascript:alert(1)',
  'about:blank',
  'data:text/html,x',
])('does not go to %s', (url) => {
  expect(goes('will-navigate', url)).toBe(false)
  expect(goes('will-frame-navigate', url)).toBe(false)
})

it('loads nothing in a frame, follows no redirect, and attaches no web view', () => {
  expect(goes('will-frame-navigate', appPage, false)).toBe(false)
  expect(goes('will-redirect', appPage)).toBe(false)
  expect(goes('will-attach-webview', appPage)).toBe(false)
})

it('comes back from a blank page, and stays wherever else it is', () => {
  const app = new EventEmitter()
  refuseNavigation(app as unknown as App, appPage)
  const contents = new Contents()
  app.emit('web-contents-created', {}, contents)
  contents.emit('did-navigate', {}, appPage)
  expect(contents.loaded).toEqual([])
  contents.emit('did-navigate', {}, 'about:blank')
  expect(contents.loaded).toEqual([appPage])
})
