import type { ArticleSummary } from '../model/article'
import type { Problem } from '../model/problem'
import type { Person } from '../model/project'
import { ok, type Result } from '../model/result'
import { loadProject } from './load-project'
import { clockOfAll, indexWork, readRegistries, readWorks } from './load-work'
import { likelyClock, liveRecords } from '../model/document'
import { replayJournal } from './replay-journal'
import type { Folder, Journal } from './ports'
import { countTags } from './my-work'
import { OpenedStore } from './opened-store'
import { inParallel } from './read-files'
import type { Store } from './store'

/** What a store needs from outside. */
export interface StorePorts {
  readonly folder: Folder
  /** The project folder as people know it, for messages. */
  readonly root: string
  readonly journal: Journal
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
  const loaded = await loadProject(folder, root)
  if (!loaded.ok) return loaded
  const troubles = [...loaded.value.troubles]
  const header = {
    project: loaded.value.project.id,
    annotator: ports.me.annotator.id,
    device: ports.me.device,
  }
  const replayed = await replayJournal(folder, journal, header)
  if (!replayed.ok) return replayed
  troubles.push(...replayed.value.owed)
  const index = await indexWork(folder, troubles)
  const registry = await readRegistries(folder, index.registries, troubles)
  const counted = await countWork(folder, loaded.value.articles, index.files, troubles)
  return ok(
    new OpenedStore(ports, {
      ...loaded.value,
      troubles,
      registry: liveRecords(registry),
      files: index.files,
      journalIsOwed: replayed.value.owed.length > 0,
      tags: counted.tags,
      clock: likelyClock(Math.max(counted.clock, replayed.value.clock)),
    }),
  )
}

async function countWork(
  folder: Folder,
  articles: readonly ArticleSummary[],
  files: Awaited<ReturnType<typeof indexWork>>['files'],
  troubles: Problem[],
) {
  let clock = 0
  const tags = new Map<string, Readonly<Record<string, number>>>()
  await inParallel(articles, 8, async ({ id }) => {
    const works = await readWorks(folder, files.get(id) ?? [], troubles)
    clock = Math.max(clock, clockOfAll(works))
    const counts = [...works].map(([annotator, items]): [string, number] => [
      annotator,
      countTags(liveRecords(items)),
    ])
    tags.set(id, Object.fromEntries(counts.filter(([, count]) => count > 0)))
  })
  return { clock, tags }
}
