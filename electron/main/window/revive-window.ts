import type { BrowserWindow } from 'electron'
import type { Log } from '../log'

/** A page that dies again within this time, in milliseconds, would die for ever. */
const soon = 10_000

/** Loads the page again when its process is gone: the project is in this process, so nothing is lost. */
export function reviveWindow(window: BrowserWindow, log: Log): void {
  let last = -Infinity
  window.webContents.on('render-process-gone', (_, { reason, exitCode }) => {
    if (reason === 'clean-exit') return
    log('The process of the page is gone', { reason, exitCode })
    const now = performance.now()
    if (now - last > soon) window.reload()
    last = now
  })
}
