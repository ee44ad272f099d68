import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { build } from 'vite'
import type { Line } from './lines'

/** Bundles the child, or another program, into `folder`, and says where it lies. */
export async function bundleChild(
  folder: string,
  program = join(import.meta.dirname, 'child.ts'),
): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: program,
      outDir: folder,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'child.mjs' } },
    },
  })
  return join(folder, 'child.mjs')
}

export interface Death {
  /** Milliseconds. */
  readonly after: number
  /** From when they count: a kill may hit the opening of the project, too. With `stands` the child has said that it waits for it. */
  readonly from: 'start' | 'ready' | 'stands'
}

/** Runs the child with these words after its name, kills it, and gives what it said in whole lines. */
export function runAndKill(child: string, words: readonly string[], death: Death): Promise<readonly Line[]> {
  return new Promise((resolve, reject) => {
    const running = spawn(process.execPath, [child, ...words], { stdio: ['ignore', 'pipe', 'pipe'] })
    let [said, complaint] = ['', '']
    let doomed = false
    const doom = () => {
      if (doomed) return
      doomed = true
      setTimeout(() => running.kill('SIGKILL'), death.after)
    }
    running.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text))
    running.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text
      if (death.from !== 'stands' || said.includes(STANDS)) doom()
    })
    if (death.from === 'start') doom()
    running.on('error', reject)
    running.on('close', (code, signal) => {
      if (signal === 'SIGKILL') resolve(said.split('\n').slice(0, -1).map(lineIn))
      else reject(new Error(`The child ended by itself with ${code}: ${complaint}`))
    })
  })
}

const STANDS = JSON.stringify({ is: 'stands' } satisfies Line)

/** The child is ours, and what it says is taken as it is. */
const lineIn = (json: string): Line => JSON.parse(json)
