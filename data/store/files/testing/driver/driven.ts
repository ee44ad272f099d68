import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, onTestFinished } from 'vitest'
import { bundleChild } from '../../kill/victim'
import type { Answer, Order } from './messages'

/** Bundles the program for the tests of one file, and gives what starts it. `command` stands before `node`. */
export function driver(): (command?: readonly string[]) => Driven {
  let folder = ''
  let bundle = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'parley-driver-'))
    bundle = await bundleChild(folder, join(import.meta.dirname, 'program.ts'))
    // Whoever the program runs as is to read it.
    await chmod(folder, 0o755)
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))
  return (command = []) => new Driven(bundle, command)
}

/** A program that has a project open, and does what it is told: so that it can be another user's, or on another disk. */
export class Driven {
  readonly #child: ChildProcess
  readonly #answers: AsyncIterator<string>
  #complaint = ''

  /** It ends with the test. */
  constructor(bundle: string, command: readonly string[]) {
    const [program, ...args] = [...command, process.execPath, bundle]
    this.#child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'] })
    this.#child.stderr!.setEncoding('utf8').on('data', (text: string) => (this.#complaint += text))
    this.#answers = createInterface({ input: this.#child.stdout! })[Symbol.asyncIterator]()
    onTestFinished(() => this.kill())
  }

  get pid(): number {
    return this.#child.pid!
  }

  async tell(order: Order): Promise<Answer> {
    this.#child.stdin!.write(`${JSON.stringify(order)}\n`)
    const { value, done } = await this.#answers.next()
    if (done) throw new Error(`The program ended: ${this.#complaint}`)
    return JSON.parse(value)
  }

  async kill(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return
    this.#child.kill('SIGKILL')
    await once(this.#child, 'exit')
  }
}
