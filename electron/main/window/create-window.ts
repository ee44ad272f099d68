import { BrowserWindow, nativeTheme } from 'electron'
import { webPreferences } from '../security/web-preferences'
import { smallest, type Rectangle } from './bounds'

/** The title bar's colour in both themes, so that the window never opens in a white flash. */
const background = () => (nativeTheme.shouldUseDarkColors ? '#101112' : '#ecece8')

/**
 * The only place that makes a window, shut in as `webPreferences` says. It is shown when its first picture is ready.
 */
export function createWindow(
  bounds: Partial<Rectangle> & Pick<Rectangle, 'width' | 'height'>,
  preload: string,
  development: boolean,
): BrowserWindow {
  const window = new BrowserWindow({
    ...bounds,
    minWidth: smallest.width,
    minHeight: smallest.height,
    title: 'Parley',
    show: false,
    autoHideMenuBar: true,
    backgroundColor: background(),
    webPreferences: webPreferences(preload, development),
  })
  window.once('ready-to-show', () => window.show())
  window.on('page-title-updated', (event) => event.preventDefault())
  const repaint = () => window.setBackgroundColor(background())
  nativeTheme.on('updated', repaint)
  window.once('closed', () => nativeTheme.off('updated', repaint))
  return window
}
