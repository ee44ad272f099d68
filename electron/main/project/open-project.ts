import { join } from 'node:path'
import { v7 as uuid7 } from 'uuid'
import { contentId } from '../../../data/model/ids'
import type { Problem } from '../../../data/model/problem'
import { projectSchema } from '../../../data/model/project'
import { failed, ok, type Result } from '../../../data/model/result'
import { openJournal } from '../../../data/store/files/node-journal'
import { makeRoot, nodeFolder } from '../../../data/store/files/node-folder'
import { sweepTemps } from '../../../data/store/files/sweep-temps'
import { openStore, type StorePorts } from '../../../data/store/open-store'
import { paths } from '../../../data/store/paths'
import { readAs } from '../../../data/store/read-files'
import type { Store } from '../../../data/store/store'

/** The id of the project in a folder. */
export async function projectIdIn(root: string): Promise<Result<string, Problem>> {
  const project = await readAs(nodeFolder(root), paths.project, projectSchema)
  if (!project.ok) return project
  return project.value ? ok(project.value.id) : failed({ kind: 'not-a-project', folder: root })
}

/**
 * Opens the store over a folder, with its journal below `home`, the application's own folder. A copy of a project
 * has the same id and another place, and so a journal of its own: neither takes what belongs to the other. `newDevice`
 * is asked when another program turns out to write under this device's name.
 */
export async function openProject(
  root: string,
  project: string,
  home: string,
  me: StorePorts['me'],
  newDevice: () => Promise<string>,
): Promise<Result<Store, Problem>> {
  const own = join(home, 'projects', project, contentId(root).slice(0, 10))
  const journal = openJournal(join(own, 'journal'))
  const vault = join(own, 'vault')
  const made = await makeRoot(vault)
  if (!made.ok) return made
  const clock = { now: () => new Date().toISOString(), newId: () => uuid7() }
  const store = await openStore({
    folder: nodeFolder(root),
    root,
    journal,
    vault: nodeFolder(vault),
    me,
    clock,
    newDevice,
  })
  if (!store.ok) await journal.close()
  else await sweepTemps(join(root, paths.works, me.annotator.id, me.device))
  return store
}
