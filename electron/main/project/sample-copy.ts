import { randomBytes } from 'node:crypto'
import { rename, rm, rmdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Problem } from '../../../data/model/problem'
import { failed, ok, type Result } from '../../../data/model/result'
import { writeSample } from '../../../data/sample/write-sample'
import { makeRoot, nodeFolder } from '../../../data/store/files/node-folder'
import { whyOf } from '../../../data/store/files/system-error'
import { folderKind } from './folder-kind'
import { newProjectStamp } from './make-project'

const title = 'Parley sample'

/**
 * Copies the sample project into the first of the `homes` that can be written, as "Parley sample", or with a number
 * where something else has that name. Gives its folder.
 */
export async function copySample(homes: readonly string[]): Promise<Result<string, Problem>> {
  let answer: Result<string, Problem> = failed({ kind: 'not-saved', why: 'there is no folder for it' })
  for (const home of homes) {
    answer = await copyInto(home)
    if (answer.ok) return answer
  }
  return answer
}

async function copyInto(home: string): Promise<Result<string, Problem>> {
  const made = await makeRoot(home)
  if (!made.ok) return made
  for (let n = 1; ; n++) {
    const place = join(home, n === 1 ? title : `${title} ${n}`)
    const kind = await folderKind(place)
    if (!kind.ok) return kind
    if (kind.value === 'missing' || kind.value === 'empty') return copyTo(home, place, kind.value === 'empty')
  }
}

/** Written beside its place and renamed when it is whole, so that an interrupted copy is never taken for the sample. */
async function copyTo(home: string, place: string, isThere: boolean): Promise<Result<string, Problem>> {
  const unfinished = join(home, `~parley-sample-${randomBytes(4).toString('hex')}.tmp`)
  try {
    const made = await makeRoot(unfinished)
    if (!made.ok) return made
    const written = await writeSample(nodeFolder(unfinished), place, newProjectStamp())
    if (!written.ok) return written
    if (isThere) await rmdir(place)
    await rename(unfinished, place)
    return ok(place)
  } catch (error) {
    return failed({ kind: 'folder-unreachable', folder: place, why: whyOf(error) })
  } finally {
    await rm(unfinished, { recursive: true, force: true })
  }
}
