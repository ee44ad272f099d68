import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { TestInfo } from '@playwright/test'
import { validateCommand } from '../data/cli/commands/validate'
import { Syncthing, until } from './syncthing'
import { expect, test as atDesks, type Workbench } from './workbench'

export { expect } from './workbench'

/** Two folders that two Syncthings keep in step, each with one of them. */
export class SyncedFolders {
  readonly #ends: readonly [Syncthing, Syncthing]
  #folders: readonly [string, string] = ['', '']

  private constructor(ends: readonly [Syncthing, Syncthing]) {
    this.#ends = ends
  }

  /** Starts the two, with what they keep for themselves below `home`. */
  static async start(home: string): Promise<SyncedFolders> {
    const started = await Promise.allSettled(
      ['one', 'other'].map((name) => Syncthing.start(join(home, name))),
    )
    const [one, other] = started.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : []))
    if (one && other) return new SyncedFolders([one, other])
    await one?.end()
    throw started.find((end) => end.status === 'rejected')?.reason
  }

  /** Copies the first folder to the second, and from now on whatever changes in one of them to the other. */
  async keepInStep(...folders: readonly [string, string]): Promise<void> {
    this.#folders = folders
    for (const folder of folders) mkdirSync(folder, { recursive: true })
    const [one, other] = this.#ends
    await one.share(folders[0], other, folders[1])
    await this.inStep()
  }

  /** The connection between the two is cut. Each has seen what is in its folder. */
  async part(): Promise<void> {
    await this.#ends[0].pause(this.#ends[1])
  }

  /** The two are connected again. Resolves when both folders are the same. */
  async meet(): Promise<void> {
    const [one, other] = this.#ends
    // As on two computers that were both on: each knows what changed on its own side before it hears of the other's.
    await Promise.all([one.scan(), other.scan()])
    await one.resume(other)
    await this.inStep()
  }

  /** Waits until both folders hold the same files with the same content, and nothing is on its way. */
  async inStep(): Promise<void> {
    const [one, other] = this.#ends
    await until('the folders are in step', async () => {
      await Promise.all([one.scan(), other.scan()])
      const busy = (await Promise.all([one.isIdle(), other.isIdle()])).includes(false)
      const [here, there] = this.#folders.map(contentOf)
      const different = here!
        .filter((file) => !there!.includes(file))
        .concat(there!.filter((file) => !here!.includes(file)))
      if (different.length > 0) throw new Error(`They differ in ${different.join(', ')}.`)
      return !busy
    })
  }

  /** The conflicts that it left, by path below the folder. */
  conflicts(): readonly string[] {
    return filesIn(this.#folders[0]).filter((path) => path.includes('.sync-conflict-'))
  }

  async end(): Promise<void> {
    await Promise.all(this.#ends.map((end) => end.end()))
  }
}

/** Every file below a folder by its path and the sum of its content. */
const contentOf = (folder: string): readonly string[] =>
  filesIn(folder).map((path) => {
    const sum = createHash('sha256')
      .update(readFileSync(join(folder, path)))
      .digest('hex')
    return `${path} (${sum.slice(0, 10)})`
  })

/** The files of a project by path below its folder, without those of the sync program and those on their way. */
export const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((path) => !/^\.st|~|(^|\/)\.syncthing\./.test(path))
    .toSorted()

export const projectOf = ({ desk }: Workbench): string => desk.path('project')

/** The desk shows these tags and no others, and its folder is whole. */
export async function shows(desk: Workbench, tags: readonly string[]): Promise<void> {
  for (const words of tags) await expect(desk.tags.filter({ hasText: words })).toHaveCount(1)
  await expect(desk.tags).toHaveCount(tags.length)
  expect(await faultsIn(projectOf(desk))).toBe('')
}

export async function bothShow(desks: readonly Workbench[], tags: readonly string[]): Promise<void> {
  for (const desk of desks) await shows(desk, tags)
}

/** What `parley validate` says of a folder besides its count; nothing when all is well. */
async function faultsIn(folder: string): Promise<string> {
  let faults = ''
  const stdout = { write: (text: string) => (faults += text) }
  const io = { stdout, stderr: { write: () => true }, cwd: folder }
  await validateCommand.run({ operands: [folder], one: () => null, all: () => [], has: () => false }, io)
  return faults
}

/** A story of two desks whose folders are kept in step; nothing is left running. */
export const test = atDesks.extend<{ synced: SyncedFolders }>({
  synced: async ({}, use, story: TestInfo) => {
    const home = story.outputPath('syncthing')
    const synced = await SyncedFolders.start(home)
    try {
      await use(synced)
    } finally {
      await synced.end()
      rmSync(home, { recursive: true, force: true, maxRetries: 5 })
    }
  },
})
