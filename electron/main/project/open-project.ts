import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { v7 as uuid7 } from 'uuid'
import { contentId } from '../../../data/model/ids'
import type { Problem } from '../../../data/model/problem'
import { projectSchema } from '../../../data/model/project'
import { failed, ok, type Result } from '../../../data/model/result'
import { openJournal } from '../../../data/store/files/node-journal'
import { lastGood } from '../../../data/store/backup/read-backup'
import { makeRoot, nodeFolder, ownFolder } from '../../../data/store/files/node-folder'
import { sweepTemps } from '../../../data/store/files/sweep-temps'
import { openStore, type StorePorts } from '../../../data/store/open-store'
import { paths } from '../../../data/store/paths'
import { readAs } from '../../../data/store/read-files'
import type { Blindable, BlindStore } from '../../../data/store/blind-store'
import { nodeCodec } from '../backup/node-codec'
import { ProjectBackups, type ProjectBackupsPorts } from '../backup/project-backups'
import { RecordThread, type RecordThreadPorts } from '../record/record-thread'

/** The id of the project in a folder. */
export async function projectIdIn(root: string): Promise<Result<string, Problem>> {
  const project = await readAs(nodeFolder(root), paths.project, projectSchema)
  if (!project.ok) return project
  return project.value ? ok(project.value.id) : failed({ kind: 'not-a-project', folder: root })
}

/** What this computer keeps of a project, below the application's own folder. A copy elsewhere has its own. */
const ownPlace = (home: string, project: string, root: string): string =>
  join(home, 'projects', project, contentId(root).slice(0, 10))

const clock = { now: () => new Date().toISOString(), newId: () => uuid7() }

/** Where a project's caches lie, in the user's own folder. */
const vaultOf = (own: string): string => join(own, 'vault')

/** The record of all articles of the project in `store`. */
export const openRecord = (
  { root, id, store }: { readonly root: string; readonly id: string; readonly store: BlindStore },
  home: string,
  ports: Pick<RecordThreadPorts, 'program' | 'told' | 'log'>,
): RecordThread => new RecordThread({ root, vault: vaultOf(ownPlace(home, id, root)), store, ...ports })

/** The backups of the project in `store`. */
export async function openBackups(
  { root, id, store }: { readonly root: string; readonly id: string; readonly store: BlindStore },
  home: string,
  ports: Pick<ProjectBackupsPorts, 'told' | 'log'>,
): Promise<ProjectBackups> {
  const place = join(ownPlace(home, id, root), 'backups')
  // Where it cannot be made, the first backup says why.
  await makeRoot(place)
  const backup = { folder: nodeFolder(root), vault: nodeFolder(place), codec: nodeCodec, clock }
  const { name } = store.view().project
  return new ProjectBackups({ backup, store, subject: { project: { id, name }, root }, place, ...ports })
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
): Promise<Result<Blindable, Problem>> {
  await makePrivate(join(home, 'projects'))
  const own = ownPlace(home, project, root)
  const journal = openJournal(join(own, 'journal'))
  const vault = vaultOf(own)
  const made = await makeRoot(vault)
  const store = await openStore({
    folder: nodeFolder(root),
    root,
    journal,
    // Without it work is saved all the same, straight into the project.
    vault: made.ok ? ownFolder(vault) : null,
    lastGood: (path) => fromBackup(own, path),
    me,
    clock,
    newDevice,
  })
  if (!store.ok) await journal.close()
  else await sweepTemps(join(root, paths.works, me.annotator.id, me.device))
  return store
}

/** A file as the newest backup has it in which it is whole. */
async function fromBackup(own: string, path: string): Promise<Uint8Array | null> {
  const found = await lastGood({ vault: nodeFolder(join(own, 'backups')), codec: nodeCodec }, path)
  return found.ok ? found.value : null
}

/** What stands in journals, backups and quarantine is nobody else's to read. Whoever needs the folder says what is wrong with it. */
async function makePrivate(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch(() => null)
}
