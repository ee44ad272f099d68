import { isTemporary, partsOfFolder, partsOfFound } from '../check-path'
import type { Problem } from '../../model/problem'
import { failed, ok, type Result } from '../../model/result'
import type { Folder } from '../ports'
import { inParallel } from '../read-files'
import type { Run } from './ports'

/**
 * The stretch of a project that a file belongs to. Files of one stretch are listed together, so that a change costs
 * the listing of its stretch and not of the project. It is the file's folder; where folders are sharded by two
 * characters, it is one for each first character: in a project of ten thousand articles, some three hundred files.
 */
export function stretchOf(path: string): string {
  const folders = path.split('/').slice(0, -1)
  const shard = folders.findLastIndex((name, i) => i > 0 && /^[a-z2-7]{2}$/.test(name))
  return shard === -1 ? folders.join('/') : [...folders.slice(0, shard), folders[shard]![0]].join('/')
}

const presence = /^work\/[^/]+\/[^/]+\/meta\.json$/

/** All files of a project by stretch, and the folders that could not be looked into. */
export interface Found {
  readonly stretches: ReadonlyMap<string, readonly string[]>
  readonly files: number
  readonly closed: readonly string[]
}

/**
 * Lists the project. Left out is what no project has: temporary files, and what hides behind a full stop or lies in a
 * folder with a name that no project folder has, as `.git`; and who works there at this moment, which is true of this
 * moment only. A project folder that cannot be reached is a Problem.
 */
export async function findFiles(folder: Folder, run: Run): Promise<Result<Found, Problem>> {
  const stretches = new Map<string, string[]>()
  const closed: string[] = []
  let files = 0
  let problem: Problem | null = null
  const look = async (path: string): Promise<string[]> => {
    if (problem !== null) return []
    if (run.isStopped()) problem = { kind: 'cancelled' }
    const names = await folder.list(path)
    if (!names.ok) {
      if (names.error.kind === 'folder-unreachable' || path === '') problem = names.error
      closed.push(path)
      return []
    }
    const base = path === '' ? '' : `${path}/`
    for (const name of names.value) {
      const file = base + name
      if (name.endsWith('/') || name.startsWith('.') || isTemporary(name)) continue
      if (presence.test(file) || !partsOfFound(file).ok) continue
      const key = stretchOf(file)
      const known = stretches.get(key)
      if (known) known.push(file)
      else stretches.set(key, [file])
      files++
    }
    return names.value.filter((name) => name.endsWith('/')).map((name) => base + name.slice(0, -1))
  }
  let level = ['']
  while (level.length > 0) {
    const below = await inParallel(level, 8, look)
    if (problem !== null) return failed(problem)
    await run.pause()
    level = below.flat().filter((path) => partsOfFolder(path).ok)
  }
  return ok({ stretches, files, closed })
}
