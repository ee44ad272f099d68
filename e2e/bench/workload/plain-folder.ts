import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { failed, ok, type Result } from '../../../data/model/result'
import type { Problem } from '../../../data/model/problem'
import type { Folder } from '../../../data/store/ports'

/**
 * A folder that is written as fast as the disk's cache takes it, for hundreds of thousands of files that nobody would
 * miss: nothing is flushed, nothing is written beside its place first.
 */
export function plainFolder(root: string): Folder {
  const made = new Set<string>()
  const write = (path: string, bytes: Uint8Array, flag: 'w' | 'wx' | 'a'): void => {
    const file = join(root, path)
    const folder = dirname(file)
    if (!made.has(folder)) mkdirSync(folder, { recursive: true })
    made.add(folder)
    writeFileSync(file, bytes, { flag })
  }
  const done = async (path: string, bytes: Uint8Array, flag: 'w' | 'a'): Promise<Result<null, Problem>> => {
    write(path, bytes, flag)
    return ok(null)
  }
  const notHere: Problem = { kind: 'not-saved', why: 'this folder is only written' }
  return {
    async read(path) {
      const file = join(root, path)
      return ok(existsSync(file) ? readFileSync(file) : null)
    },
    readAll: async () => failed(notHere),
    list: async (path) => ok(readdirSync(join(root, path))),
    stamps: async () => failed(notHere),
    replace: (path, bytes) => done(path, bytes, 'w'),
    async create(path, bytes) {
      if (existsSync(join(root, path))) return ok('was-there')
      write(path, bytes, 'wx')
      return ok('created')
    },
    append: (path, lines) => done(path, lines, 'a'),
    remove: async () => failed(notHere),
  }
}
