import { expect, it, vi } from 'vitest'
import { emptyProject, articleFrom, bytesOf, open, tag, texts, valueOf } from './testing/talks'
import { memoryJournal } from './memory/memory-journal'
import type { StoreEvent } from './views'

/** Ada's store, which has looked over the whole project once and will not do so again; and what it tells. */
async function adas() {
  const folder = await emptyProject()
  const store = await open(folder, memoryJournal(), 'Ada Quill', 'abcdefghij', null, { lookEvery: 1e8 })
  const article = articleFrom(texts[0])
  valueOf(await store.addArticle(article, { bytes: bytesOf(texts[0]), extension: 'txt' }))
  await store.flush()
  const told: StoreEvent[] = []
  store.listen((event) => told.push(event))
  return { folder, store, article: article.id, told }
}

const names = (store: Awaited<ReturnType<typeof adas>>['store']) =>
  store.view().people.map(({ name }) => name)

it('meets somebody where their first tags are seen, before the next look over the whole project', async () => {
  const { folder, store, article, told } = await adas()
  const jonas = await open(folder, memoryJournal(), 'Jonas Reed', 'zzzzzzzzzz')
  valueOf(await jonas.carryOut(tag(article, 0, 3)))
  await jonas.flush()
  expect(names(store)).toEqual(['Ada Quill'])

  expect(valueOf(await store.openArticle(article)).sets).toHaveLength(2)
  expect(names(store)).toEqual(['Ada Quill', 'Jonas Reed'])
  expect(told.map(({ is }) => is)).toEqual(expect.arrayContaining(['sets', 'touched']))
  expect(store.view().articles[0]!.tags).toMatchObject({ 'jonas-reed': 1 })

  // What is told makes the window open the article again: that is the end of it.
  told.length = 0
  await store.openArticle(article)
  expect(told.filter(({ is }) => is === 'touched')).toEqual([])
  await jonas.close()
  await store.close()
})

it('looks for somebody of whom the project says nothing but once', async () => {
  const { folder, store, article, told } = await adas()
  const jonas = await open(folder, memoryJournal(), 'Jonas Reed', 'zzzzzzzzzz')
  valueOf(await jonas.carryOut(tag(article, 0, 3)))
  await jonas.flush()
  for (const path of folder.files.keys()) if (path.startsWith('people/jonas')) folder.files.delete(path)
  const list = vi.spyOn(folder, 'list')
  for (let time = 0; time < 3; time++) valueOf(await store.openArticle(article))
  expect(list.mock.calls.filter(([path]) => path === 'people')).toHaveLength(1)
  expect(names(store)).toEqual(['Ada Quill'])
  expect(told.filter(({ is }) => is === 'touched')).toEqual([])
  await jonas.close()
  await store.close()
})
