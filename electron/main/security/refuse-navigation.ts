import type { App } from 'electron'

/**
 * The page stays where it is: no link, form, drop, frame, redirect, pop-up or webview leads anywhere else. Only
 * loading `page` again, in the whole window, is let through. Chromium asks nobody before it shows a blank page, so
 * from there it is brought back.
 */
export function refuseNavigation(app: Pick<App, 'on'>, page: string): void {
  const home = new URL(page).href
  const isReload = ({ url, isMainFrame }: { readonly url: string; readonly isMainFrame: boolean }) =>
    isMainFrame && url === home
  app.on('web-contents-created', (_, contents) => {
    contents.on('will-navigate', (event) => {
      if (!isReload(event)) event.preventDefault()
    })
    contents.on('will-frame-navigate', (event) => {
      if (!isReload(event)) event.preventDefault()
    })
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.on('did-navigate', (_event, url) => {
      if (url.startsWith('about:')) void contents.loadURL(home)
    })
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}
