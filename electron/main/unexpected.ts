import { dialog, type App } from 'electron'
import type { Log } from './log'

/**
 * A bug in the main process: noted, and said once in plain words instead of Electron's box with a stack. What was
 * saved is safe, so the program goes on.
 */
export function answerUnexpected(app: App, log: Log): void {
  let said = false
  process.on('uncaughtException', (error) => {
    log('An error was not caught', error)
    if (said || !app.isReady()) return
    said = true
    dialog.showErrorBox(
      'Something in Parley went wrong',
      'What was saved is safe. If Parley behaves oddly from here on, close it and open it again.',
    )
  })
  process.on('unhandledRejection', (error) => log('A promise failed unheard', error))
}
