import { join, resolve } from 'node:path'
import type { Problem } from '../../model/problem'
import { failed, ok, type Result } from '../../model/result'
import type { Journal, JournalLine } from '../ports'
import { makeFolders, syncFolder, writeAll } from './durable'
import { nodeFileSystem, type FileSystem, type NewFile } from './file-system'
import { decodeLines, encodeLine, type JournalContent } from './journal-line'
import { nodeProcesses, type Processes } from './processes'
import { codeOf, FileFault, whyOf } from './system-error'

/**
 * The journal in `folder`, which lies in the user's own application folder on this computer and is made when it
 * is first needed. The README beside this says how sessions share the folder.
 *
 * `append` fails with `not-saved`; the next one begins a new file, since what a failed flush has left of the old
 * one is unknown. An entry whose append failed may come back among the left-overs all the same.
 * `leftOver` fails with `unreadable-file`, `clear` with `folder-unreachable`.
 */
export function openJournal(
  folder: string,
  fs: FileSystem = nodeFileSystem,
  processes: Processes = nodeProcesses,
): Journal {
  return new NodeJournal(resolve(folder), fs, processes)
}

interface Waiting {
  readonly line: Uint8Array
  readonly answer: (result: Result<null, Problem>) => void
}

interface OpenFile {
  readonly path: string
  readonly file: NewFile
  /** Whether the disk has the file's name. */
  known: boolean
}

/** What may be forgotten of a file: `keep` when it holds lines that could not be read. */
type Ending = 'remove' | 'keep'

/** The files of journals that are open in this process. Those of closed ones are left-overs like any other. */
const inUse = new Set<string>()
let filesBegun = 0

class NodeJournal implements Journal {
  readonly #folder: string
  readonly #fs: FileSystem
  readonly #processes: Processes
  readonly #mine = new Set<string>()
  #current: OpenFile | null = null
  #waiting: Waiting[] = []
  #flushing: Promise<void> | null = null
  /** Whether the next batch is to begin a new file. */
  #turnOver = false
  #closed = false
  /** What the next `clear` may forget. */
  #finished = new Map<string, Ending>()

  constructor(folder: string, fs: FileSystem, processes: Processes) {
    this.#folder = folder
    this.#fs = fs
    this.#processes = processes
  }

  append(entry: JournalLine): Promise<Result<null, Problem>> {
    if (this.#closed) return Promise.resolve(failed({ kind: 'not-saved', why: 'the journal is closed' }))
    return new Promise((answer) => {
      this.#waiting.push({ line: encodeLine(entry), answer })
      this.#flushing ??= this.#flush()
    })
  }

  async leftOver(): Promise<
    Result<{ readonly entries: readonly JournalLine[]; readonly damaged: number }, Problem>
  > {
    const entries: JournalLine[] = []
    let damaged = 0
    let file = this.#folder
    try {
      for (const name of await this.#namesOfFiles()) {
        file = name
        const content = await this.#readLeftOver(name)
        for (const entry of content?.entries ?? []) entries.push(entry)
        // Any number of sessions may have been cut off in their last line, which was never acknowledged.
        if (content?.torn === 'the-middle') damaged += content.damaged
      }
    } catch (error) {
      return failed({ kind: 'unreadable-file', file, why: whyOf(error) })
    }
    return ok({ entries, damaged })
  }

  async clear(): Promise<Result<null, Problem>> {
    // An entry that is on its way to the disk now is not acknowledged yet, so its file has to wait for its turn.
    if (this.#flushing) this.#turnOver = true
    const closing = this.#flushing ? null : this.#finishCurrent()
    const forgotten = this.#finished
    this.#finished = new Map()
    await closing
    let problem: Problem | null = null
    for (const [path, ending] of forgotten) {
      try {
        await (ending === 'keep' ? this.#fs.rename(path, `${path}.damaged`) : this.#fs.remove(path))
      } catch (error) {
        const why = whyOf(error)
        if (codeOf(error) !== 'ENOENT') {
          this.#finished.set(path, ending)
          problem = { kind: 'folder-unreachable', folder: this.#folder, why }
          continue
        }
      }
      this.#disown(path)
    }
    return problem ? failed(problem) : ok(null)
  }

  async close(): Promise<void> {
    this.#closed = true
    await this.#flushing
    await this.#finishCurrent()
    for (const path of this.#mine) inUse.delete(path)
  }

  async #flush(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting
      this.#waiting = []
      const result = await this.#write(batch.map(({ line }) => line))
      if (!result.ok || this.#turnOver) await this.#finishCurrent()
      this.#turnOver = false
      for (const { answer } of batch) answer(result)
    }
    this.#flushing = null
  }

  async #write(lines: readonly Uint8Array[]): Promise<Result<null, Problem>> {
    try {
      const current = (this.#current ??= await this.#begin())
      await writeAll(current.file, Buffer.concat(lines))
      if (current.known) await current.file.syncContent()
      else {
        await current.file.sync()
        await syncFolder(this.#fs, this.#folder)
        current.known = true
      }
      if ((await current.file.state()).names === 0) throw new FileFault('the journal was removed')
      return ok(null)
    } catch (error) {
      return failed({ kind: 'not-saved', why: whyOf(error) })
    }
  }

  async #begin(): Promise<OpenFile> {
    await makeFolders(this.#fs, this.#folder)
    filesBegun++
    const order = `${String(Date.now()).padStart(15, '0')}-${String(filesBegun).padStart(6, '0')}`
    const path = join(this.#folder, `${order}.${this.#processes.self}.ndjson`)
    this.#mine.add(path)
    inUse.add(path)
    try {
      return { path, file: await this.#fs.create(path, 0o600), known: false }
    } catch (error) {
      this.#disown(path)
      throw error
    }
  }

  async #finishCurrent(): Promise<void> {
    const current = this.#current
    if (!current) return
    this.#current = null
    this.#finished.set(current.path, 'remove')
    try {
      await current.file.close()
    } catch (error) {
      whyOf(error)
    }
  }

  /** What a session that has ended left in its file; `null` for one that runs. */
  async #readLeftOver(name: string): Promise<JournalContent | null> {
    const path = join(this.#folder, name)
    // Asked before reading: what a running session adds after that must not be forgotten unread.
    const state = this.#stateOf(name)
    if (state === 'running') return null
    try {
      const content = decodeLines(await this.#fs.read(path))
      if (state === 'ended') this.#finished.set(path, content.torn === 'the-middle' ? 'keep' : 'remove')
      return content
    } catch (error) {
      // Another program has just brought it into the project.
      if (codeOf(error) === 'ENOENT') return null
      throw error
    }
  }

  async #namesOfFiles(): Promise<readonly string[]> {
    try {
      const entries = await this.#fs.names(this.#folder)
      return entries
        .map(({ name }) => name)
        .filter((name) => markIn(name) !== null)
        .toSorted()
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return []
      throw error
    }
  }

  #stateOf(name: string): 'running' | 'ended' | 'unsure' {
    const mark = markIn(name)!
    if (mark !== this.#processes.self) return this.#processes.stateOf(mark)
    return inUse.has(join(this.#folder, name)) ? 'running' : 'ended'
  }

  #disown(path: string): void {
    this.#mine.delete(path)
    inUse.delete(path)
  }
}

/** The mark of the process that wrote a file of the journal, from its name; `null` for any other file. */
const markIn = (name: string): string | null =>
  /^\d{15}-\d+\.(\d+-[0-9a-z]+)\.ndjson$/.exec(name)?.[1] ?? null
