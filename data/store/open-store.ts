import type { Problem } from '../model/problem'
import type { Person } from '../model/project'
import { ok, type Result } from '../model/result'
import { OpenedStore } from './opened-store'
import type { Folder, Journal } from './ports'
import { replayJournal } from './replay-journal'
import { Shelf } from './shelf'
import type { Store } from './store'
import { paths } from './paths'
import { projectSchema } from '../model/project'
import { readAs } from './read-files'
import { failed } from '../model/result'

/** What a store needs from outside. */
export interface StorePorts {
  readonly folder: Folder
  /** The project folder as people know it, for messages. */
  readonly root: string
  readonly journal: Journal
  /**
   * A folder of this project's own in the user's application folder, never in the project: what can be made again, and
   * what is set aside. `null` keeps nothing.
   */
  readonly vault: Folder | null
  readonly me: { readonly annotator: Pick<Person, 'id' | 'name'>; readonly device: string }
  readonly clock: Clock
  /** Milliseconds between two looks at what others save. Left out: one second. */
  readonly lookEvery?: number
}

export interface Clock {
  /** ISO 8601, UTC. */
  readonly now: () => string
  /** A new UUID, later ones sorting after earlier ones. */
  readonly newId: () => string
}

/**
 * Opens a project: first brings into the folder what the journal of an interrupted session still holds, then
 * reads everything that the window lists. Files that cannot be read are troubles of the view; the rest works.
 */
export async function openStore(ports: StorePorts): Promise<Result<Store, Problem>> {
  const { folder, journal, root } = ports
  const project = await readAs(folder, paths.project, projectSchema)
  if (!project.ok) return project
  if (!project.value) return failed({ kind: 'not-a-project', folder: root })
  const header = { project: project.value.id, annotator: ports.me.annotator.id, device: ports.me.device }
  const replayed = await replayJournal(folder, journal, header)
  if (!replayed.ok) return replayed
  const shelf = await Shelf.open(folder, root)
  if (!shelf.ok) return shelf
  return ok(new OpenedStore(ports, shelf.value, replayed.value))
}
