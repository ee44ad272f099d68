import type { WebContents, WebFrameMain } from 'electron'
import { expect, it } from 'vitest'
import { appPage } from '../origin'
import { isFromOwnPage } from './own-page'

const frame = (url: string, parent: unknown = null) => ({ url, parent }) as unknown as WebFrameMain
const windowOf = (mainFrame: WebFrameMain) => ({ mainFrame }) as unknown as WebContents

/** Whether a message is taken that the window's own main frame sends while it shows `url`. */
function takes(url: string): boolean {
  const senderFrame = frame(url)
  const sender = windowOf(senderFrame)
  return isFromOwnPage({ sender, senderFrame }, sender, appPage)
}

it('takes what the page in the window sends', () => {
  expect(takes(appPage)).toBe(true)
})

it.each([
  '',
  'about:blank',
  'about:srcdoc',
  'data:text/html,x',
  'blob:app://parley/x',
  'file:///app/index.html',
  'https://parley/index.html',
  'app://parley.example/index.html',
  'app://parley:1/index.html',
  'app://other/index.html',
  'javascript:alert(1)',
])('does not take what a window sends that shows %j', (url) => {
  expect(takes(url)).toBe(false)
})

it('does not take what another window sends, though it shows our page', () => {
  const senderFrame = frame(appPage)
  const sender = windowOf(senderFrame)
  const window = windowOf(frame(appPage))
  expect(isFromOwnPage({ sender, senderFrame }, window, appPage)).toBe(false)
})

it('does not take what a frame in the page sends, nor a frame that is gone', () => {
  const main = frame(appPage)
  const sender = windowOf(main)
  for (const senderFrame of [frame(appPage, main), frame(appPage), null])
    expect(isFromOwnPage({ sender, senderFrame }, sender, appPage)).toBe(false)
})
