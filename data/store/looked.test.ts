import { describe, expect, it, vi } from 'vitest'
import { Looked } from './looked'
import { sealLine } from './sealed-lines'
import { memoryFolder } from './memory/memory-folder'
import { BlindStore } from './blind-store'
import type { Store } from './store'
import { text } from './testing/adas-work'
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

it('is new, and not changed, when it was made since and then changed', async () => {
  const { jonas, jonasTags, begin, articles } = await scene()
  const [article] = articles
  const second = await jonasTags(4, 9)
  valueOf(await jonas.carryOut({ do: 'write-note', article, annotation: second, note: 'Sure?' }))
  await jonas.close()
  const ada = await begin()
  expect(await newsOn(ada, article)).toEqual([second])
  await ada.close()
})

describe('the file of what I have looked at', () => {
  const article = 'a'.repeat(26)
  const at = (i: number) => new Date(Date.UTC(2031, 2, 12, 9, 0, i)).toISOString()
  const lookAt = (i: number) => ({ article, at: at(i), seen: {}, looked: {} })
  const vaultWith = (lines: readonly unknown[]) =>
    memoryFolder({ 'looked.log': lines.map(sealLine).join('') })

  it('has its last line on an article count, but for one of another shape', async () => {
    const looked = await Looked.open(vaultWith([lookAt(1), lookAt(2), { article }, { article, seen: 7 }]))
    expect(looked.on(article)).toEqual(lookAt(2))
  })

  it('is written anew when it has a thousand lines more than articles', async () => {
    const linesAfter = async (count: number) => {
      const vault = vaultWith(Array.from({ length: count }, (_, i) => lookAt(i)))
      await Looked.open(vault)
      return text(vault.files.get('looked.log')).trim().split('\n')
    }
    expect(await linesAfter(1_001)).toHaveLength(1_001)
    expect(await linesAfter(1_002)).toEqual([sealLine(lookAt(1_001)).trim()])
  })

  it('is the same in memory as long as others have nothing new, so that what was made of it is used again', async () => {
    const looked = await Looked.open(null)
    const works = new Map([['jonas-lim', { x: { rev: [1, 'zyxwvutsrq'], record: null } }]] as const)
    looked.opened(article, works, at(1))
    const before = looked.on(article)!
    looked.opened(article, works, at(2))
    const after = looked.on(article)!
    expect(after.at).toBe(at(2))
    expect([after.seen === before.seen, after.looked === before.looked]).toEqual([true, true])
  })
})
