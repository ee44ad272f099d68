import { setImmediate } from 'node:timers/promises'
import type { Finding, Sought } from '../../../data/record/occurrences/occurrence'
import { searchArticles } from '../../../data/record/occurrences/search-articles'
import { failed, ok } from '../../../data/model/result'
import type { Store } from '../../../data/store/store'
import type { Handlers } from '../answer'
import type { HandlerPorts } from '../handlers'

/** The answers about looking for words in all articles: one search at a time, until it is over, stopped or followed by another. */
export function occurrenceHandlers({
  projects,
  tell,
  broke,
}: Pick<HandlerPorts, 'projects' | 'tell' | 'broke'>): Pick<Handlers, 'findOccurrences' | 'stopFinding'> {
  let current: object | null = null

  return {
    findOccurrences(search, sought, first) {
      const { store } = projects
      if (!store) return failed({ kind: 'no-project' })
      const own = {}
      current = own
      const isStopped = () => current !== own || projects.store !== store
      findIn(store, { sought, first, isStopped }, (finding) =>
        tell({ is: 'occurrences', search, finding }),
      ).catch((error: unknown) => broke('A search failed', error))
      return ok(null)
    },
    stopFinding() {
      current = null
      return null
    },
  }
}

interface Asked {
  readonly sought: Sought
  readonly first: string | null
  readonly isStopped: () => boolean
}

async function findIn(
  store: Store,
  { sought, first, isStopped }: Asked,
  found: (finding: Finding) => void,
): Promise<void> {
  // The answer goes first, and is not kept waiting by the work.
  await setImmediate()
  const { articles, read, tagsOn } = store.throughArticles()
  const order = first === null ? articles : [first, ...articles.filter((id) => id !== first)]
  const ports = { read, tagsOn, now: () => performance.now(), breathe: () => setImmediate() }
  for await (const finding of searchArticles(sought, order, ports, isStopped))
    if (!isStopped()) found(finding)
}
