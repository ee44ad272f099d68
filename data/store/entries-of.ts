import type { Step } from './history'
import type { Folder } from './ports'
import { readHistory } from './read-history'
import { inParallel } from './read-files'
import type { HistoryEntry } from './views'

/** What the histories have of somebody's steps, by "article clock". Each article's is read once. */
export async function entriesOf(
  folder: Folder,
  annotator: string,
  steps: readonly Pick<Step, 'article' | 'clock'>[],
): Promise<ReadonlyMap<string, HistoryEntry>> {
  const wanted = new Set(steps.map(({ article, clock }) => `${article} ${clock}`))
  const articles = [...new Set(steps.map(({ article }) => article))]
  const found = await inParallel(articles, 4, async (article) => {
    const { entries } = await readHistory(folder, article)
    return entries.flatMap((entry): (readonly [string, HistoryEntry])[] => {
      const key = `${article} ${entry.clock}`
      return entry.annotator === annotator && wanted.has(key) ? [[key, entry]] : []
    })
  })
  return new Map(found.flat())
}
