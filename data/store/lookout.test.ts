import { expect, it, vi } from 'vitest'
import { memoryJournal } from './memory/memory-journal'
import { articleFrom, open, tag, talks, valueOf } from './testing/talks'
import type { StoreEvent } from './views'

/** Ada has the first article open while somebody works in the same folder. */
async function whileAdaReads(name: string, device: string) {
  const ada = await talks()
  const events: StoreEvent[] = []
  valueOf(await ada.store.openArticle(ada.articles[0]))
  ada.store.listen((event) => events.push(event))
  const other = await open(ada.folder, memoryJournal(), name, device)
  return { ...ada, events, other }
}

const setsOf = async ({ store, articles }: Awaited<ReturnType<typeof whileAdaReads>>) =>
  valueOf(await store.openArticle(articles[0])).sets

it('shows what another person saves while the article is open', async () => {
  const scene = await whileAdaReads('Jonas Lim', 'bcdefghijk')
  valueOf(await scene.other.carryOut(tag(scene.articles[0], 0, 9)))
  await scene.other.flush()

  await vi.waitFor(() => expect(scene.events.map(({ is }) => is)).toContain('sets'))
  expect(scene.store.view().people.map(({ name }) => name)).toContain('Jonas Lim')
  expect((await setsOf(scene)).map(({ annotator, records }) => [annotator, records.length])).toEqual([
    ['ada-quill', 0],
    ['jonas-lim', 1],
  ])
  await Promise.all([scene.store.close(), scene.other.close()])
})

it('joins what I save on another device with what I am doing here', async () => {
  const scene = await whileAdaReads('Ada Quill', 'bcdefghijk')
  valueOf(await scene.store.carryOut(tag(scene.articles[0], 10, 13)))
  valueOf(await scene.other.carryOut(tag(scene.articles[0], 0, 9)))
  await scene.other.flush()

  await vi.waitFor(() => expect(scene.events.map(({ is }) => is)).toContain('sets'))
  expect((await setsOf(scene))[0]?.records).toHaveLength(2)
  expect(scene.store.view().articles.flatMap(({ tags }) => Object.values(tags))).toEqual([2])
  await Promise.all([scene.store.close(), scene.other.close()])
})

it('lists an article that another person imports', async () => {
  const scene = await whileAdaReads('Jonas Lim', 'bcdefghijk')
  const article = articleFrom('A third report came in.')
  await vi.waitFor(async () => {
    valueOf(await scene.other.addArticle(article, { bytes: new Uint8Array(), extension: 'txt' }))
    expect(scene.store.titleOf(article.id)).not.toBeNull()
  })
  await Promise.all([scene.store.close(), scene.other.close()])
})

it('shows in the list what another person saves on an article that is not open', async () => {
  const scene = await whileAdaReads('Jonas Lim', 'bcdefghijk')
  valueOf(await scene.other.carryOut(tag(scene.articles[1], 0, 6)))
  await scene.other.flush()
  await vi.waitFor(() => {
    const listed = scene.store.view().articles.find(({ summary }) => summary.id === scene.articles[1])
    expect(listed?.tags).toEqual({ 'jonas-lim': 1 })
  }, 3_000)
  await Promise.all([scene.store.close(), scene.other.close()])
})

it('says nothing while nobody else saves, whatever I save here, however often it looks everywhere', async () => {
  const scene = await whileAdaReads('Jonas Lim', 'bcdefghijk')
  await scene.other.close()
  valueOf(await scene.store.carryOut(tag(scene.articles[0], 0, 9)))
  await scene.store.flush()
  scene.events.length = 0
  // A look everywhere comes after fifteen looks at the open article, 5 ms each.
  await new Promise((resolve) => setTimeout(resolve, 400))
  expect(scene.events).toEqual([])
  await scene.store.close()
})
