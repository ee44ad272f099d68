import { expect, it } from 'vitest'
import { webPreferences } from './web-preferences'

it('gives the page a sandbox and nothing else', () => {
  expect(webPreferences('/app/preload.cjs', false)).toEqual({
    preload: '/app/preload.cjs',
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    plugins: false,
    navigateOnDragDrop: false,
    safeDialogs: true,
    spellcheck: false,
    devTools: false,
  })
})

it('has developer tools only while the app is being worked on, and cannot be changed afterwards', () => {
  expect(webPreferences('x', true)).toEqual({ ...webPreferences('x', false), devTools: true })
  expect(Object.isFrozen(webPreferences('x', true))).toBe(true)
})
