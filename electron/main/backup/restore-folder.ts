import { randomBytes } from 'node:crypto'
import { mkdir, open, rename, rm, rmdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { BackupPorts, Run } from '../../../data/store/backup/ports'
import { restoreAll, type Put } from '../../../data/store/backup/read-backup'
import type { Problem } from '../../../data/model/problem'
import { failed, ok, type Result } from '../../../data/model/result'
import { partsOfFound } from '../../../data/store/check-path'
import { makeRoot } from '../../../data/store/files/node-folder'
import { whyOf } from '../../../data/store/files/system-error'
import { folderKind } from '../project/folder-kind'

/** What was restored: how many files, and the paths of those that the backup has no more as they were. */
export interface Restored {
  readonly files: number
  readonly lost: readonly string[]
}

/**
 * Makes a folder, missing or empty so far, what the project was. It is written beside its place and renamed when it
 * is whole: what is stopped or fails leaves nothing there.
 */
export async function restoreInto(
  ports: BackupPorts,
  backup: string,
  place: string,
  run: Run,
): Promise<Result<Restored, Problem>> {
  const kind = await folderKind(place)
  if (!kind.ok) return kind
  if (kind.value !== 'missing' && kind.value !== 'empty')
    return failed({ kind: 'folder-not-empty', folder: place })
  const unfinished = join(dirname(place), `~${basename(place)}-${randomBytes(4).toString('hex')}.tmp`)
  try {
    const made = await makeRoot(unfinished)
    if (!made.ok) return made
    const restored = await restoreAll(ports, backup, putInto(unfinished), run)
    if (!restored.ok) return restored
    if (kind.value === 'empty') await rmdir(place)
    await rename(unfinished, place)
    return restored
  } catch (error) {
    return failed({ kind: 'folder-unreachable', folder: place, why: whyOf(error) })
  } finally {
    await rm(unfinished, { recursive: true, force: true })
  }
}

/** Writes files below a folder, each flushed. Their names are checked as everywhere; none leaves the folder. */
function putInto(root: string): Put {
  const made = new Map<string, Promise<unknown>>()
  return async (path, bytes) => {
    const parts = partsOfFound(path)
    if (!parts.ok) return failed({ kind: 'not-saved', why: `the path ${parts.error}` })
    const file = join(root, ...parts.value)
    try {
      const folder = dirname(file)
      if (!made.has(folder)) made.set(folder, mkdir(folder, { recursive: true }))
      await made.get(folder)
      const handle = await open(file, 'wx')
      try {
        await handle.writeFile(bytes)
        await handle.sync()
      } finally {
        await handle.close()
      }
      return ok(null)
    } catch (error) {
      return failed({ kind: 'not-saved', why: whyOf(error) })
    }
  }
}
