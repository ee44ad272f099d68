import type { RegistryRecord } from '../../data/model/records'
import { aliasesOf, entryName } from '../../data/model/registry'
import type { LearntNames } from '../../data/record/evidence'
import { foldedName } from '../../data/text/fuzzy'
import { store } from '../state/store'
import { learn, learntNow, whenLearnt } from './learnt'
import { Meanings, saidFrom } from './meanings'

/**
 * Makes the names of the registries, and what tags have taught about them, ready to be sought, whenever they are others and
 * nothing else is to be done, so that the key that asks who is meant need not wait for it. A little at a time, until the
 * returned function is called.
 */
export function getNamesReady(): () => void {
  let made: Sources | null = null
  let waiting: number | null = null

  const begin = () => {
    const sources = sourcesNow()
    if (sources === null || isSame(sources, made) || waiting !== null) return
    const isOther = sources.records !== made?.records
    made = sources
    const parts = partsOf(sources)
    const some = (idle: IdleDeadline) => {
      waiting = null
      // Others have come meanwhile.
      if (!isSame(sources, sourcesNow())) return begin()
      do {
        if (parts.next().done) return isOther ? void learn() : undefined
      } while (idle.timeRemaining() > 2)
      waiting = requestIdleCallback(some)
    }
    waiting = requestIdleCallback(some)
  }

  const unlisten = whenLearnt(begin)
  const unsubscribe = store.subscribe(({ record }, before) => {
    begin()
    if (record.building === null && before.record.building !== null) void learn()
  })
  begin()
  return () => {
    unlisten()
    unsubscribe()
    if (waiting !== null) cancelIdleCallback(waiting)
  }
}

interface Sources {
  readonly records: readonly RegistryRecord[]
  readonly learnt: LearntNames
}

function sourcesNow(): Sources | null {
  const records = store.getState().project?.registry
  return records === undefined ? null : { records, learnt: learntNow() }
}

const isSame = (a: Sources, b: Sources | null): boolean => a.records === b?.records && a.learnt === b.learnt

/** Does the work between one `next` and the other; names one by one, then what is made of all of them. */
function* partsOf({ records, learnt }: Sources): Generator<void, void> {
  for (const record of records) {
    for (const name of [entryName(record), ...aliasesOf(record)]) foldedName(name)
    yield
  }
  for (const called of Object.values(learnt.entries)) {
    saidFrom(called)
    yield
  }
  for (const kind of ['actor', 'position'] as const) {
    Meanings.of(records, learnt, kind)
    yield
  }
}
