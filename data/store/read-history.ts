import { findWork } from './find-work'
import { changesOf, clockOfStep, decodeSteps } from './history-log'
import type { Folder } from './ports'
import { inParallel } from './read-files'
import type { ArticleHistory, HistoryEntry } from './views'

/** Every step on an article that anybody's history in the project tells of. A history that cannot be read counts as a damaged line. */
export async function readHistory(folder: Folder, article: string): Promise<ArticleHistory> {
  const { histories } = await findWork(folder, article)
  const read = await inParallel(histories, 8, async ({ path, annotator, device }) => {
    const bytes = await folder.read(path)
    if (!bytes.ok) return { entries: [], damaged: 1 }
    const { steps, damaged } = decodeSteps(bytes.value ?? new Uint8Array())
    const entries = steps.map((step): HistoryEntry => {
      const { at, did, of = null } = step
      return { annotator, device, at, did, of, clock: clockOfStep(step), changes: changesOf(article, step) }
    })
    return { entries, damaged }
  })
  // A sync program's copy of a history has most of its lines too.
  const once = new Map(read.flatMap(({ entries }) => entries).map((entry) => [keyOf(entry), entry]))
  return {
    entries: [...once.values()].toSorted(byTime),
    damaged: read.reduce((sum, { damaged }) => sum + damaged, 0),
  }
}

const keyOf = ({ annotator, device, clock, did, at, changes }: HistoryEntry): string =>
  [annotator, device, clock, did, at, ...changes.map(({ id }) => id)].join(' ')

const byTime = (a: HistoryEntry, b: HistoryEntry): number => {
  if (a.annotator === b.annotator && a.device === b.device) return a.clock - b.clock
  return a.at < b.at ? -1 : a.at > b.at ? 1 : a.device < b.device ? -1 : 1
}
