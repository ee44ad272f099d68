import { execFileSync } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { test as base, type Workbench } from './workbench'

export { expect, ownArticle } from './workbench'

/** Something that is wrong with a folder, and that can be put right. */
export interface Fault {
  readonly begin: () => Promise<void>
  readonly end: () => Promise<void>
}

const runs = (program: string, ...args: readonly string[]): boolean => {
  try {
    execFileSync(program, args, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** `PARLEY_SMALL_DISKS=limit` asks for what happens where nothing may be mounted. */
const mayMount = (process.env['PARLEY_SMALL_DISKS'] ?? 'mount') === 'mount'

/** The disks of one story's desk. What was mounted goes with the story. */
export class Disks {
  readonly #parley: Workbench
  readonly #undo: (() => void)[] = []

  constructor(parley: Workbench) {
    this.#parley = parley
  }

  /** A small disk of its own at a folder that nobody uses yet, which `begin` fills to the last byte. */
  small(folder: string): Fault {
    mkdirSync(folder, { recursive: true })
    if (!mayMount || !runs('mount', '-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder))
      return this.#failing(folder, 'ENOSPC')
    this.#undo.push(() => runs('umount', '--lazy', folder))
    const filler = join(folder, 'filler')
    return { begin: async () => fill(filler), end: async () => rmSync(filler) }
  }

  /** A folder that `begin` makes read-only: by a mount for root, who may write everywhere, else by its mode. */
  readOnly(folder: string): Fault {
    if (process.getuid?.() !== 0)
      return {
        begin: async () => void runs('chmod', '-R', 'a-w', folder),
        end: async () => void runs('chmod', '-R', 'u+w', folder),
      }
    const release = () => void runs('umount', '--lazy', folder)
    const mounted = { begin: async () => this.#mountReadOnly(folder), end: async () => release() }
    return mayMount && runs('unshare', '-m', 'true') ? mounted : this.#failing(folder, 'EROFS')
  }

  #mountReadOnly(folder: string): void {
    execFileSync('mount', ['--bind', folder, folder])
    this.#undo.push(() => runs('umount', '--lazy', folder))
    execFileSync('mount', ['-o', 'remount,ro,bind', folder])
  }

  /** Where this user may mount nothing, the calls of the running program fail as the system would let them. */
  #failing(folder: string, code: string): Fault {
    const set = (failing: boolean) =>
      this.#parley.program.app.evaluate(
        (_, [below, wanted, on]) => {
          const { promises } = process.getBuiltinModule('node:fs')
          const { open } = promises
          const refuse: typeof open = async (path, flags, mode) => {
            const writes = flags !== undefined && flags !== 'r'
            if (writes && String(path).startsWith(below))
              throw Object.assign(new Error(wanted), { code: wanted })
            return open(path, flags, mode)
          }
          if (on) promises.open = Object.assign(refuse, { real: open })
          else if ('real' in open) promises.open = open.real as typeof open
        },
        [folder, code, failing] as const,
      )
    return { begin: () => set(true), end: () => set(false) }
  }

  clear(): void {
    for (const undo of this.#undo.toReversed()) undo()
  }
}

/** Takes all the room of a disk, in ever smaller bites. */
function fill(path: string): void {
  const file = openSync(path, 'a')
  for (let bite = 1024 * 1024; bite >= 1;) {
    try {
      writeSync(file, new Uint8Array(bite))
    } catch {
      bite = Math.floor(bite / 2)
    }
  }
  closeSync(file)
}

/** A story with disks of its own at the desk of `parley`. */
export const test = base.extend<{ disks: Disks }>({
  disks: async ({ parley }, use) => {
    const disks = new Disks(parley)
    await use(disks)
    disks.clear()
  },
})

/** Every file below a folder by its path, as it is: to be compared later. */
export function filesIn(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return new Map(files.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'base64')]))
}
