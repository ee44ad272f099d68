import type { BrowserWindow } from 'electron'
import type { SettingsFile } from '../settings/settings-file'

/** Remembers where the window is, a moment after it was moved. */
export function keepBounds(window: BrowserWindow, settings: SettingsFile): void {
  let timer: NodeJS.Timeout | null = null
  const keep = () => {
    timer = null
    if (window.isDestroyed() || window.isMinimized()) return
    void settings.change({ window: window.getNormalBounds(), maximized: window.isMaximized() })
  }
  const soon = () => {
    timer ??= setTimeout(keep, 1000)
  }
  window.on('resize', soon)
  window.on('move', soon)
  window.on('maximize', soon)
  window.on('unmaximize', soon)
  window.once('closed', () => {
    if (timer) clearTimeout(timer)
  })
}
