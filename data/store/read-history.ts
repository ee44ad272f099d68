import { workKind } from './document-kind'
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
    const { steps, damaged } = decodeSteps(bytes.value ?? new Uint8Array(), workKind, article)
    const entries = steps.map((step): HistoryEntry => {
      const { at, did, of = null, parts = 1 } = step
      const clock = clockOfStep(step)
      return { annotator, device, at, did, of, clock, parts, changes: changesOf(article, step) }
    })
    return { entries, damaged }
  })
  // A sync program's copy of a history has most of its lines too.
  const once = new Map(read.flatMap(({ entries }) => entries).map((entry) => [keyOf(entry), entry]))
  const byDevice = new Map<string, HistoryEntry[]>()
  for (const entry of once.values()) {
    const device = `${entry.annotator} ${entry.device}`
    const list = byDevice.get(device)
    if (list) list.push(entry)
    else byDevice.set(device, [entry])
  }
  const lists = [...byDevice.values()].map((list) => list.toSorted((a, b) => a.clock - b.clock))
  return { entries: merged(lists), damaged: read.reduce((sum, { damaged }) => sum + damaged, 0) }
}

const keyOf = ({ annotator, device, clock, did, at, changes }: HistoryEntry): string =>
  [annotator, device, clock, did, at, ...changes.map(({ id }) => id)].join(' ')

/**
 * The lists as one, by time; each keeps its own order, whatever its clock did meanwhile. Of two at one time the first list
 * goes first.
 */
function merged(lists: readonly (readonly HistoryEntry[])[]): HistoryEntry[] {
  const next = lists.map(() => 0)
  const entries: HistoryEntry[] = []
  for (;;) {
    let first: number | null = null
    for (const [i, list] of lists.entries()) {
      const head = list[next[i]!]
      if (head && (first === null || head.at < lists[first]![next[first]!]!.at)) first = i
    }
    if (first === null) return entries
    entries.push(lists[first]![next[first]!++]!)
  }
}
