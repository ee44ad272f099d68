import { execFile } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { devNull } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { v7 as uuid7 } from 'uuid'
import type { Result } from '../../../model/result'
import { createProject } from '../../create-project'
import { openStore } from '../../open-store'
import type { Store } from '../../store'
import { validate, type Validation } from '../../validate'
import { nodeFolder } from '../node-folder'
import { openJournal } from '../node-journal'

/** Who works, and at which of their computers. */
export interface Worker {
  readonly annotator: { readonly id: string; readonly name: string }
  readonly device: string
}

const run = promisify(execFile)

/** Git as it comes, whatever this user has set up for themselves. */
const env = {
  ...process.env,
  GIT_CONFIG_GLOBAL: devNull,
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Ada Quill',
  GIT_AUTHOR_EMAIL: 'ada@example.org',
  GIT_COMMITTER_NAME: 'Ada Quill',
  GIT_COMMITTER_EMAIL: 'ada@example.org',
}

async function git(cwd: string, ...words: readonly string[]): Promise<string> {
  return (await run('git', words, { cwd, env })).stdout
}

/** A copy of a project under git, at one computer. Everybody pulls from and pushes to the repository `hub`. */
export class Clone {
  readonly #folder: string
  readonly worker: Worker

  private constructor(folder: string, worker: Worker) {
    this.#folder = folder
    this.worker = worker
  }

  /** The first one: a new project, and the hub. */
  static async first(desk: string, worker: Worker): Promise<Clone> {
    const folder = join(desk, uuid7())
    const root = join(folder, 'project')
    await mkdir(root, { recursive: true })
    const stamp = { id: 'talkstalkstalkst', name: 'Talks', created: '2031-03-12T09:00:00Z' }
    valueOf(await createProject(nodeFolder(root), root, stamp))
    return Clone.adopt(desk, folder, worker)
  }

  /** Puts the project in `folder` under git, and makes the hub. */
  static async adopt(desk: string, folder: string, worker: Worker): Promise<Clone> {
    await git(desk, 'init', '--quiet', '--bare', '--initial-branch=main', 'hub.git')
    const clone = new Clone(folder, worker)
    await clone.git('init', '--quiet', '--initial-branch=main')
    await clone.git('remote', 'add', 'origin', join(desk, 'hub.git'))
    return clone
  }

  /** Another copy, below `desk`. `settings` are git's own for it: "core.autocrlf=true". */
  static async another(desk: string, worker: Worker, ...settings: readonly string[]): Promise<Clone> {
    const folder = join(desk, uuid7())
    await mkdir(folder)
    const given = settings.flatMap((setting) => ['--config', setting])
    await git(desk, 'clone', '--quiet', ...given, 'hub.git', join(folder, 'project'))
    return new Clone(folder, worker)
  }

  get root(): string {
    return join(this.#folder, 'project')
  }

  git(...words: readonly string[]): Promise<string> {
    return git(this.root, ...words)
  }

  /** Everything that changed, as one commit. */
  async commit(): Promise<void> {
    await this.git('add', '--all')
    await this.git('commit', '--quiet', '--message', 'Work')
  }

  async push(): Promise<void> {
    await this.git('push', '--quiet', 'origin', 'HEAD:main')
  }

  /** Gets what others pushed, as a merge. Rejects when git finds a conflict, and leaves it in the files. */
  async pull(): Promise<void> {
    await this.git('pull', '--quiet', '--no-rebase', '--no-edit', 'origin', 'main')
  }

  /** Opens the project, does something in it, and closes it again, with everything in the folder. */
  async work<T>(act: (store: Store) => Promise<T>): Promise<T> {
    const vault = join(this.#folder, 'vault')
    await mkdir(vault, { recursive: true })
    const journal = openJournal(join(this.#folder, 'journal'))
    const clock = { now: () => new Date().toISOString(), newId: () => uuid7() }
    const folder = nodeFolder(this.root)
    const ports = { folder, root: this.root, journal, vault: nodeFolder(vault), me: this.worker, clock }
    const store = valueOf(await openStore(ports))
    try {
      return await act(store)
    } finally {
      await store.close()
    }
  }

  validate(): Promise<Validation> {
    return validate(nodeFolder(this.root), this.root)
  }
}

/** The value, for a test in which there must be one. */
export function valueOf<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}
