import { app } from 'electron'
import { answerUnexpected } from './unexpected'
import { logTo } from './log'
import { pageUrl } from './origin'
import { placesOf } from './places'
import { projectArgument } from './project-argument'
import { declareAppProtocol } from './security/app-protocol'
import { refuseLogins } from './security/refuse-logins'
import { refuseNavigation } from './security/refuse-navigation'
import { keepChromiumQuiet } from './security/switches'
import { startApp } from './start-app'
import { join } from 'node:path'

const places = placesOf(app)
const log = logTo(join(places.home, 'parley.log'))
const page = pageUrl(process.env, app.isPackaged)
const named = projectArgument(process.argv, process.cwd(), process.defaultApp === true)

answerUnexpected(app, log)
keepChromiumQuiet(app.commandLine)
app.enableSandbox()
declareAppProtocol()
refuseNavigation(app)
refuseLogins(app)

// One program for each application folder: a second start hands its folder to the first.
if (app.requestSingleInstanceLock({ named })) startApp({ app, log, page, places, named })
else app.quit()
