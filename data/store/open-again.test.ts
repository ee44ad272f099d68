import { expect, it } from 'vitest'
import { memoryFolder } from './memory/memory-folder'
import { memoryJournal } from './memory/memory-journal'
import { openStore } from './open-store'
import { addReports, putTags, watchedFolder } from './testing/crowd'
import { emptyProject, root, tag, valueOf } from './testing/talks'

const ada = { annotator: 'ada-quill', device: 'abcdefghij' }
const jonas = { annotator: 'jonas-lim', device: 'bcdefghijk' }

/** Jonas has two tags on one of three articles, and Ada's store is open; `reads` are the files read since it was asked last. */
async function opened() {
  const folder = await emptyProject()
  const [article] = addReports(folder, 3)
  putTags(folder, jonas, article!, { tags: 2 })
  const calls: string[] = []
  let ticks = 0
  const store = valueOf(
    await openStore({
      folder: watchedFolder(folder, 'project', calls),
      root,
      journal: memoryJournal(),
      vault: memoryFolder(),
      me: { annotator: { id: ada.annotator, name: 'Ada Quill' }, device: ada.device },
      clock: {
        now: () => '2031-03-12T09:00:00.000Z',
        newId: () => `00000000-0000-7000-8000-${String(++ticks).padStart(12, '9')}`,
      },
      lookEvery: 3_600_000,
    }),
  )
  const { id } = article!
  return {
    folder,
    article: article!,
    store,
    open: async () => valueOf(await store.openArticle(id)),
    reads: () => calls.splice(0).filter((call) => call.startsWith('project read ')),
  }
}

it('reads nothing for an article that is opened again, and gives the same', async () => {
  const { store, open, reads } = await opened()
  const first = await open()
  expect(reads().length).toBeGreaterThan(1)
  expect(await open()).toBe(first)
  expect(reads()).toEqual([])
  await store.close()
})

it('gives what I have done since, and others’ tags without reading them', async () => {
  const { article, store, open, reads } = await opened()
  const first = await open()
  valueOf(await store.carryOut(tag(article.id, 0, 6)))
  reads()
  const then = await open()
  expect(then.sets.map(({ records }) => records.length)).toEqual([1, 2])
  expect(then.sets[1]).toBe(first.sets[1])
  valueOf(await store.undo())
  expect((await open()).sets[0]!.records).toEqual([])
  expect(reads().filter((call) => call.includes(jonas.annotator))).toEqual([])
  await store.close()
})

it('reads what others have saved since', async () => {
  const { folder, article, store, open } = await opened()
  await open()
  putTags(folder, jonas, article, { tags: 3, clock: 2 })
  expect((await open()).sets[1]!.records).toHaveLength(3)
  await store.close()
})

it('tells of a damaged file each time, and keeps nothing that was made out of it', async () => {
  const { folder, article, store, open, reads } = await opened()
  const path = putTags(folder, jonas, article, { tags: 2 })
  folder.files.set(path, folder.files.get(path)!.slice(0, -40))
  await open()
  reads()
  await open()
  expect(reads().some((call) => call.includes(path))).toBe(true)
  await store.close()
})
