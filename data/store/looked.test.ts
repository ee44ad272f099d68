import { expect, it, vi } from 'vitest'
import { memoryFolder } from './memory/memory-folder'
import { BlindStore } from './blind-store'
import type { Store } from './store'
import { reviewedAs } from './testing/reviewed'
import { open, tag, talks, valueOf } from './testing/talks'

/** Ada has read the first article, with a tag of Jonas's on it, and has gone; Jonas is at work. */
async function scene() {
  const { folder, store, articles } = await talks()
  await store.close()
  const vault = memoryFolder()
  const jonas = await open(folder, undefined, 'Jonas Lim', 'zyxwvutsrq')
  const jonasTags = async (start: number, end: number, article = articles[0]) => {
    const { changes } = valueOf(await jonas.carryOut(tag(article, start, end)))
    await jonas.flush()
    return changes[0]!.id
  }
  const begin = () => open(folder, undefined, 'Ada Quill', 'abcdefghij', vault)
  const first = await jonasTags(0, 3)
  const ada = await begin()
  valueOf(await ada.openArticle(articles[0]))
  await ada.close()
  return { folder, jonas, jonasTags, begin, articles, first }
}

const newsOn = async (store: Store, article: string) => {
  const { news } = valueOf(await store.openArticle(article))
  return news?.records.map(({ id, isChanged }) => `${id}${isChanged ? ' changed' : ''}`)
}
const listed = (store: Store, article: string) =>
  store.view().articles.find(({ summary }) => summary.id === article)?.news

it('is what others have made or changed since I had the article open, until I have looked at it', async () => {
  const { jonas, jonasTags, begin, articles, first } = await scene()
  const [article] = articles
  const second = await jonasTags(4, 9)
  valueOf(await jonas.carryOut({ do: 'relabel', article, annotation: first, label: 'claim' }))
  await jonas.flush()

  const ada = await begin()
  expect(listed(ada, article)).toEqual(['jonas-lim'])
  expect(await newsOn(ada, article)).toEqual([`${first} changed`, second])
  await ada.lookedAt(article, [first])
  expect(await newsOn(ada, article)).toEqual([second])
  await ada.close()

  const again = await begin()
  expect(listed(again, article)).toEqual(['jonas-lim'])
  expect(await newsOn(again, article)).toEqual([second])
  await again.lookedAt(article, [second])
  expect(await newsOn(again, article)).toBeUndefined()
  expect(listed(again, article)).toBeUndefined()
  await again.close()
  const third = await begin()
  expect(listed(third, article)).toBeUndefined()
  await third.close()
  await jonas.close()
})

it('names what is changed once more after I have looked at it', async () => {
  const { jonas, jonasTags, begin, articles } = await scene()
  const [article] = articles
  const second = await jonasTags(4, 9)
  const ada = await begin()
  await newsOn(ada, article)
  await ada.lookedAt(article, null)
  expect(await newsOn(ada, article)).toBeUndefined()
  valueOf(await jonas.carryOut({ do: 'write-note', article, annotation: second, note: 'Sure?' }))
  await jonas.flush()
  await vi.waitFor(async () => expect(await newsOn(ada, article)).toEqual([`${second} changed`]))
  await vi.waitFor(() => expect(listed(ada, article)).toEqual(['jonas-lim']))
  await ada.close()
  await jonas.close()
})

it('has nothing of an article that I never had open, of what is mine, and of being done', async () => {
  const { jonas, jonasTags, begin, articles } = await scene()
  const [article, other] = articles
  await jonasTags(0, 6, other)
  valueOf(await jonas.carryOut({ do: 'finish', article }))
  await jonas.close()
  const ada = await begin()
  expect(listed(ada, other)).toBeUndefined()
  expect(await newsOn(ada, other)).toBeUndefined()
  expect(await newsOn(ada, article)).toBeUndefined()
  valueOf(await ada.carryOut(tag(article, 4, 9)))
  await ada.flush()
  expect(await newsOn(ada, article)).toBeUndefined()
  // Somebody has saved something, which was nothing to look at.
  expect(listed(ada, article)).toBeUndefined()
  await ada.close()
})

it('is hidden while others’ tags are, and has all of them once I am done', async () => {
  const { folder, jonas, jonasTags, begin, articles, first } = await scene()
  const [article, other] = articles
  const second = await jonasTags(4, 9)
  const third = await jonasTags(0, 6, other)
  await jonas.close()
  reviewedAs(folder, { blind: true })
  const ada = new BlindStore(await begin())
  expect(listed(ada, article)).toBeUndefined()
  expect(await newsOn(ada, article)).toBeUndefined()
  expect(await newsOn(ada, other)).toBeUndefined()
  for (const each of articles) valueOf(await ada.carryOut({ do: 'finish', article: each }))
  expect(await newsOn(ada, article)).toEqual([second])
  expect(await newsOn(ada, other)).toEqual([third])
  expect(first).not.toBe(second)
  await ada.close()
})

it('tells the list nothing when an article is opened for the first time, since the list has nothing new to show', async () => {
  const { jonas, jonasTags, begin, articles } = await scene()
  const [, other] = articles
  await jonasTags(0, 6, other)
  await jonas.close()
  const ada = await begin()
  const told: string[] = []
  const silence = ada.listen(({ is }) => told.push(is))
  valueOf(await ada.openArticle(other))
  silence()
  expect(told).not.toContain('articles')
  await ada.close()
})
