import type { WebPreferences } from 'electron'

/**
 * What the page may do, for the one window there is. Much of it is Electron's default, and stands here so that neither a
 * newer Electron nor an oversight opens what is shut. `preload` is a path; only while the app is being worked on
 * does `development` give the developer tools.
 */
export const webPreferences = (preload: string, development: boolean): Readonly<WebPreferences> =>
  Object.freeze({
    preload,
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
    devTools: development,
  })
