import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { electronArgs, electronEnv, electronProgram } from '../../../scripts/run-electron.mjs'

export const root = join(import.meta.dirname, '..', '..', '..')

/** A window that is covered, or has no focus, is drawn as often as any other. */
const alwaysDrawn = [
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--disable-features=CalculateNativeWinOcclusion',
]

export interface ElectronProcess {
  readonly pid: number
  /** Milliseconds since 1970 at which it was started. */
  readonly began: number
  /** The rest of the first line of its output that begins with `words`. Fails when it ends without one. */
  said(words: string): Promise<string>
  /** Asks it to close, and waits until it has. */
  close(): Promise<void>
}

/** Starts Electron with the arguments, in this folder. It must be closed. */
export function startElectron(args: readonly string[], env: Record<string, string> = {}): ElectronProcess {
  const began = Date.now()
  const child = spawn(electronProgram(), electronArgs([...args, ...alwaysDrawn]), {
    cwd: root,
    env: { ...electronEnv(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  return { pid: child.pid ?? 0, began, said: (words) => lineOf(child, words), close: () => closed(child) }
}

function lineOf(child: ChildProcess, words: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const lines: string[] = []
    for (const stream of [child.stdout, child.stderr])
      createInterface({ input: stream! }).on('line', (line) => {
        lines.push(line)
        if (line.startsWith(words)) resolve(line.slice(words.length).trim())
      })
    const end = (why: string) => reject(new Error(`Electron ${why}.\n${lines.slice(-20).join('\n')}`))
    child.once('error', (error) => end(`could not be started: ${error.message}`))
    child.once('exit', () => end(`ended before it said “${words}”`))
    setTimeout(() => end(`did not say “${words}” within a minute`), 60_000).unref()
  })
}

function closed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    const patience = setTimeout(() => child.kill('SIGKILL'), 10_000)
    child.once('exit', () => {
      clearTimeout(patience)
      resolve()
    })
    child.kill()
  })
}
