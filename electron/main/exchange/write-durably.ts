import { stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { WrittenFile } from '../../../data/formats/format'
import type { Problem } from '../../../data/model/problem'
import { failed, ok, type Result } from '../../../data/model/result'
import { makeFolders, replaceFile } from '../../../data/store/files/durable'
import { nodeFileSystem } from '../../../data/store/files/file-system'
import { codeOf, whyOf } from '../../../data/store/files/system-error'

/** What is being written where users said. */
const underway = new Set<Promise<unknown>>()

/** Resolves when nothing is being written any more: the program ends after that, so that no part of a file is left behind. */
export async function allWritten(): Promise<void> {
  while (underway.size > 0) await Promise.allSettled(underway)
}

async function counted<T>(writing: Promise<T>): Promise<T> {
  underway.add(writing)
  try {
    return await writing
  } finally {
    underway.delete(writing)
  }
}

/**
 * Puts a whole file where the user said. `ok` means that the disk has it; on a Problem the file that was there, if any,
 * is as it was.
 */
export const writeBytesDurably = (path: string, bytes: Uint8Array): Promise<Result<null, Problem>> =>
  counted(writeBytes(path, bytes))

async function writeBytes(path: string, bytes: Uint8Array): Promise<Result<null, Problem>> {
  try {
    await replaceFile(nodeFileSystem, path, bytes, await modeOf(path))
    return ok(null)
  } catch (error) {
    return failed({ kind: 'not-saved', why: whyOf(error) })
  }
}

/** The same with a text, as UTF-8. */
const writeDurably = (path: string, text: string): Promise<Result<null, Problem>> =>
  writeBytesDurably(path, new TextEncoder().encode(text))

/** Writes what a format made: one file as `path`, several as a folder there. */
export const writeAllDurably = (
  path: string,
  files: readonly WrittenFile[],
): Promise<Result<null, Problem>> => counted(writeFiles(path, files))

async function writeFiles(path: string, files: readonly WrittenFile[]): Promise<Result<null, Problem>> {
  const [only, ...more] = files
  if (only && more.length === 0) return writeDurably(path, only.text)
  for (const file of files) {
    const place = join(path, file.path)
    try {
      await makeFolders(nodeFileSystem, dirname(place))
    } catch (error) {
      return failed({ kind: 'not-saved', why: whyOf(error) })
    }
    const written = await writeDurably(place, file.text)
    if (!written.ok) return written
  }
  return ok(null)
}

async function modeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).mode & 0o7777
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}
