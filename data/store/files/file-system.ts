import * as calls from 'node:fs'
import { constants, promises as node } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'

const [open, close] = [promisify(calls.open), promisify(calls.close)]
const [stat, read] = [promisify(calls.fstat), promisify(calls.read)]

/** What stands at a path, itself: a symbolic link is not followed. */
export interface Entry {
  readonly kind: 'file' | 'folder' | 'link' | 'other'
  /** Bytes. */
  readonly size: number
  /** Permission bits. */
  readonly mode: number
  /** Milliseconds since 1970. */
  readonly modified: number
  /** What the file system calls it; the same name over another file has another. */
  readonly identity: number
}

/** A new file being written, from its start to its end. */
export interface NewFile {
  /** Writes some of the bytes after those already written, and says how many: maybe not all. */
  write(bytes: Uint8Array): Promise<number>
  /** `size` in bytes; `names` is how many names the file has, 0 when it was removed meanwhile. */
  state(): Promise<{ readonly size: number; readonly names: number }>
  setMode(mode: number): Promise<void>
  /** Waits until the disk has the content and all that describes it. */
  sync(): Promise<void>
  /** Waits until the disk has the content and its length. */
  syncContent(): Promise<void>
  close(): Promise<void>
}

/** A file that is added to at its end. `state` and `write` are of the whole file. */
export interface GrowingFile extends NewFile {
  /** `null` when it is empty. */
  lastByte(): Promise<number | null>
}

/**
 * The calls that the store makes on a file system, so that a test can let any of them fail or lose power in
 * between. Each rejects with the system's error, whose `code` is as `ENOENT`.
 */
export interface FileSystem {
  look(path: string): Promise<Entry>
  /** The path without symbolic links. */
  realPath(path: string): Promise<string>
  read(path: string): Promise<Uint8Array>
  names(folder: string): Promise<readonly { readonly name: string; readonly folder: boolean }[]>
  makeFolder(path: string): Promise<void>
  /** Makes a file that must not be there yet. */
  create(path: string, mode: number): Promise<NewFile>
  /** Opens a file to add to it, and makes it if it is not there. */
  grow(path: string, mode: number): Promise<GrowingFile>
  rename(from: string, to: string): Promise<void>
  /** Gives a file a second name, which must not be there yet. */
  link(from: string, to: string): Promise<void>
  remove(path: string): Promise<void>
  /** Waits until the disk has the names in the folder. */
  syncFolder(path: string): Promise<void>
  wait(milliseconds: number): Promise<void>
}

/** This computer's. */
export const nodeFileSystem: FileSystem = {
  async look(path) {
    const found = await node.lstat(path)
    const kind = found.isFile()
      ? 'file'
      : found.isDirectory()
        ? 'folder'
        : found.isSymbolicLink()
          ? 'link'
          : 'other'
    return { kind, size: found.size, mode: found.mode & 0o7777, modified: found.mtimeMs, identity: found.ino }
  },

  realPath: (path) => node.realpath(path),

  async read(path) {
    // Windows has no O_NOFOLLOW; there the look before reading is all.
    // The calls of `node:fs/promises` take twice as long for a small file.
    const file = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0))
    try {
      // A plain array of its own, as every other implementation gives: Node's Buffer behaves differently.
      const bytes = new Uint8Array((await stat(file)).size)
      for (let at = 0; at < bytes.length;) {
        const { bytesRead } = await read(file, bytes, at, bytes.length - at, at)
        // It has become shorter meanwhile.
        if (bytesRead === 0) return bytes.slice(0, at)
        at += bytesRead
      }
      return bytes
    } finally {
      await close(file)
    }
  },

  async names(folder) {
    const entries = await node.readdir(folder, { withFileTypes: true })
    return entries.map((entry) => ({ name: entry.name, folder: entry.isDirectory() }))
  },

  async makeFolder(path) {
    await node.mkdir(path)
  },

  async create(path, mode) {
    return asNewFile(await node.open(path, 'wx', mode))
  },

  async grow(path, mode) {
    const { O_RDWR, O_CREAT, O_APPEND } = constants
    const file = await node.open(path, O_RDWR | O_CREAT | O_APPEND | (constants.O_NOFOLLOW ?? 0), mode)
    return {
      ...asNewFile(file),
      async lastByte() {
        const { size } = await file.stat()
        if (size === 0) return null
        const { buffer } = await file.read(new Uint8Array(1), 0, 1, size - 1)
        return buffer[0]!
      },
    }
  },

  rename: (from, to) => node.rename(from, to),
  link: (from, to) => node.link(from, to),
  remove: (path) => node.unlink(path),

  async syncFolder(path) {
    const folder = await node.open(path, 'r')
    try {
      await folder.sync()
    } finally {
      await folder.close()
    }
  },

  async wait(milliseconds) {
    await sleep(milliseconds)
  },
}

const asNewFile = (file: node.FileHandle): NewFile => ({
  write: async (bytes) => (await file.write(bytes, 0, bytes.length)).bytesWritten,
  state: async () => {
    const { size, nlink } = await file.stat()
    return { size, names: nlink }
  },
  setMode: (wanted) => file.chmod(wanted),
  sync: () => file.sync(),
  syncContent: () => file.datasync(),
  close: () => file.close(),
})
