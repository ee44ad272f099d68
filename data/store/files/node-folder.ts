import { dirname, isAbsolute, join, relative, resolve } from 'node:path'
import type { Problem } from '../../model/problem'
import { failed, ok, type Result } from '../../model/result'
import { isTemporary, partsOfFolder, partsOfFound, partsOfPath } from '../check-path'
import type { Folder, Stamp } from '../ports'
import { appendLines, createFile, makeFolders, replaceFile, syncFolder } from './durable'
import { inParallel } from '../read-files'
import { nodeFileSystem, type Entry, type FileSystem } from './file-system'
import { hashWithNode } from './node-hash'
import { codeOf, FileFault, whyOf } from './system-error'

// Whoever reads files here has many to hash.
hashWithNode()

/** No file of a project is larger than this, in bytes; a larger one is not read into memory. */
export const largestFile = 256 * 1024 * 1024

/**
 * The folder at `root` on a real disk. No call costs more for a larger project; `list` costs the size of the one
 * folder. Calls for one path are carried out in the order they came.
 *
 * Nothing outside `root` is read or written: paths are checked, and a symbolic link below `root` is refused, as a
 * file and as a folder on the way. (`root` itself may be one.) Somebody who can write to the folder could still
 * exchange a folder for a link in the instant between check and use, as Node cannot open relative to a folder.
 *
 * What goes wrong: `unreadable-file` for reading and listing, `too-large`, `not-saved` for writing (with the path where
 * something stands in its way), and
 * `folder-unreachable` whenever `root` is gone, so that a share that drops out never looks like an empty project.
 */
export function nodeFolder(root: string, fs: FileSystem = nodeFileSystem): Folder {
  return new NodeFolder(resolve(root), fs, 'waits')
}

/**
 * The same for a folder that is the application's own: should somebody remove it, it is empty, and the next write makes
 * it again. A project that is gone may be a share that comes back, and must never look like an empty one.
 */
export function ownFolder(root: string, fs: FileSystem = nodeFileSystem): Folder {
  return new NodeFolder(resolve(root), fs, 'is-made')
}

/** Makes the folder that a project is to lie in, with its parents. One that is there is left as it is. */
export async function makeRoot(
  root: string,
  fs: FileSystem = nodeFileSystem,
): Promise<Result<null, Problem>> {
  try {
    await makeFolders(fs, resolve(root))
    return ok(null)
  } catch (error) {
    return failed({ kind: 'folder-unreachable', folder: root, why: whyOf(error) })
  }
}

/** Where a folder below the root really is; fails where a link leads out of the way. */
type WhereIs = (parts: readonly string[]) => Promise<string>

class NodeFolder implements Folder {
  readonly #root: string
  readonly #fs: FileSystem
  /** What happens when the root is gone. */
  readonly #whenGone: 'waits' | 'is-made'
  /** Folders whose own names the disk is known to have. */
  readonly #durable = new Set<string>()
  /** The last write to each path that is not finished. */
  readonly #writing = new Map<string, Promise<unknown>>()
  /** The real path of the root, while it is being asked for. */
  #asked: Promise<string> | null = null

  constructor(root: string, fs: FileSystem, whenGone: 'waits' | 'is-made') {
    this.#root = root
    this.#fs = fs
    this.#whenGone = whenGone
  }

  read(path: string): Promise<Result<Uint8Array | null, Problem>> {
    return this.#readIn((parts) => this.#existing(parts), path)
  }

  async readAll(
    paths: readonly string[],
  ): Promise<Result<readonly Result<Uint8Array | null, Problem>[], Problem>> {
    const once = this.#eachOnce()
    const answers = await inParallel(paths, 16, (path) => this.#readIn(once, path))
    const unreachable = answers.find((answer) => !answer.ok && answer.error.kind === 'folder-unreachable')
    return unreachable && !unreachable.ok ? unreachable : ok(answers)
  }

  /** Looks for each folder once, however many of its files are asked for. */
  #eachOnce(): WhereIs {
    const folders = new Map<string, Promise<string>>()
    return (parts) => {
      const key = parts.join('/')
      const found = folders.get(key) ?? this.#existing(parts)
      folders.set(key, found)
      return found
    }
  }

  #readIn(whereIs: WhereIs, path: string): Promise<Result<Uint8Array | null, Problem>> {
    const unreadable = (why: string): Problem => ({ kind: 'unreadable-file', file: path, why })
    return this.#attempt(partsOfFound(path), unreadable, null, async (parts) => {
      const file = join(await whereIs(parts.slice(0, -1)), parts.at(-1)!)
      const entry = await this.#fs.look(file)
      mustBe('file', entry)
      if (entry.size > largestFile)
        return failed({ kind: 'too-large', file: path, bytes: entry.size, limit: largestFile })
      return ok(await this.#readPatiently(file))
    })
  }

  list(path: string): Promise<Result<readonly string[], Problem>> {
    const unreadable = (why: string): Problem => ({ kind: 'unreadable-file', file: path, why })
    return this.#attempt<readonly string[]>(partsOfFolder(path), unreadable, [], async (parts) => {
      const entries = await this.#fs.names(await this.#existing(parts))
      const names = entries.filter(({ name, folder }) => folder || !isTemporary(name))
      return ok(names.map(({ name, folder }) => (folder ? `${name}/` : name)).toSorted())
    })
  }

  async stamps(paths: readonly string[]): Promise<Result<readonly (Stamp | null)[], Problem>> {
    const unreadable = (why: string): Problem => ({ kind: 'unreadable-file', file: paths[0] ?? '', why })
    return this.#attempt<readonly (Stamp | null)[]>(ok([]), unreadable, undefined, async () => {
      await this.#rootPath()
      const whereIs = this.#eachOnce()
      return ok(await inParallel(paths, 32, (path) => this.#stampOf(whereIs, path)))
    })
  }

  /** `null` also for what lies behind a symbolic link: it is none of the project's. */
  async #stampOf(whereIs: WhereIs, path: string): Promise<Stamp | null> {
    const parts = partsOfFound(path)
    if (!parts.ok) return null
    try {
      const file = join(await whereIs(parts.value.slice(0, -1)), parts.value.at(-1)!)
      const { size, modified, identity } = await this.#fs.look(file)
      return `${size} ${modified} ${identity}`
    } catch (error) {
      if (error instanceof InTheWay || ['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return null
      throw error
    }
  }

  replace(path: string, bytes: Uint8Array): Promise<Result<null, Problem>> {
    return this.#write(path, async (file) => {
      const old = await this.#lookIfThere(file)
      if (old) mustBe('file', old)
      await replaceFile(this.#fs, file, bytes, old ? old.mode : null)
      return ok(null)
    })
  }

  create(path: string, bytes: Uint8Array): Promise<Result<'created' | 'was-there', Problem>> {
    return this.#write(path, async (file) => {
      const old = await this.#lookIfThere(file)
      if (!old) return ok(await createFile(this.#fs, file, bytes))
      mustBe('file', old)
      await syncFolder(this.#fs, dirname(file))
      return ok('was-there')
    })
  }

  append(path: string, lines: Uint8Array): Promise<Result<null, Problem>> {
    return this.#write(path, async (file) => {
      const old = await this.#lookIfThere(file)
      if (old) mustBe('file', old)
      await appendLines(this.#fs, file, lines, !old)
      return ok(null)
    })
  }

  remove(path: string): Promise<Result<null, Problem>> {
    const notRemoved = (why: string): Problem => ({ kind: 'not-saved', why })
    return this.#inTurn(path, () =>
      this.#attempt<null>(partsOfFound(path), notRemoved, null, async (parts) => {
        const file = join(await this.#existing(parts.slice(0, -1)), parts.at(-1)!)
        mustBe('file', await this.#fs.look(file))
        await this.#fs.remove(file)
        await syncFolder(this.#fs, dirname(file))
        return ok(null)
      }),
    )
  }

  #write<T>(path: string, job: (file: string) => Promise<Result<T, Problem>>): Promise<Result<T, Problem>> {
    const notSaved = (why: string): Problem => ({ kind: 'not-saved', why })
    return this.#inTurn(path, () =>
      this.#attempt(partsOfPath(path), notSaved, undefined, async (parts) => {
        if (await this.#isOursAndGone()) await makeFolders(this.#fs, this.#root)
        try {
          return await job(join(await this.#made(parts.slice(0, -1)), parts.at(-1)!))
        } catch (error) {
          // Nobody but a file browser can clear that away, so it is said where it is.
          throw isInTheWay(error) ? new FileFault(`${whyOf(error)}, at “${path}”`) : error
        }
      }),
    )
  }

  async #inTurn<T>(path: string, job: () => Promise<T>): Promise<T> {
    const turn = (this.#writing.get(path) ?? Promise.resolve()).then(job)
    const settled = turn.catch(() => undefined)
    this.#writing.set(path, settled)
    try {
      return await turn
    } finally {
      if (this.#writing.get(path) === settled) this.#writing.delete(path)
    }
  }

  /** Does the job, and turns what the system reports into Problems; `missing` is the answer when nothing is there. */
  async #attempt<T>(
    parts: Result<readonly string[], string>,
    problem: (why: string) => Problem,
    missing: T | undefined,
    job: (parts: readonly string[]) => Promise<Result<T, Problem>>,
  ): Promise<Result<T, Problem>> {
    if (!parts.ok) return failed(problem(`the path ${parts.error}`))
    try {
      return await job(parts.value)
    } catch (error) {
      const why = whyOf(error)
      const gone = await this.#whyRootIsGone()
      if (missing !== undefined && (await this.#isOursAndGone())) return ok(missing)
      if (gone !== null) return failed({ kind: 'folder-unreachable', folder: this.#root, why: gone })
      if (codeOf(error) === 'ENOENT' && missing !== undefined) return ok(missing)
      return failed(problem(why))
    }
  }

  async #isOursAndGone(): Promise<boolean> {
    return this.#whenGone === 'is-made' && (await this.#lookIfThere(this.#root)) === null
  }

  async #whyRootIsGone(): Promise<string | null> {
    try {
      const entry = await this.#fs.look(await this.#fs.realPath(this.#root))
      return entry.kind === 'folder' ? null : 'a file stands in its place'
    } catch (error) {
      return whyOf(error)
    }
  }

  /** Where the root really is. Calls that come while it is being asked share the answer. */
  #rootPath(): Promise<string> {
    this.#asked ??= this.#fs.realPath(this.#root).finally(() => (this.#asked = null))
    return this.#asked
  }

  /** Where a folder below the root really is. Fails if it is not there, or is reached through a symbolic link. */
  async #existing(parts: readonly string[]): Promise<string> {
    const root = await this.#rootPath()
    const folder = join(root, ...parts)
    if (parts.length === 0) return folder
    // On a disk that ignores case a folder may be spelt in another way, so only a different path is looked into.
    if ((await this.#fs.realPath(folder)) === folder) return folder
    for (const i of parts.keys()) mustBe('folder', await this.#fs.look(join(root, ...parts.slice(0, i + 1))))
    const found = relative(root, await this.#fs.realPath(folder))
    if (found.startsWith('..') || isAbsolute(found)) throw new InTheWay('it lies outside the project folder')
    return folder
  }

  /** The same, and makes what is missing below the root. When it returns, the disk has the folder. */
  async #made(parts: readonly string[]): Promise<string> {
    if (parts.length === 0) return this.#existing(parts)
    const key = parts.join('/')
    let folder: string
    try {
      folder = await this.#existing(parts)
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error
      folder = await this.#makeFolder(parts)
      this.#durable.delete(key)
    }
    if (!this.#durable.has(key)) {
      await this.#made(parts.slice(0, -1))
      await syncFolder(this.#fs, dirname(folder))
      this.#durable.add(key)
    }
    return folder
  }

  async #makeFolder(parts: readonly string[]): Promise<string> {
    const folder = join(await this.#made(parts.slice(0, -1)), parts.at(-1)!)
    try {
      await this.#fs.makeFolder(folder)
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error
      mustBe('folder', await this.#fs.look(folder))
    }
    return folder
  }

  async #lookIfThere(file: string): Promise<Entry | null> {
    try {
      return await this.#fs.look(file)
    } catch (error) {
      if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return null
      throw error
    }
  }

  /** Another program that is just replacing the file holds it for an instant on Windows. */
  async #readPatiently(file: string): Promise<Uint8Array> {
    for (let tried = 1; ; tried++) {
      try {
        return await this.#fs.read(file)
      } catch (error) {
        if (tried >= 5 || codeOf(error) !== 'EBUSY') throw error
        await this.#fs.wait(10 * tried)
      }
    }
  }
}

/** Something else stands where a file or folder of the project has its place. */
class InTheWay extends FileFault {}

const isInTheWay = (error: unknown): boolean =>
  error instanceof InTheWay || ['EEXIST', 'EISDIR', 'ELOOP', 'ENOTDIR'].includes(codeOf(error))

function mustBe(kind: 'file' | 'folder', entry: Entry): void {
  if (entry.kind === kind) return
  if (entry.kind === 'link') throw new InTheWay('a symbolic link stands there')
  if (entry.kind === 'folder') throw new InTheWay('a folder stands where a file should be')
  throw new InTheWay(kind === 'folder' ? 'a file stands where a folder should be' : 'it is not a file')
}
