import { dirname, resolve } from 'node:path'
import type { FileSystem, NewFile } from '../file-system'
import { systemError } from './faults'

interface Content {
  now: Uint8Array
  onDisk: Uint8Array
  names: number
}

type Names = Map<string, Content | 'folder'>

/** What one call did to the names in one folder. */
interface Renaming {
  readonly folder: string
  readonly carryOut: (names: Names) => void
}

/** What a power cut left: the files by path, the folders, and what had been acknowledged until then. */
export interface CrashState {
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly folders: readonly string[]
  readonly acknowledged: readonly string[]
}

export interface ModelDisk {
  readonly fs: FileSystem
  /** Says that this was promised to somebody, at this point between the calls. */
  acknowledge(what: string): void
  /**
   * Every state that a power cut between two calls so far could have left: of the content that was not flushed all,
   * none or half is there, and of the names that were not flushed the first few.
   */
  readonly states: readonly CrashState[]
}

/**
 * A disk in memory that promises no more than the system's calls do: content is on it after `sync` of the file,
 * names after `syncFolder` of their folder, and nothing else. (Pillai et al., OSDI 2014, is where the idea is from.)
 */
export function modelDisk(
  folders: readonly string[],
  files: ReadonlyMap<string, Uint8Array> = new Map(),
): ModelDisk {
  const names: Names = new Map()
  for (const folder of folders) names.set(resolve(folder), 'folder')
  for (const [path, bytes] of files) names.set(path, { now: bytes, onDisk: bytes, names: 1 })
  const onDisk: Names = new Map(names)
  let pending: Renaming[] = []
  const acknowledged: string[] = []
  const states: CrashState[] = []

  function rename(folder: string, carryOut: (names: Names) => void): void {
    carryOut(names)
    pending.push({ folder, carryOut })
    powerCut()
  }

  function powerCut(): void {
    const contents = ['all', 'none', 'half'] as const
    for (let applied = 0; applied <= pending.length; applied++) {
      const left: Names = new Map(onDisk)
      for (const { carryOut } of pending.slice(0, applied)) carryOut(left)
      for (const content of contents) states.push(stateOf(left, content, [...acknowledged]))
    }
  }

  function writable(content: Content): NewFile {
    const sync = async () => {
      content.onDisk = content.now
      powerCut()
    }
    return {
      async write(bytes) {
        content.now = Buffer.concat([content.now, bytes])
        powerCut()
        return bytes.length
      },
      state: async () => ({ size: content.now.length, names: content.names }),
      setMode: async () => undefined,
      sync,
      syncContent: sync,
      close: async () => undefined,
    }
  }

  const contentAt = (path: string): Content => {
    const found = names.get(path)
    if (!found) throw systemError('ENOENT')
    if (found === 'folder') throw systemError('EISDIR')
    return found
  }
  const mustBeFree = (path: string) => {
    if (names.get(dirname(path)) !== 'folder') throw systemError('ENOENT')
    if (names.has(path)) throw systemError('EEXIST')
  }

  const fs: FileSystem = {
    async look(path) {
      const found = names.get(path)
      if (!found) throw systemError('ENOENT')
      if (found === 'folder') return { kind: 'folder', size: 0, mode: 0o755, modified: 0, identity: 0 }
      return { kind: 'file', size: found.now.length, mode: 0o644, modified: 0, identity: 0 }
    },
    async realPath(path) {
      if (!names.has(path)) throw systemError('ENOENT')
      return path
    },
    read: async (path) => contentAt(path).now,
    async names(folder) {
      if (!names.has(folder)) throw systemError('ENOENT')
      const inside = [...names].filter(([path]) => path !== folder && dirname(path) === folder)
      return inside.map(([path, found]) => ({
        name: path.slice(folder.length + 1),
        folder: found === 'folder',
      }))
    },
    async makeFolder(path) {
      mustBeFree(path)
      rename(dirname(path), (tree) => tree.set(path, 'folder'))
    },
    async create(path) {
      mustBeFree(path)
      const content: Content = { now: new Uint8Array(), onDisk: new Uint8Array(), names: 1 }
      rename(dirname(path), (tree) => tree.set(path, content))
      return writable(content)
    },
    async grow(path, mode) {
      if (!names.has(path)) await (await fs.create(path, mode)).close()
      const content = contentAt(path)
      return { ...writable(content), lastByte: async () => content.now.at(-1) ?? null }
    },
    async rename(from, to) {
      const content = contentAt(from)
      rename(dirname(to), (tree) => {
        tree.delete(from)
        tree.set(to, content)
      })
    },
    async link(from, to) {
      const content = contentAt(from)
      mustBeFree(to)
      content.names++
      rename(dirname(to), (tree) => tree.set(to, content))
    },
    async remove(path) {
      contentAt(path).names--
      rename(dirname(path), (tree) => tree.delete(path))
    },
    async syncFolder(folder) {
      for (const renaming of pending) if (renaming.folder === folder) renaming.carryOut(onDisk)
      pending = pending.filter((renaming) => renaming.folder !== folder)
      powerCut()
    },
    wait: async () => undefined,
  }
  powerCut()
  const acknowledge = (what: string) => {
    acknowledged.push(what)
    powerCut()
  }
  return { fs, acknowledge, states }
}

function stateOf(names: Names, content: 'all' | 'none' | 'half', acknowledged: string[]): CrashState {
  const reachable = (path: string): boolean =>
    dirname(path) === path || !path || (names.get(path) === 'folder' && reachable(dirname(path)))
  const files = new Map<string, Uint8Array>()
  const folders: string[] = []
  for (const [path, found] of names) {
    if (!reachable(dirname(path))) continue
    if (found === 'folder') folders.push(path)
    else files.set(path, survivor(found, content))
  }
  return { files, folders, acknowledged }
}

function survivor({ now, onDisk }: Content, content: 'all' | 'none' | 'half'): Uint8Array {
  if (content === 'all') return now
  if (content === 'none') return onDisk
  return now.slice(0, onDisk.length + Math.floor((now.length - onDisk.length) / 2))
}
