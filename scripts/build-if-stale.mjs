import { existsSync, mkdirSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureNodeModules } from './setup/node-modules.mjs'
import { root, tool } from './setup/run.mjs'
import { step, Stop } from './setup/say.mjs'

const sources = [
  'data',
  'electron',
  'renderer',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
]
const out = join(root, 'out')
/** Its time is that of the last build's start, so that what was changed during a build is built again. */
const stamp = join(out, '.built')

/** Builds the app into `out/` when that is missing or older than the sources. Writes nothing to stdout. */
export async function buildIfStale() {
  await ensureNodeModules()
  const built = existsSync(stamp) ? statSync(stamp).mtimeMs : 0
  if (built < Math.max(...sources.map((name) => newest(join(root, name))))) await build()
}

/** Builds the app into `out/`. */
export async function build() {
  const start = new Date()
  rmSync(stamp, { force: true })
  const args = ['build', '--logLevel', 'warn']
  const { code, output } = await step('Building Parley…', () =>
    tool('electron-vite/bin/electron-vite.js', args),
  )
  if (code !== 0) throw new Stop(`${output.trim()}\n\nParley could not be built.`)
  mkdirSync(out, { recursive: true })
  writeFileSync(stamp, '')
  utimesSync(stamp, start, start)
}

/**
 * When anything at or below `path` was last changed, in milliseconds since 1970; 0 where there is nothing. Folders
 * count, since a file that was taken away changes its folder; unit tests do not, since they are not built.
 */
export function newest(path) {
  if (!existsSync(path) || /\.test\.tsx?$/.test(path)) return 0
  const found = statSync(path)
  if (!found.isDirectory()) return found.mtimeMs
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}
