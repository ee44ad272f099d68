import { accessSync, constants, existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run } from './run.mjs'
import { step, Stop } from './say.mjs'

/**
 * Installs packages of the system as root on Debian and Ubuntu; elsewhere stops with the command that does. `lack`
 * is a sentence that says what is missing, `doing` one that ends in "…", and `again` the command to go on with.
 */
export async function installPackages(packages, { lack, doing, again }) {
  if (!hasApt()) {
    throw new Stop(`${lack}\nInstall what your system calls these: ${packages.join(' ')}\nThen: ${again}`)
  }
  const names = await currentNames(packages)
  if (process.getuid() !== 0) {
    const command = `sudo apt-get update && sudo apt-get install -y --no-install-recommends`
    throw new Stop(`${lack} To install it:\n\n  ${command} ${names.join(' ')}\n`)
  }
  await step(doing, () => aptInstall(packages))
}

async function aptInstall(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const update = await run('apt-get', ['update', '-qq'], { env })
  // Which names are current is known only after the update.
  const args = ['install', '-y', '-qq', '--no-install-recommends', ...(await currentNames(packages))]
  const { code, output } = await run('apt-get', args, { env })
  if (code === 0) return
  const said = [update.code === 0 ? '' : update.output, output].join('\n').trim()
  throw new Stop(`${said}\n\nThis command failed: apt-get ${args.join(' ')}`)
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

/** Whether a program of this name is found by `PATH`. */
export function isCommand(name, path = process.env.PATH ?? '') {
  const file = process.platform === 'win32' ? `${name}.exe` : name
  return path.split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, file), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}
