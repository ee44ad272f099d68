import type { Folder } from './ports'
import { changesOf, clockOfStep, decodeSteps } from './history-log'
import { registryKind } from './document-kind'
import { findWork } from './find-work'
import type { RegistryChange } from './changes'
import { readHistory } from './read-history'
import { inParallel } from './read-files'
import type { HistoryEntry } from './views'

/** What the histories have of somebody's steps, by "article clock". Each article's is read once. */
export async function entriesOf(
  folder: Folder,
  annotator: string,
  steps: readonly { readonly article: string | null; readonly clock: number }[],
): Promise<ReadonlyMap<string, HistoryEntry>> {
  const wanted = new Set(steps.map(({ article, clock }) => `${article} ${clock}`))
  const articles = [...new Set(steps.flatMap(({ article }) => article ?? []))]
  const found = await inParallel(articles, 4, async (article) => {
    const { entries } = await readHistory(folder, article)
    return entries.flatMap((entry): (readonly [string, HistoryEntry])[] => {
      const key = `${article} ${entry.clock}`
      return entry.annotator === annotator && wanted.has(key) ? [[key, entry]] : []
    })
  })
  return new Map(found.flat())
}

/** What a step changed of what all articles share, and when (ISO 8601, UTC). */
export interface SharedStep {
  readonly at: string
  readonly changes: readonly RegistryChange[]
}

/** The same of what all articles share: what somebody's steps changed there, by clock. */
export async function sharedChangesOf(
  folder: Folder,
  annotator: string,
  clocks: ReadonlySet<number>,
): Promise<ReadonlyMap<number, SharedStep>> {
  if (clocks.size === 0) return new Map()
  const { histories } = await findWork(folder, null)
  const theirs = histories.filter((file) => file.annotator === annotator)
  const found = await inParallel(theirs, 8, async ({ path }) => {
    const bytes = await folder.read(path)
    const { steps } = decodeSteps((bytes.ok && bytes.value) || new Uint8Array(), registryKind, null)
    return steps
      .filter((step) => clocks.has(clockOfStep(step)))
      .map((step) => [clockOfStep(step), { at: step.at, changes: changesOf(null, step) }] as const)
  })
  return new Map(found.flat())
}
