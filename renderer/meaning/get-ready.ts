import type { RegistryRecord } from '../../data/model/records'
import { aliasesOf, entryName } from '../../data/model/registry'
import { foldedName } from '../../data/text/fuzzy'
import { store } from '../state/store'
import { learn, learntNow } from './learnt'
import { Meanings } from './meanings'

/**
 * Makes the names of the registries ready to be sought, whenever they are others and nothing else is to be done, so that the
 * key that asks who is meant need not wait for it. A little at a time, until the returned function is called.
 */
export function getNamesReady(): () => void {
  let made: readonly RegistryRecord[] | undefined
  let waiting: number | null = null

  const begin = () => {
    const records = store.getState().project?.registry
    if (records === undefined || records === made || waiting !== null) return
    made = records
    const names = records.values()
    const some = (idle: IdleDeadline) => {
      waiting = null
      // Others have come meanwhile.
      if (store.getState().project?.registry !== records) return begin()
      for (;;) {
        if (idle.timeRemaining() < 2) return void (waiting = requestIdleCallback(some))
        const { value, done } = names.next()
        if (done) return void finish(records)
        for (const name of [entryName(value), ...aliasesOf(value)]) foldedName(name)
      }
    }
    waiting = requestIdleCallback(some)
  }

  const unsubscribe = store.subscribe(begin)
  begin()
  return () => {
    unsubscribe()
    if (waiting !== null) cancelIdleCallback(waiting)
  }
}

async function finish(records: readonly RegistryRecord[]): Promise<void> {
  await learn()
  if (store.getState().project?.registry !== records) return
  for (const kind of ['actor', 'position'] as const) Meanings.of(records, learntNow(), kind)
}
