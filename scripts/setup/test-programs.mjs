import { hasDisplay } from '../display.mjs'
import { installPackages, isCommand } from './system-packages.mjs'
import { Stop } from './say.mjs'

/** What the tests run besides Parley. Each is called as its package is. `xdotool` moves a virtual display's pointer. */
export const testPrograms = ['git', 'syncthing', ...(hasDisplay() ? [] : ['xdotool'])]

/**
 * Sees to it that these programs are there, with which the tests keep two copies of a project in step. Nobody needs
 * them to work with Parley. Installs them as root on Debian and Ubuntu; elsewhere stops with the command.
 */
export async function ensureTestPrograms(names = testPrograms) {
  const missing = missingOf(names)
  if (missing.length === 0) return
  await installPackages(missing, {
    lack: `The tests need ${missing.join(' and ')}.`,
    doing: `Installing ${missing.join(' and ')}, which the tests need…`,
    again: 'npm test',
  })
  const still = missingOf(names)
  if (still.length > 0) throw new Stop(`The tests still lack ${still.join(' and ')}.`)
}

/** Those that `path` does not lead to, in the order of `names`. */
export function missingOf(names, path = process.env.PATH) {
  return names.filter((name) => !isCommand(name, path))
}
