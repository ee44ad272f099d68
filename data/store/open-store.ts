import type { Problem } from '../model/problem'
import type { Person } from '../model/project'
import { ok, type Result } from '../model/result'
import { Desk } from './desk'
import { headOf, readRevisions } from './codebook-revisions'
import { Looked } from './looked'
import { OpenedStore } from './opened-store'
import { historyFrom, StepsFile } from './steps-file'
import type { Folder, Journal } from './ports'
import { inForceByDefault } from './registries'
import { replayJournal } from './replay-journal'
import { Shelf } from './shelf'
import type { Blindable } from './blind-store'
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
  /** A file of the project as the newest backup has it in which it is whole. Left out: there are no backups. */
  readonly lastGood?: (path: string) => Promise<Uint8Array | null>
  /** Gives this computer another device id, for good, and says which. Left out: the one it has is nobody else's. */
  readonly newDevice?: () => Promise<string>
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
export async function openStore(ports: StorePorts): Promise<Result<Blindable, Problem>> {
  const { folder, journal, root, vault, clock } = ports
  const project = await readAs(folder, paths.project, projectSchema)
  if (!project.ok) return project
  if (!project.value) return failed({ kind: 'not-a-project', folder: root })
  const lastGood = async (path: string) => (await ports.lastGood?.(path)) ?? null
  const work = { folder, vault, lastGood, now: clock.now }
  const { file: steps, lines } = await StepsFile.open(vault)
  const troubles: Problem[] = []
  const found = await readRevisions(folder, troubles)
  if (!found.ok) troubles.push(found.error)
  const revisions = found.ok ? found.value : []
  const writer = {
    project: project.value.id,
    annotator: ports.me.annotator.id,
    inForceByDefault: inForceByDefault(headOf(revisions), project.value.created),
  }
  const replayed = await replayJournal(work, journal, steps, writer)
  if (!replayed.ok) return replayed
  const shelf = await Shelf.open(folder, root, vault)
  if (!shelf.ok) return shelf
  const again = replayed.value.steps > 0 ? await StepsFile.open(vault) : { lines, file: steps }
  const store = new OpenedStore(ports, {
    shelf: shelf.value,
    desk: new Desk({ ...work, ...writer, steps: again.file }, replayed.value.unwritten),
    steps: again.file,
    revisions,
    troubles,
    looked: await Looked.open(vault),
    history: historyFrom(again.lines),
    replayed: replayed.value,
    clock: Math.max(replayed.value.clock, again.lines.at(-1)?.clock ?? 0),
  })
  await store.begin()
  return ok(store)
}
