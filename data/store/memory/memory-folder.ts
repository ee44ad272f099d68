import type { Problem } from '../../model/problem'
import { failed, ok, type Result } from '../../model/result'
import { isTemporary, partsOfFolder, partsOfFound, partsOfPath } from '../check-path'
import type { Folder, Stamp } from '../ports'

export interface MemoryFolder extends Folder {
  /** What stands in the folder, by path. Bytes are copied on their way in and out. */
  readonly files: Map<string, Uint8Array>
  /** How many times `replace`, `create` and `append` were called. */
  readonly writes: number
  /** Lets the `n`-th write from now fail, the next one being 1: nothing is changed by it, and those after it succeed. */
  failWrite(n: number, problem?: Problem): void
  /** No write is to fail any more. */
  beWhole(): void
  /** Until it is called with `true` again, every call finds the folder unreachable, as when a share drops out. */
  beReachable(reachable: boolean): void
}

/** A folder in memory, as strict as a real one: paths are checked, and what is missing is not empty. */
export function memoryFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): MemoryFolder {
  return new InMemory(files)
}

class InMemory implements MemoryFolder {
  readonly files = new Map<string, Uint8Array>()
  writes = 0
  #failures = new Map<number, Problem>()
  #reachable = true
  readonly #numbers = new WeakMap<Uint8Array, number>()
  #count = 0

  constructor(files: Readonly<Record<string, string | Uint8Array>>) {
    for (const [path, content] of Object.entries(files))
      this.files.set(path, typeof content === 'string' ? new TextEncoder().encode(content) : content.slice())
  }

  failWrite(n: number, problem: Problem = { kind: 'not-saved', why: 'the disk is full' }): void {
    this.#failures.set(this.writes + n, problem)
  }

  beWhole(): void {
    this.#failures.clear()
  }

  beReachable(reachable: boolean): void {
    this.#reachable = reachable
  }

  async read(path: string): Promise<Result<Uint8Array | null, Problem>> {
    const unreadable = (why: string): Problem => ({ kind: 'unreadable-file', file: path, why })
    const stopped = this.#stopped(partsOfFound(path), unreadable)
    if (stopped) return failed(stopped)
    if (this.#isFolder(path)) return failed(unreadable('a folder stands where a file should be'))
    return ok(this.files.get(path)?.slice() ?? null)
  }

  async readAll(
    paths: readonly string[],
  ): Promise<Result<readonly Result<Uint8Array | null, Problem>[], Problem>> {
    const stopped = this.#stopped(ok(null), () => ({ kind: 'cancelled' }))
    return stopped ? failed(stopped) : ok(await Promise.all(paths.map((path) => this.read(path))))
  }

  async list(path: string): Promise<Result<readonly string[], Problem>> {
    const unreadable = (why: string): Problem => ({ kind: 'unreadable-file', file: path, why })
    const parts = partsOfFolder(path)
    const stopped = this.#stopped(parts, unreadable)
    if (stopped || !parts.ok) return failed(stopped ?? unreadable('it is gone'))
    const start = parts.value.map((part) => `${part}/`).join('')
    if (this.files.has(start.slice(0, -1)))
      return failed(unreadable('a file stands where a folder should be'))
    const names = new Set<string>()
    for (const file of this.files.keys()) {
      if (!file.startsWith(start)) continue
      const [name = '', ...below] = file.slice(start.length).split('/')
      if (below.length > 0) names.add(`${name}/`)
      else if (!isTemporary(name)) names.add(name)
    }
    return ok([...names].toSorted())
  }

  async stamps(paths: readonly string[]): Promise<Result<readonly (Stamp | null)[], Problem>> {
    const stopped = this.#stopped(ok(null), () => ({ kind: 'cancelled' }))
    if (stopped) return failed(stopped)
    return ok(paths.map((path) => this.#stampOf(path)))
  }

  async replace(path: string, bytes: Uint8Array): Promise<Result<null, Problem>> {
    const stopped = this.#stoppedWriting(path)
    if (stopped) return failed(stopped)
    this.files.set(path, bytes.slice())
    return ok(null)
  }

  async create(path: string, bytes: Uint8Array): Promise<Result<'created' | 'was-there', Problem>> {
    const stopped = this.#stoppedWriting(path)
    if (stopped) return failed(stopped)
    if (this.files.has(path)) return ok('was-there')
    this.files.set(path, bytes.slice())
    return ok('created')
  }

  async append(path: string, lines: Uint8Array): Promise<Result<null, Problem>> {
    const stopped = this.#stoppedWriting(path)
    if (stopped) return failed(stopped)
    const before = this.files.get(path) ?? new Uint8Array()
    const whole = before.length === 0 || before.at(-1) === 0x0a
    this.files.set(path, Uint8Array.from([...before, ...(whole ? [] : [0x0a]), ...lines]))
    return ok(null)
  }

  async remove(path: string): Promise<Result<null, Problem>> {
    const stopped = this.#stopped(partsOfFound(path), (why) => ({ kind: 'not-saved', why }))
    if (stopped) return failed(stopped)
    this.files.delete(path)
    return ok(null)
  }

  #stoppedWriting(path: string): Problem | null {
    this.writes++
    const notSaved = (why: string): Problem => ({ kind: 'not-saved', why })
    const parts = partsOfPath(path)
    const stopped = this.#stopped(parts, notSaved)
    if (stopped || !parts.ok) return stopped
    const parents = parts.value.slice(0, -1).map((_, i) => parts.value.slice(0, i + 1).join('/'))
    if (parents.some((parent) => this.files.has(parent)))
      return notSaved(`a file stands where a folder should be, at “${path}”`)
    if (this.#isFolder(path)) return notSaved(`a folder stands where a file should be, at “${path}”`)
    return this.#failures.get(this.writes) ?? null
  }

  #stopped(parts: Result<unknown, string>, problem: (why: string) => Problem): Problem | null {
    if (!parts.ok) return problem(`the path ${parts.error}`)
    return this.#reachable
      ? null
      : { kind: 'folder-unreachable', folder: 'the folder in memory', why: 'it is gone' }
  }

  /** A number for each content that was ever put there; of a folder, those of the files that lie in it and its folders' names. */
  #stampOf(path: string): Stamp | null {
    const bytes = this.files.get(path)
    if (bytes) return String(this.#numberOf(bytes))
    const start = `${path}/`
    const inside = new Map<string, number>()
    for (const [file, content] of this.files) {
      if (!file.startsWith(start)) continue
      const [name = '', ...below] = file.slice(start.length).split('/')
      inside.set(name, below.length > 0 ? 0 : this.#numberOf(content))
    }
    return inside.size === 0 ? null : [...inside].flat().join(' ')
  }

  #numberOf(bytes: Uint8Array): number {
    const number = this.#numbers.get(bytes) ?? ++this.#count
    this.#numbers.set(bytes, number)
    return number
  }

  #isFolder(path: string): boolean {
    return [...this.files.keys()].some((file) => file.startsWith(`${path}/`))
  }
}
