// Opens Parley in a window. What follows `npm start --` goes to the app, for example the folder of a project.
import { resolve } from 'node:path'
import { buildIfStale } from './build-if-stale.mjs'
import { hasDisplay, withDisplay } from './display.mjs'
import { runElectron } from './run-electron.mjs'
import { callerFolder } from './setup/run.mjs'
import { runScript, say } from './setup/say.mjs'

const args = process.argv
  .slice(2)
  .map((arg) => (arg.startsWith('-') ? arg : resolve(callerFolder('start'), arg)))

await runScript(async () => {
  await buildIfStale()
  if (!hasDisplay()) {
    say('There is no display here, so Parley opens on a virtual one, which nobody sees. Ctrl-C closes it.')
    say('To have it work through an article and leave pictures of that: npm run demo')
  }
  return withDisplay(() => runElectron(['.', ...args]))
})
