import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { npm, root } from './run.mjs'
import { step, Stop } from './say.mjs'

/** Installs what package-lock.json names when node_modules is missing or holds something else. */
export async function ensureNodeModules() {
  if (isInstalled()) return
  const args = ['ci', '--include=dev', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error']
  const { code, output } = await step('Installing the packages of package-lock.json…', () => npm(args))
  if (code !== 0) {
    const [said] = output.split(/^npm error Clean install a project$/m) // its manual page follows
    throw new Stop(`${said.trim()}\n\nThe packages could not be installed. To try again: npm run setup`)
  }
}

function isInstalled() {
  // npm writes this file last, so a broken-off installation has none.
  const installed = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(installed)) return false
  const wanted = readLock(join(root, 'package-lock.json'))
  const found = readLock(installed)
  return sameLock(wanted, found) && Object.keys(found).every((path) => existsSync(join(root, path)))
}

const readLock = (path) => JSON.parse(readFileSync(path, 'utf8')).packages

/**
 * Whether the installed packages are those of the lock. Both map a path (`node_modules/vite`) to a record of
 * npm's; the lock also holds the project itself under the empty path, and optional packages made for other
 * systems, which are rightly not installed.
 */
export function sameLock(wanted, installed) {
  const complete = Object.entries(wanted).every(
    ([path, { optional }]) => path === '' || optional || path in installed,
  )
  const exact = Object.entries(installed).every(
    ([path, { version, integrity }]) =>
      wanted[path]?.version === version && wanted[path]?.integrity === integrity,
  )
  return complete && exact
}
