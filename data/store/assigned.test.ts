import { expect, it, vi } from 'vitest'
import { open, tag, talks, valueOf } from './testing/talks'
import { unpackList, packList } from './packed-list'
import type { Store } from './store'

const listed = (store: Store, article: string) =>
  store.view().articles.find(({ summary }) => summary.id === article)
const ada = 'ada-quill'
const jonas = 'jonas-lim'

it('says in the list who should tag or review an article, by what was said last, from wherever', async () => {
  const { folder, store, articles } = await talks()
  const [article] = articles
  const other = await open(folder, undefined, 'Jonas Lim', 'zyxwvutsrq')
  valueOf(await other.carryOut(tag(article, 0, 3)))
  await other.flush()
  valueOf(await store.openArticle(article))
  await vi.waitFor(() => expect(listed(store, article)?.tags).toEqual({ [jonas]: 1 }))

  valueOf(await store.carryOut({ do: 'assign', article, person: jonas, to: 'review', off: false }))
  valueOf(await store.carryOut({ do: 'assign', article, person: ada, to: 'tag', off: false }))
  const both = [
    { person: ada, to: 'tag' },
    { person: jonas, to: 'review' },
  ]
  expect(listed(store, article)?.assigned).toEqual(both)
  expect(unpackList(packList(store.view().articles))).toEqual(store.view().articles)
  await store.flush()

  valueOf(await other.openArticle(article))
  await vi.waitFor(() => expect(listed(other, article)?.assigned).toEqual(both))
  valueOf(await other.carryOut({ do: 'assign', article, person: jonas, to: 'review', off: true }))
  valueOf(await other.carryOut({ do: 'mark-reviewed', article, agreed: true }))
  expect(listed(other, article)).toMatchObject({ assigned: [both[0]], reviewed: { [jonas]: 'agreed' } })
  await other.close()
  await vi.waitFor(() => expect(listed(store, article)?.assigned).toEqual([both[0]]))
  expect(listed(store, article)?.reviewed).toEqual({ [jonas]: 'agreed' })
  valueOf(await store.undo())
  expect(listed(store, article)).toMatchObject({ tags: { [jonas]: 1 } })
  expect(listed(store, article)?.assigned).toBeUndefined()
  await store.close()

  const again = await open(folder)
  expect(listed(again, article)).toMatchObject({ reviewed: { [jonas]: 'agreed' } })
  await again.close()
})

it('has nothing where nothing was assigned', async () => {
  const { store, articles } = await talks()
  expect(Object.keys(listed(store, articles[0]) ?? {}).toSorted()).toEqual(['done', 'summary', 'tags'])
  await store.close()
})
