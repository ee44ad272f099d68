// The least that an Electron app can be: one window with the page that the command line names.
import { app, BrowserWindow } from 'electron'

const page = process.argv.find((argument) => argument.endsWith('.html'))

// Not awaited: Electron becomes ready only after this module has run.
app.whenReady().then(
  () => {
    const window = new BrowserWindow({ width: 1440, height: 900, show: false })
    window.once('ready-to-show', () => window.show())
    return window.loadFile(page)
  },
  () => app.exit(1),
)
app.on('window-all-closed', () => app.quit())
