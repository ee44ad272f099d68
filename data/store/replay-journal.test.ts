import { expect, it } from 'vitest'
import { builtInCodebook } from '../model/built-in-codebook'
import { contentOf } from '../model/codebook'
import { memoryJournal } from './memory/memory-journal'
import { paths } from './paths'
import type { JournalEntry } from './ports'
import type { Store } from './store'
import { device, text } from './testing/adas-work'
import { emptyProject, open, tag, talks, valueOf } from './testing/talks'

const tagsOn = async (store: Store, article: string) =>
  valueOf(await store.openArticle(article)).sets[0]!.records.length

it('keeps in the journal what could not be brought into the folder, whatever is saved after that', async () => {
  const { folder, journal, store, articles } = await talks()
  const [monday, tuesday] = articles
  valueOf(await store.carryOut(tag(monday, 0, 3)))

  folder.failWrite(1)
  const left = journal.restart()
  const second = await open(folder, left)
  expect(second.view()).toMatchObject({ troubles: [], saving: { state: 'saving' } })
  valueOf(await second.carryOut(tag(tuesday, 0, 6)))
  expect(await second.close()).toEqual({ state: 'saved' })

  const third = await open(folder, left.restart())
  expect(third.view().troubles).toEqual([])
  expect([await tagsOn(third, monday), await tagsOn(third, tuesday)]).toEqual([1, 1])
  await third.close()
})

it('has it after one crash upon another, while the folder cannot be written', async () => {
  const { folder, journal, store, articles } = await talks()
  valueOf(await store.carryOut(tag(articles[0], 0, 3)))
  let left = journal.restart()
  for (let crash = 0; crash < 3; crash++) {
    for (let write = 1; write < 10; write++) folder.failWrite(write)
    await open(folder, left)
    left = left.restart()
  }
  folder.beWhole()
  const last = await open(folder, left)
  expect(await tagsOn(last, articles[0])).toBe(1)
  await last.close()
})

it('writes into the history what the document has and the history could not take', async () => {
  const { folder, journal, store, articles } = await talks()
  const [article] = articles
  valueOf(await store.carryOut(tag(article, 0, 3)))
  await store.flush()
  const { changes } = valueOf(await store.carryOut(tag(article, 4, 9)))
  folder.failWrite(1)
  expect(await store.flush()).toMatchObject({ state: 'kept' })
  const [file, history] = [
    paths.work('ada-quill', device, article),
    paths.history('ada-quill', device, article),
  ]
  const { id } = changes[0]!
  expect(
    [folder.files.get(file), folder.files.get(history)].map((bytes) => text(bytes).includes(id)),
  ).toEqual([true, false])
  const again = await open(folder, journal.restart())
  const { entries } = valueOf(await again.historyOf(article))
  expect(entries.map(({ did }) => did)).toEqual(['annotate', 'annotate'])
  await again.close()
})

it('changes nothing when the folder has it already', async () => {
  const { folder, journal, store, articles } = await talks()
  valueOf(await store.carryOut(tag(articles[0], 0, 3)))
  const left = [...journal.entries]
  await store.close()
  const before = new Map(folder.files)
  await (await open(folder, memoryJournal(left))).close()
  expect(folder.files).toEqual(before)
})

it('brings in nothing of a step whose codebook cannot be written, and all of it later', async () => {
  const { folder, journal, store } = await talks()
  const of = store.view().codebook.id
  const to = { ...contentOf(builtInCodebook), name: 'Who said what' }
  const { codebook } = valueOf(await store.carryOut({ do: 'revise-codebook', of, to }))
  const [registry, file] = [paths.registry('ada-quill', device), paths.codebook(codebook!.id)]
  const left = journal.restart()
  folder.failWrite(1)
  await open(folder, left)
  expect([folder.files.has(file), folder.files.has(registry)]).toEqual([false, false])
  const again = await open(folder, left.restart())
  expect([folder.files.has(file), folder.files.has(registry)]).toEqual([true, true])
  expect(again.view().codebook.id).toBe(codebook!.id)
  await again.close()
})

it('does not put records of one article into the file of another, which could not be read from then on', async () => {
  const { folder, journal, store, articles } = await talks()
  valueOf(await store.carryOut(tag(articles[0], 0, 3)))
  const [line] = journal.entries as readonly JournalEntry[]
  const path = paths.work('ada-quill', device, articles[1])
  const again = await open(folder, memoryJournal([{ ...line!, path }]))
  expect(again.view().troubles).toMatchObject([{ kind: 'bad-file', file: 'journal', where: path }])
  expect(folder.files.has(path)).toBe(false)
  await again.close()
})

it.each([
  ['', 'the path'],
  [paths.registry('jonas-lim', device), paths.registry('jonas-lim', device)],
  ['../'.repeat(50_000), '../'.repeat(40)],
])('tells of a change to a file that is not mine, keeping what it says short', async (path, where) => {
  const folder = await emptyProject()
  const before = new Map(folder.files)
  const store = await open(folder, memoryJournal([{ path, items: {} }]))
  expect(store.view().troubles).toMatchObject([{ kind: 'bad-file', file: 'journal', where }])
  expect(folder.files).toEqual(before)
})
