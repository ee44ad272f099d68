import { expect, it } from 'vitest'
import { memoryFolder } from './memory/memory-folder'
import { memoryJournal } from './memory/memory-journal'
import { openStore } from './open-store'
import type { Journal } from './ports'
import { addReports, putTags, watchedFolder } from './testing/crowd'
import { emptyProject, root, tag, valueOf } from './testing/talks'

const colleague = { annotator: 'jonas-lim', device: 'bcdefghijk' }

/** The calls that the second save on one article makes, in a project with `count` articles that somebody else has tagged. */
async function callsOfASave(
  count: number,
): Promise<{ readonly calls: string[]; readonly journal: number[] }> {
  const folder = await emptyProject()
  const articles = addReports(folder, count)
  for (const article of articles) putTags(folder, colleague, article, { tags: 2 })
  const [calls, lines]: [string[], number[]] = [[], []]
  const kept = memoryJournal()
  const journal: Journal = {
    append(entry) {
      lines.push(JSON.stringify(entry).length)
      return kept.append(entry)
    },
    leftOver: () => kept.leftOver(),
    clear: () => kept.clear(),
    close: () => kept.close(),
  }
  let ticks = 0
  const store = valueOf(
    await openStore({
      folder: watchedFolder(folder, 'project', calls),
      root,
      journal,
      vault: watchedFolder(memoryFolder(), 'vault', calls),
      me: { annotator: { id: 'ada-quill', name: 'Ada Quill' }, device: 'abcdefghij' },
      clock: {
        now: () => '2031-03-12T09:00:00.000Z',
        newId: () => `00000000-0000-7000-8000-${String(++ticks).padStart(12, '9')}`,
      },
      // Only the save is looked at here, and not what goes on beside it.
      lookEvery: 3_600_000,
    }),
  )
  const article = articles[7]!.id
  valueOf(await store.openArticle(article))
  valueOf(await store.carryOut(tag(article, 0, 6)))
  await store.flush()
  calls.length = lines.length = 0
  valueOf(await store.carryOut(tag(article, 7, 8)))
  expect(await store.flush()).toEqual({ state: 'saved' })
  const found = { calls: [...calls], journal: [...lines] }
  await store.close()
  return found
}

it('is the same in a project of a thousand articles as in one of ten, call for call and byte for byte', async () => {
  const [small, large] = [await callsOfASave(10), await callsOfASave(1_000)]
  expect(large).toEqual(small)
  expect(small.journal).toHaveLength(1)
})

it('touches that person’s files on that article, and what the vault keeps of the order of steps', async () => {
  const { calls } = await callsOfASave(10)
  const own =
    /^project (stamp|read|append|replace) work\/ada-quill\/abcdefghij\/[a-z2-7]{2}\/[a-z2-7]{26}\.(json|log)/
  expect(calls.filter((call) => !own.test(call) && !call.startsWith('vault append '))).toEqual([])
})
