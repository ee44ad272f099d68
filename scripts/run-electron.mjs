import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { constants, tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { root } from './setup/run.mjs'
import { say } from './setup/say.mjs'

/** The path of the Electron in node_modules, or of the one that ELECTRON_OVERRIDE_DIST_PATH names. */
export function electronProgram() {
  return createRequire(import.meta.url)('electron')
}

/** The arguments for Electron: for root on Linux, where Chromium's sandbox refuses to start, without it. */
export function electronArgs(args) {
  const asRoot = process.platform === 'linux' && process.getuid() === 0
  return asRoot ? ['--no-sandbox', ...args] : [...args]
}

/**
 * The environment for Electron: a runtime folder on Linux where the session has none, and nothing of what some
 * editors' terminals set, under which Electron would be a mere Node.
 */
export function electronEnv(env = process.env) {
  const { ELECTRON_RUN_AS_NODE: _, ...rest } = env
  if (process.platform !== 'linux' || rest.XDG_RUNTIME_DIR) return rest
  const folder = join(tmpdir(), `parley-runtime-${userInfo().uid}`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return { ...rest, XDG_RUNTIME_DIR: folder }
}

/**
 * Runs Electron on the project until it is closed, and answers with its exit code. A first Ctrl-C asks it to
 * close, a second ends it. What it writes to stderr comes through, but for Chromium's harmless complaints.
 */
export function runElectron(args) {
  return new Promise((resolve, reject) => {
    const child = spawn(electronProgram(), electronArgs(args), {
      cwd: root,
      env: electronEnv(),
      stdio: ['ignore', 'inherit', 'pipe'],
      // A group of its own on Unix: the terminal's Ctrl-C would reach it a second time, and the second one kills.
      detached: process.platform !== 'win32',
    })
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
    createInterface({ input: child.stderr }).on('line', (line) => {
      if (!isNoise(line)) process.stderr.write(`${line}\n`)
      if (line.includes('SUID sandbox helper binary')) say(sandboxAdvice())
    })
    child.on('error', reject)
    child.on('close', (code, signal) => resolve(code ?? 128 + constants.signals[signal]))
  })
}

const harmless =
  /bus\.cc|object_proxy|viz_main|gpu|gl_|\bgl|egl|vaapi|vulkan|angle|shared_image|raster_buffer/

/** Whether a line of Chromium's log tells of something that a desk lacks and the app does not need. */
export function isNoise(line) {
  const source = /^\[\d+:\d+\/\d+\.\d+:[A-Z]+:([\w./ ]+?)[(:]\d+\)?\]/.exec(line)?.[1]
  return source !== undefined && harmless.test(source)
}

const sandboxAdvice = () => {
  const helper = join(electronProgram(), '..', 'chrome-sandbox')
  return `
This system lets only root set up Chromium's sandbox. To allow it for Parley's Electron:

  sudo chown root ${helper} && sudo chmod 4755 ${helper}
`
}
