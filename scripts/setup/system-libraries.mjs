import { accessSync, constants, existsSync, readdirSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { hasDisplay } from '../display.mjs'
import { electronProgram } from '../run-electron.mjs'
import { run } from './run.mjs'
import { step, Stop } from './say.mjs'

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
  const named = `Electron needs ${missing.join(', ')} of the system.`

  if (!hasApt()) {
    throw new Stop(
      `${named}\nInstall what your system calls these: ${packages.join(' ')}\nThen: npm run setup`,
    )
  }
  if (process.getuid() !== 0) {
    const command = `sudo apt-get update && sudo apt-get install -y --no-install-recommends`
    throw new Stop(`${named} To install it:\n\n  ${command} ${(await currentNames(packages)).join(' ')}\n`)
  }
  await install(packages)
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

async function install(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await step('Installing the system libraries that Electron needs…', async () => {
    const update = await run('apt-get', ['update', '-qq'], { env })
    const args = ['install', '-y', '-qq', '--no-install-recommends', ...(await currentNames(packages))]
    const { code, output } = await run('apt-get', args, { env })
    if (code === 0) return
    const said = [update.code === 0 ? '' : update.output, output].join('\n').trim()
    throw new Stop(`${said}\n\nThis command failed: apt-get ${args.join(' ')}`)
  })
}

/** Since Debian 13 and Ubuntu 24.04 some libraries bear `t64` in their package's name. */
async function currentNames(packages) {
  const { output } = await run('apt-cache', ['pkgnames', 'lib'])
  const known = new Set(output.split('\n'))
  return packages.map((name) => (known.has(`${name}t64`) ? `${name}t64` : name))
}

function hasApt() {
  return isCommand('apt-get') && existsSync('/etc/os-release') && /debian|ubuntu/i.test(osFamily())
}

const osFamily = () =>
  readFileSync('/etc/os-release', 'utf8')
    .match(/^ID(_LIKE)?=.*$/gm)
    ?.join(' ') ?? ''

function isCommand(name) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
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
