import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'

/** The project's folder, wherever a script is started from. */
export const root = dirname(dirname(import.meta.dirname))

/**
 * Runs a program and waits for it. Answers with its exit code (128 + the signal's number when one ended it, 127
 * when it could not be started) and what it wrote, stdout and stderr together, unless `stdio` sends them
 * elsewhere. After `timeout` milliseconds it is ended.
 */
export function run(program, args, { cwd = root, env = process.env, stdio = 'pipe', timeout, shell } = {}) {
  return new Promise((resolve) => {
    let output = ''
    const child = spawn(program, args, { cwd, env, stdio, timeout, shell, windowsHide: true })
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => (output += text))
    }
    child.on('error', (problem) => resolve({ code: 127, output: `${program}: ${problem.message}` }))
    child.on('close', (code, signal) => resolve({ code: code ?? 128 + constants.signals[signal], output }))
  })
}

/** Runs npm with the Node that runs this script, so that both see the same version and settings. */
export function npm(args, options = {}) {
  const beside = join(dirname(process.execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js') // on Windows
  const candidates = [process.env.npm_execpath ?? '', beside]
  const cli = candidates.find((path) => path.endsWith('npm-cli.js') && existsSync(path))
  return cli ? run(process.execPath, [cli, ...args], options) : run('npm', args, options)
}

/** Runs a program of `node_modules` by the path of its script, without npx and without a shell. */
export function tool(path, args, options) {
  return run(process.execPath, [join(root, 'node_modules', path), ...args], options)
}

/** Where someone typed `npm run <script>`: npm itself changes to the project's folder. */
export function callerFolder(script) {
  const { npm_lifecycle_event: running, INIT_CWD: typedIn } = process.env
  return running === script && typedIn ? typedIn : process.cwd()
}
