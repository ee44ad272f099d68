import { expect, it } from 'vitest'
import { shardOf } from '../model/ids'
import { BlindStore } from './blind-store'
import type { Watch } from './for-all'
import { memoryFolder } from './memory/memory-folder'
import { memoryJournal } from './memory/memory-journal'
import type { Together } from './registry-commands'
import type { Store } from './store'
import { addReports, watchedFolder } from './testing/crowd'
import { emptyProject, open, tag, valueOf } from './testing/talks'

/** An open project with so many articles, a step that tags them all, and every call to its folder. */
async function reports(count: number) {
  const folder = await emptyProject()
  const articles = addReports(folder, count)
  const calls: string[] = []
  const journal = memoryJournal()
  const [watched, vault] = [watchedFolder(folder, 'project', calls), memoryFolder()]
  const begin = async (from = journal) =>
    new BlindStore(await open(watched, from, 'Ada Quill', 'abcdefghij', vault, { lookEvery: 3_600_000 }))
  const step: Together = { do: 'together', as: 'tag-all', commands: articles.map(({ id }) => tag(id, 0, 6)) }
  const [shards, first] = [new Set(articles.map(({ id }) => shardOf(id))).size, articles[0]!.id]
  return { begin, store: await begin(), calls, journal, step, shards, first, folder }
}

/** Notes how far a step is, and stops it after so many articles. */
function stopAfter(most: number): Watch & { readonly told: [number, number][] } {
  const told: [number, number][] = []
  return { told, went: (...at) => void told.push(at), isStopped: () => told.length >= most }
}

const tagged = (store: Store): number =>
  store.view().articles.filter(({ tags }) => tags['ada-quill'] === 1).length

it('tells how many articles are ready, up to all of them', async () => {
  const { store, step } = await reports(12)
  const watch = stopAfter(Infinity)
  valueOf(await store.carryOut(step, undefined, watch))
  expect(watch.told).toEqual(Array.from({ length: 12 }, (_, i) => [i + 1, 12]))
  await store.close()
})

it('changes nothing when it is stopped on the way, here or after a crash, and can be asked for again', async () => {
  const { store, step, journal, begin, first, folder } = await reports(40)
  const files = folder.files.size
  expect(await store.carryOut(step, undefined, stopAfter(20))).toEqual({
    ok: false,
    error: { kind: 'cancelled' },
  })
  expect(store.view().history.undo).toBeNull()
  expect(valueOf(await store.openArticle(first)).sets[0]!.records).toEqual([])
  expect(await store.flush()).toEqual({ state: 'saved' })
  expect(folder.files.size).toBe(files)
  const again = await begin(journal.restart())
  expect(tagged(again)).toBe(0)
  valueOf(await again.carryOut(step, undefined, stopAfter(Infinity)))
  expect(tagged(again)).toBe(40)
  await again.close()
})

it('stays as it was done when undo or redo is stopped, and can be gone over then', async () => {
  const { store, step } = await reports(40)
  valueOf(await store.carryOut(step))
  expect(await store.undo(stopAfter(7))).toMatchObject({ error: { kind: 'cancelled' } })
  expect([tagged(store), store.view().history.undo?.did]).toEqual([40, 'tag-all'])
  valueOf(await store.undo(stopAfter(Infinity)))
  expect(await store.redo(stopAfter(7))).toMatchObject({ error: { kind: 'cancelled' } })
  expect([tagged(store), store.view().history.redo?.did]).toEqual([0, 'tag-all'])
  valueOf(await store.redo())
  expect(tagged(store)).toBe(40)
  await store.close()
})

it('is taken back, when it was the last, without a look at texts or histories', async () => {
  const { store, step, calls } = await reports(100)
  valueOf(await store.carryOut(step))
  await store.flush()
  calls.length = 0
  valueOf(await store.undo())
  expect(tagged(store)).toBe(0)
  expect(calls.filter((call) => /read .*(article\.json|\.log)/.test(call))).toEqual([])
  await store.close()
})

it('looks once for who has files, and lists each folder once, after a restart too', async () => {
  const { store, step, calls, begin, shards, journal } = await reports(100)
  const lists = (of: string) => calls.filter((call) => call.startsWith(`project list ${of}`))
  calls.length = 0
  valueOf(await store.carryOut(step))
  expect(lists('inbox')).toHaveLength(1)
  await store.close()
  const again = await begin(journal.restart())
  calls.length = 0
  valueOf(await again.undo())
  expect(lists('inbox')).toHaveLength(1)
  expect(lists('work/ada-quill/abcdefghij/')).toHaveLength(shards)
  expect(tagged(again)).toBe(0)
  await again.close()
})

it('is not said to be saved before the folder has all of it, and is in the journal until then', async () => {
  const { store, step, journal, folder } = await reports(40)
  valueOf(await store.carryOut(step))
  for (let write = 10; write < 200; write++) folder.failWrite(write)
  expect(await store.flush()).toMatchObject({ state: 'kept' })
  expect(journal.entries).toHaveLength(1)
  folder.beWhole()
  expect(await store.flush()).toEqual({ state: 'saved' })
  expect(journal.entries).toEqual([])
  const documents = [...folder.files.keys()].filter((path) =>
    /^work\/ada-quill\/.*[a-z2-7]{26}\.json$/.test(path),
  )
  expect(documents).toHaveLength(40)
  await store.close()
})
