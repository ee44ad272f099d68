import { hasDisplay } from '../display.mjs'
import { chromiumNames } from '../find-chromium.mjs'
import { installPackages, isCommand } from './system-packages.mjs'
import { Stop } from './say.mjs'

/**
 * What the tests run besides Parley. Each is called as its package is; a Chromium has other names elsewhere. `xdotool`
 * moves a virtual display's pointer.
 */
export const testPrograms = ['git', 'syncthing', 'chromium', ...(hasDisplay() ? [] : ['xdotool'])]

/**
 * Sees to it that these programs are there, with which the tests keep two copies of a project in step and open the
 * window in a newer Chromium than Electron's. Nobody needs them to work with Parley. Installs them as root on Debian
 * and Ubuntu; elsewhere stops with the command.
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
  const called = (name) => (name === 'chromium' ? chromiumNames : [name])
  return names.filter((name) => !called(name).some((each) => isCommand(each, path)))
}
