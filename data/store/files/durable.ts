import { randomBytes } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import type { FileSystem, NewFile } from './file-system'
import { codeOf, FileFault } from './system-error'

/** Where folders cannot be flushed (Windows, some network shares), opening or flushing one gives one of these. */
const cannotSyncFolders = ['EACCES', 'EBADF', 'EINVAL', 'EISDIR', 'ENOSYS', 'ENOTSUP', 'EPERM']

/** Waits until the disk has the names in the folder, as far as the file system can promise that. */
export async function syncFolder(fs: FileSystem, folder: string): Promise<void> {
  try {
    await fs.syncFolder(folder)
  } catch (error) {
    if (!cannotSyncFolders.includes(codeOf(error))) throw error
  }
}

/** Makes the folder and those of its parents that are missing, and waits until the disk has their names. */
export async function makeFolders(fs: FileSystem, folder: string): Promise<void> {
  try {
    await fs.makeFolder(folder)
  } catch (error) {
    if (codeOf(error) === 'ENOENT' && dirname(folder) !== folder) {
      await makeFolders(fs, dirname(folder))
      return makeFolders(fs, folder)
    }
    if (!(await isFolder(fs, folder))) throw error
  }
  await syncFolder(fs, dirname(folder))
}

async function isFolder(fs: FileSystem, path: string): Promise<boolean> {
  try {
    return (await fs.look(await fs.realPath(path))).kind === 'folder'
  } catch {
    return false
  }
}

/** Writes all the bytes, however few the system takes at a time. */
export async function writeAll(file: NewFile, bytes: Uint8Array): Promise<void> {
  for (let written = 0; written < bytes.length;) {
    const count = await file.write(bytes.subarray(written))
    if (count === 0) throw new FileFault('the disk took no more bytes')
    written += count
  }
}

/**
 * Puts a whole new file in place of the old one, or where there was none. A power cut at any instant leaves the
 * old file or the new one, and after it returns the new one. `oldMode` is that of the file to replace. On an error
 * the old file is as it was, unless only the last flush of the folder failed: then it is the old or the new one.
 */
export async function replaceFile(
  fs: FileSystem,
  path: string,
  bytes: Uint8Array,
  oldMode: number | null,
): Promise<void> {
  const temporary = await writeTemporary(fs, path, bytes, oldMode)
  try {
    await renamePatiently(fs, temporary, path)
  } catch (error) {
    await forget(fs, temporary)
    throw error
  }
  await syncFolder(fs, dirname(path))
}

/**
 * Adds lines at the end of a file, made if need be, on a line of their own where the last one was cut off. A power cut
 * leaves a beginning of them at worst; after it returns, all. `isNew` spares flushing the folder's names.
 */
export async function appendLines(
  fs: FileSystem,
  path: string,
  lines: Uint8Array,
  isNew: boolean,
): Promise<void> {
  const file = await fs.grow(path, 0o666)
  try {
    const last = await file.lastByte()
    await writeAll(file, last === null || last === lineFeed ? lines : joined(Uint8Array.of(lineFeed), lines))
    await file.sync()
    if ((await file.state()).names === 0) throw new FileFault('the file was removed meanwhile')
  } finally {
    await file.close()
  }
  if (isNew) await syncFolder(fs, dirname(path))
}

const lineFeed = 0x0a

const joined = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts))

/** What `link` gives on a file system that has no second names (exFAT, many shares); EISDIR is Windows' way. */
const cannotLink = ['EACCES', 'EINVAL', 'EISDIR', 'EMLINK', 'ENOSYS', 'ENOTSUP', 'EPERM', 'EXDEV']

/**
 * Writes a file unless one is there, which is left as it is. Nobody ever sees half of it.
 *
 * Without second names a look and a rename take their place, since an exclusive write would show half a file, and
 * leave it after a power cut. Two programs that make one path in the same instant both succeed then, the later one's
 * bytes staying; what is made this way is either named by its content or has one writer.
 */
export async function createFile(
  fs: FileSystem,
  path: string,
  bytes: Uint8Array,
): Promise<'created' | 'was-there'> {
  const temporary = await writeTemporary(fs, path, bytes, null)
  try {
    const done = await renameIfFree(fs, temporary, path)
    await syncFolder(fs, dirname(path))
    return done
  } finally {
    await forget(fs, temporary)
  }
}

async function renameIfFree(
  fs: FileSystem,
  temporary: string,
  path: string,
): Promise<'created' | 'was-there'> {
  try {
    await fs.link(temporary, path)
  } catch (error) {
    if (codeOf(error) === 'EEXIST' || (await isThere(fs, path))) return 'was-there'
    if (!cannotLink.includes(codeOf(error))) throw error
    await renamePatiently(fs, temporary, path)
  }
  return 'created'
}

/**
 * A file beside `path` with these bytes, which the disk has. Its name is new every time: after a failed flush
 * the system may believe that the pages are written, so nothing is ever tried again on the same file.
 */
async function writeTemporary(
  fs: FileSystem,
  path: string,
  bytes: Uint8Array,
  mode: number | null,
): Promise<string> {
  const random = randomBytes(6).toString('hex')
  const temporary = join(dirname(path), `~${basename(path)}.${process.pid}-${random}.tmp`)
  // A new file gets what the user's umask allows, so that colleagues can read it on a share.
  const file = await fs.create(temporary, mode === null ? 0o666 : 0o600)
  try {
    try {
      if (mode !== null) await setMode(file, mode)
      await writeAll(file, bytes)
      const { size } = await file.state()
      if (size !== bytes.length) throw new FileFault(`the disk kept ${size} of ${bytes.length} bytes`)
      await file.sync()
    } finally {
      await file.close()
    }
  } catch (error) {
    await forget(fs, temporary)
    throw error
  }
  return temporary
}

/** Some file systems (FAT, many shares) have one mode for all files, and refuse any other. */
async function setMode(file: NewFile, mode: number): Promise<void> {
  try {
    await file.setMode(mode)
  } catch (error) {
    if (!['EINVAL', 'ENOSYS', 'ENOTSUP', 'EPERM'].includes(codeOf(error))) throw error
  }
}

/** On Windows virus scanners, indexers and sync programs hold a file open for a moment after it changed. */
export const patience = { codes: ['EPERM', 'EACCES', 'EBUSY'], tries: 20 }

async function renamePatiently(fs: FileSystem, from: string, to: string): Promise<void> {
  for (let tried = 1; ; tried++) {
    try {
      return await fs.rename(from, to)
    } catch (error) {
      if (tried >= patience.tries || !patience.codes.includes(codeOf(error))) throw error
      await fs.wait(Math.min(10 * tried, 100))
    }
  }
}

async function isThere(fs: FileSystem, path: string): Promise<boolean> {
  try {
    await fs.look(path)
    return true
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false
    throw error
  }
}

/** Removes a temporary file. One that stays harms nobody, and `sweepTemps` removes it later. */
async function forget(fs: FileSystem, temporary: string): Promise<void> {
  try {
    await fs.remove(temporary)
  } catch (error) {
    if (codeOf(error) === '') throw error
  }
}
