import { expect, it } from 'vitest'
import { readArticle } from '../importers/read-article'
import { createProject } from './create-project'
import { memoryFolder, type MemoryFolder } from './memory/memory-folder'
import { memoryJournal, type MemoryJournal } from './memory/memory-journal'
import { openStore } from './open-store'
import type { Store } from './store'

const valueOf = <T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

let ids = 0
const clock = {
  now: () => '2031-03-12T09:00:00.000Z',
  newId: () => `00000000-0000-7000-8000-${String(++ids).padStart(12, '0')}`,
}
const me = { annotator: { id: 'ada-quill', name: 'Ada Quill' }, device: 'abcdefghij' }
const open = async (folder: MemoryFolder, journal: MemoryJournal) =>
  valueOf(await openStore({ folder, root: 'talks', journal, vault: null, me, clock }))

const tag = (store: Store, article: string) =>
  store.carryOut({ do: 'annotate', article, spans: [{ start: 0, end: 3 }], label: 'actor' })
const tagsOn = async (store: Store, article: string) =>
  valueOf(await store.openArticle(article)).sets[0]!.records.length

it('keeps in the journal what could not be brought into the folder, whatever is saved after that', async () => {
  const folder = memoryFolder()
  valueOf(await createProject(folder, 'talks', { id: 'talkstalkstalkst', name: 'T', created: clock.now() }))
  const journal = memoryJournal()
  const first = await open(folder, journal)
  const articles: string[] = []
  for (const text of ['Ada Quill came.', 'Ada Quill went.']) {
    const bytes = new TextEncoder().encode(text)
    const { article } = valueOf(readArticle({ name: 'a.txt', bytes }))
    valueOf(await first.addArticle(article, { bytes, extension: 'txt' }))
    articles.push(article.id)
  }
  const [monday = '', tuesday = ''] = articles
  valueOf(await tag(first, monday))

  folder.failWrite(1)
  const left = journal.restart()
  const second = await open(folder, left)
  expect(second.view()).toMatchObject({ troubles: [], saving: { state: 'saving' } })
  valueOf(await tag(second, tuesday))
  expect(await second.close()).toEqual({ state: 'saved' })

  const third = await open(folder, left.restart())
  expect(third.view().troubles).toEqual([])
  expect([await tagsOn(third, monday), await tagsOn(third, tuesday)]).toEqual([1, 1])
})

it.each([
  ['', 'the path'],
  ['../'.repeat(50_000), '../'.repeat(40)],
])('tells of a change to a file that is not mine, keeping what it says short', async (path, where) => {
  const folder = memoryFolder()
  valueOf(await createProject(folder, 'talks', { id: 'talkstalkstalkst', name: 'T', created: clock.now() }))
  const before = new Map(folder.files)
  const store = await open(folder, memoryJournal([{ path, items: {} }]))
  expect(store.view().troubles).toMatchObject([{ kind: 'bad-file', file: 'journal', where }])
  expect(folder.files).toEqual(before)
})
