// The least that an Electron app can be: one window with the page that the command line names, a file or an address.
import { app, BrowserWindow } from 'electron'
import { pathToFileURL } from 'node:url'

const page = process.argv.find((argument) => argument.endsWith('.html'))

// Not awaited: Electron becomes ready only after this module has run.
app.whenReady().then(
  () => {
    const window = new BrowserWindow({ width: 1440, height: 900, show: false })
    window.once('ready-to-show', () => window.show())
    return window.loadURL(page.startsWith('http:') ? page : pathToFileURL(page).href)
  },
  () => app.exit(1),
)
app.on('window-all-closed', () => app.quit())
