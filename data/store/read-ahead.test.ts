import { expect, it } from 'vitest'
import { memoryFolder } from './memory/memory-folder'
import { memoryJournal } from './memory/memory-journal'
import { openStore } from './open-store'
import { addReports, putTags, watchedFolder } from './testing/crowd'
import { emptyProject, root, valueOf } from './testing/talks'

const me = { annotator: 'ada-quill', device: 'abcdefghij' }

/** The files that opening an article reads, after it was read ahead or not. */
async function readsOfOpening(
  isAhead: boolean,
): Promise<{ readonly reads: string[]; readonly tags: number }> {
  const folder = await emptyProject()
  const [article] = addReports(folder, 3)
  putTags(folder, me, article!, { tags: 4 })
  const calls: string[] = []
  const store = valueOf(
    await openStore({
      folder: watchedFolder(folder, 'project', calls),
      root,
      journal: memoryJournal(),
      vault: memoryFolder(),
      me: { annotator: { id: me.annotator, name: 'Ada Quill' }, device: me.device },
      clock: { now: () => '2031-03-12T09:00:00.000Z', newId: () => '' },
      lookEvery: 3_600_000,
    }),
  )
  const ahead = isAhead ? await store.readAhead(article!.id) : null
  calls.length = 0
  const opened = valueOf(await store.openArticle(article!.id))
  const { sets } = opened
  const reads = calls.filter((call) => call.startsWith('project read '))
  await store.close()
  // What was made of it ahead, as its packing, is used only if it is the same object.
  if (isAhead) expect(opened).toBe(ahead)
  return { reads, tags: sets[0]!.records.length }
}

it('spares the opening of an article its reading, and shows the same', async () => {
  const [plain, ahead] = [await readsOfOpening(false), await readsOfOpening(true)]
  expect(plain.reads.length).toBeGreaterThan(1)
  expect(ahead).toEqual({ reads: [], tags: plain.tags })
})
