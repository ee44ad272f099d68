import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { readBackups } from '../../../data/store/backup/backups'
import { backupIdOf } from '../../../data/store/backup/manifest'
import { unwatched } from '../../../data/store/backup/ports'
import { contentId } from '../../../data/model/ids'
import type { Problem } from '../../../data/model/problem'
import type { Result } from '../../../data/model/result'
import { nodeFolder } from '../../../data/store/files/node-folder'
import { nodeCodec } from './node-codec'
import { restoreInto, type Restored } from './restore-folder'

/** The newest backup of a project that cannot be opened where it was. */
export interface LostProject {
  readonly name: string
  /** ISO 8601, UTC. */
  readonly made: string
  readonly files: number
  /** Makes a folder that is missing or empty what the project was. */
  readonly restore: (place: string) => Promise<Result<Restored, Problem>>
}

/**
 * Looks for backups of the project that was in `root`, by the place alone: its id cannot be read any more. `home` is the
 * application's own folder. `null` when there is none.
 */
export async function lostProject(home: string, root: string): Promise<LostProject | null> {
  const projects = join(home, 'projects')
  const ids = await readdir(projects).catch(() => [])
  for (const id of ids) {
    const vault = nodeFolder(join(projects, id, contentId(root).slice(0, 10), 'backups'))
    const backups = await readBackups({ vault, codec: nodeCodec })
    const newest = backups.ok ? backups.value.made[0] : undefined
    if (!newest) continue
    const clock = { now: () => new Date().toISOString(), newId: () => '' }
    const ports = { folder: nodeFolder(root), vault, codec: nodeCodec, clock }
    const restore = (place: string) => restoreInto(ports, backupIdOf(newest), place, unwatched)
    return { name: newest.project.name, made: newest.made, files: newest.files, restore }
  }
  return null
}
