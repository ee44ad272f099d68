import { join } from 'node:path'
import { isTemporary } from '../check-path'
import { nodeFileSystem, type FileSystem } from './file-system'
import { whyOf } from './system-error'

const hour = 60 * 60 * 1000

/**
 * Removes the temporary files that a crash left in `folder` and below it, and says how many. Younger ones than an
 * hour may still be in use and stay. What cannot be read or removed is left for the next time.
 *
 * Costs a look into every folder below. Give it the folders that this device writes to: elsewhere a computer whose
 * clock is an hour wrong could be at work. `now` is in milliseconds since 1970.
 */
export async function sweepTemps(
  folder: string,
  now: number = Date.now(),
  fs: FileSystem = nodeFileSystem,
): Promise<number> {
  let removed = 0
  const waiting = [folder]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const { name, folder: isFolder } of await namesIn(fs, next)) {
      const path = join(next, name)
      if (isFolder) waiting.push(path)
      else if (isTemporary(name) && (await removeIfOld(fs, path, now))) removed++
    }
  }
  return removed
}

async function namesIn(fs: FileSystem, folder: string): ReturnType<FileSystem['names']> {
  try {
    return await fs.names(folder)
  } catch (error) {
    whyOf(error)
    return []
  }
}

async function removeIfOld(fs: FileSystem, path: string, now: number): Promise<boolean> {
  try {
    const { kind, modified } = await fs.look(path)
    if (kind !== 'file' || now - modified <= hour) return false
    await fs.remove(path)
    return true
  } catch (error) {
    whyOf(error)
    return false
  }
}
