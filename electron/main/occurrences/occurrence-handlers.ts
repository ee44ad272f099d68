import { setImmediate, setTimeout } from 'node:timers/promises'
import type { Finding, Sought } from '../../../data/record/occurrences/occurrence'
import { searchArticles } from '../../../data/record/occurrences/search-articles'
import { failed, ok } from '../../../data/model/result'
import { unpack } from '../../../data/record/packed'
import type { Store } from '../../../data/store/store'
import type { Handlers } from '../answer'
import type { HandlerPorts } from '../handlers'
import type { RecordThread } from '../record/record-thread'

/** Milliseconds that a search waits to be told where the words are likely to stand; then it looks in the order of the list. */
const WAIT = 50

/** The answers about looking for words in all articles: one search at a time, until it is over, stopped or followed by another. */
export function occurrenceHandlers({
  projects,
  tell,
  broke,
}: Pick<HandlerPorts, 'projects' | 'tell' | 'broke'>): Pick<Handlers, 'findOccurrences' | 'stopFinding'> {
  let current: object | null = null

  return {
    findOccurrences(search, sought, first) {
      const { store, record } = projects
      if (!store) return failed({ kind: 'no-project' })
      const own = {}
      current = own
      const isStopped = () => current !== own || projects.store !== store
      findIn(store, { sought, first, record, isStopped }, (finding) =>
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
  readonly record: Pick<RecordThread, 'ask'> | null
  readonly isStopped: () => boolean
}

async function findIn(
  store: Store,
  { sought, first, record, isStopped }: Asked,
  found: (finding: Finding) => void,
): Promise<void> {
  // The answer goes first, and is not kept waiting by the work.
  await setImmediate()
  const { articles, read, tagsOn } = store.throughArticles()
  const likely = new Set(record ? await likelyTo(record, sought.words) : [])
  const rest = articles.filter((id) => id !== first)
  // All are looked into, so a wrong guess hides nothing.
  const order = [
    ...(first === null ? [] : [first]),
    ...rest.filter((id) => likely.has(id)),
    ...rest.filter((id) => !likely.has(id)),
  ]
  const ports = { read, tagsOn, now: () => performance.now(), breathe: () => setImmediate() }
  for await (const finding of searchArticles(sought, order, ports, isStopped))
    if (!isStopped()) found(finding)
}

/** Where the words are likely to stand, as far as the record knows that and has time to say so. */
async function likelyTo(record: Pick<RecordThread, 'ask'>, words: string): Promise<readonly string[]> {
  const told = await Promise.race([
    record.ask<readonly string[]>({ name: 'likelyArticles', words }),
    setTimeout(WAIT, null),
  ])
  return told?.ok ? unpack(told.value) : []
}
