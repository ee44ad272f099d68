import { realpath, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { WrittenFile } from '../formats/format'
import type { Problem } from '../model/problem'
import { failed, ok, type Result } from '../model/result'
import { makeFolders, replaceFile } from '../store/files/durable'
import { nodeFileSystem } from '../store/files/file-system'
import { codeOf, FileFault, whyOf } from '../store/files/system-error'

/**
 * Writes what a format made: one file as `path`, several as a folder there. `ok` means that the disk has them. A file
 * that is there is replaced in one step, so that a reader sees the old one or the new one, whole.
 */
export async function writeOut(path: string, files: readonly WrittenFile[]): Promise<Result<null, Problem>> {
  const [only, ...more] = files
  try {
    if (only && more.length === 0) await writeOne(path, only.text)
    else
      for (const file of files) {
        const place = join(path, file.path)
        await makeFolders(nodeFileSystem, dirname(place))
        await writeOne(place, file.text)
      }
    return ok(null)
  } catch (error) {
    return failed({ kind: 'not-saved', why: whyOf(error) })
  }
}

/** A link is followed, so that it stays one; a pipe or a device is written to, as there is nothing to replace. */
async function writeOne(path: string, text: string): Promise<void> {
  const there = await lookAt(path)
  if (there?.isDirectory()) throw new FileFault('a folder stands where a file should be')
  if (there && !there.isFile()) return writeFile(path, text)
  const place = there ? await realpath(path) : path
  const mode = there ? there.mode & 0o7777 : null
  await replaceFile(nodeFileSystem, place, new TextEncoder().encode(text), mode)
}

async function lookAt(path: string) {
  try {
    return await stat(path)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}
