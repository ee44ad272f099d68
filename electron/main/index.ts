import { app } from 'electron'
import { join } from 'node:path'
import { logTo } from './log'
import { pageUrl } from './origin'
import { placesOf } from './places'
import { projectArgument } from './project-argument'
import { declareAppProtocol } from './security/app-protocol'
import { refuseDebuggers } from './security/refuse-debuggers'
import { refuseLogins } from './security/refuse-logins'
import { refuseNavigation } from './security/refuse-navigation'
import { keepChromiumQuiet } from './security/switches'
import { startApp } from './start-app'
import { answerUnexpected } from './unexpected'

const places = placesOf(app)
const log = logTo(join(places.home, 'parley.log'))
const page = pageUrl(process.env, app.isPackaged)
const named = projectArgument(process.argv, process.cwd(), process.defaultApp)

answerUnexpected(app, log)
keepChromiumQuiet(app.commandLine)
refuseDebuggers(app)
// Root, in a container, can only run Chromium with this switch; the page has no Node there either.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
declareAppProtocol()
refuseNavigation(app, page)
refuseLogins(app)

// One program for each application folder: a second start hands its folder to the first.
if (app.requestSingleInstanceLock({ named })) {
  // Not awaited: Electron becomes ready only after this module has run.
  startApp({ app, log, page, places, named }).catch((error: unknown) => {
    log('Parley could not start', error)
    app.exit(1)
  })
} else {
  app.quit()
}
