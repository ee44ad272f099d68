import { existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { hasDisplay } from '../display.mjs'
import { electronProgram } from '../run-electron.mjs'
import { run } from './run.mjs'
import { Stop } from './say.mjs'
import { installPackages, isCommand } from './system-packages.mjs'

const libraries =
  'libgtk-3-0 libnss3 libasound2 libgbm1 libxss1 libxtst6 libatk-bridge2.0-0 libdrm2 libcups2'.split(' ')
const display = ['xvfb']
const fonts = ['fonts-dejavu-core', 'fonts-liberation', 'fonts-noto-color-emoji']

/**
 * Sees to it that Electron finds the system's libraries (Linux only) and, where there is no screen, a virtual
 * one and a font. Installs what is missing as root on Debian and Ubuntu; elsewhere stops with the command.
 */
export async function ensureSystemLibraries() {
  if (process.platform !== 'linux') return
  const missing = await whatIsMissing()
  if (missing.length === 0) return
  const packages = [
    ...(missing.some((name) => name.includes('.so')) ? libraries : []),
    ...(hasDisplay() ? [] : [...display, ...fonts]),
  ]
  await installPackages(packages, {
    lack: `Electron needs ${missing.join(', ')} of the system.`,
    doing: 'Installing the system libraries that Electron needs…',
    again: 'npm run setup',
  })
  const still = await whatIsMissing()
  if (still.length > 0) throw new Stop(`Electron still lacks ${still.join(', ')} of the system.`)
}

async function whatIsMissing() {
  const { output } = await run('ldd', [electronProgram()], { env: { ...process.env, LC_ALL: 'C' } })
  const screen = hasDisplay()
    ? []
    : [...(isCommand('Xvfb') ? [] : ['Xvfb']), ...(hasFont() ? [] : ['a font'])]
  return [...notFound(output), ...screen]
}

/** The libraries that `ldd` looked for and did not find, each once. */
export function notFound(output) {
  return [...new Set([...output.matchAll(/^\s*(\S+) => not found/gm)].map(([, name]) => name))]
}

function hasFont() {
  const homes = [
    '/usr/share/fonts',
    '/usr/local/share/fonts',
    ...['.fonts', '.local/share/fonts'].map(atHome),
  ]
  return homes.some((folder) => existsSync(folder) && holdsFont(folder))
}

const atHome = (path) => join(homedir(), path)

function holdsFont(folder) {
  return readdirSync(folder, { withFileTypes: true }).some((entry) =>
    entry.isDirectory() ? holdsFont(join(folder, entry.name)) : /\.(ttf|otf|ttc)$/i.test(entry.name),
  )
}
