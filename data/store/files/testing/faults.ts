import type { FileSystem, GrowingFile, NewFile } from '../file-system'

/** An error as the system gives it. */
export const systemError = (code: string): Error => Object.assign(new Error(code), { code })

export type Call = Exclude<keyof FileSystem | keyof GrowingFile, 'wait'>

export interface Faults {
  /** Whether the `count`-th call (from 1) of this name fails, and with which code. */
  readonly fail?: (call: Call, count: number, path: string) => string | null
  /** How many bytes the disk still takes; then ENOSPC. */
  readonly room?: number
  /** How many bytes one write takes at most. */
  readonly bite?: number
}

/** The file system with these faults. Waiting takes no time, and is counted in `waits`. */
export function withFaults(fs: FileSystem, faults: Faults): FileSystem & { readonly waits: number[] } {
  const counts = new Map<Call, number>()
  const waits: number[] = []
  let room = faults.room ?? Number.POSITIVE_INFINITY
  async function may<T>(call: Call, path: string, job: () => Promise<T>): Promise<T> {
    const count = (counts.get(call) ?? 0) + 1
    counts.set(call, count)
    const code = faults.fail?.(call, count, path)
    if (code) throw systemError(code)
    return job()
  }
  async function write(file: NewFile, bytes: Uint8Array): Promise<number> {
    if (room === 0 && bytes.length > 0) throw systemError('ENOSPC')
    const taken = Math.min(bytes.length, room, faults.bite ?? bytes.length)
    room -= taken
    return file.write(bytes.subarray(0, taken))
  }
  return {
    waits,
    look: (path) => may('look', path, () => fs.look(path)),
    realPath: (path) => may('realPath', path, () => fs.realPath(path)),
    read: (path) => may('read', path, () => fs.read(path)),
    names: (path) => may('names', path, () => fs.names(path)),
    makeFolder: (path) => may('makeFolder', path, () => fs.makeFolder(path)),
    rename: (from, to) => may('rename', to, () => fs.rename(from, to)),
    link: (from, to) => may('link', to, () => fs.link(from, to)),
    remove: (path) => may('remove', path, () => fs.remove(path)),
    syncFolder: (path) => may('syncFolder', path, () => fs.syncFolder(path)),
    async wait(milliseconds) {
      waits.push(milliseconds)
    },
    create: (path, mode) => may('create', path, async () => faultyFile(path, await fs.create(path, mode))),
    grow: (path, mode) =>
      may('grow', path, async () => {
        const file = await fs.grow(path, mode)
        return {
          ...faultyFile(path, file),
          lastByte: () => may('lastByte', path, () => file.lastByte()),
        }
      }),
  }

  function faultyFile(path: string, file: NewFile): NewFile {
    return {
      write: (bytes) => may('write', path, () => write(file, bytes)),
      state: () => may('state', path, () => file.state()),
      setMode: (wanted) => may('setMode', path, () => file.setMode(wanted)),
      sync: () => may('sync', path, () => file.sync()),
      syncContent: () => may('syncContent', path, () => file.syncContent()),
      async close() {
        await file.close()
        await may('close', path, async () => undefined)
      },
    }
  }
}
