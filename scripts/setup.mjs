// Sets up what a fresh clone lacks: packages, a real Electron, system libraries. npm runs it before `npm start`,
// `npm test`, `npm run demo` and `npm run bench`; with nothing to do it is done at once, and says nothing.
import { readFileSync } from 'node:fs'

const { engines } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
const wanted = engines.node.replace('>=', '')
const [major, minor] = wanted.split('.').map(Number)
const [ourMajor, ourMinor] = process.versions.node.split('.').map(Number)

if (ourMajor < major || (ourMajor === major && ourMinor < minor)) {
  console.error(`Parley needs Node ${wanted} or newer, and this is ${process.versions.node}.`)
  console.error('Install a newer one from https://nodejs.org and run the command again.')
  process.exit(1)
}

// Only now: an older Node could not even read these.
const { runScript, say } = await import('./setup/say.mjs')
const { ensureNodeModules } = await import('./setup/node-modules.mjs')
const { ensureElectron } = await import('./setup/electron.mjs')

await runScript(async () => {
  await ensureNodeModules()
  await ensureElectron()
  const { ensureSystemLibraries } = await import('./setup/system-libraries.mjs')
  await ensureSystemLibraries()
  if (!process.argv.includes('--for')) say('Everything is set up. To open Parley: npm start')
})
