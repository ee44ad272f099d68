import { expect, it } from 'vitest'
import { addArticle } from './add-article'
import { paths } from './paths'
import type { StoreEvent } from './views'
import { articleFrom, emptyProject, open, tag, talks, texts, valueOf } from './testing/talks'
import { memoryJournal } from './memory/memory-journal'

/** What Ada has made, as a set. */
async function adasSet() {
  const { store, articles } = await talks()
  valueOf(await store.carryOut(tag(articles[0], 0, 9)))
  return valueOf(await store.gatherSet({ articles: null, annotators: null }))
}

it('lists an article that came into the folder before its set was whole', async () => {
  const set = await adasSet()
  const folder = await emptyProject()
  const store = await open(folder, memoryJournal(), 'Jonas Lim')
  valueOf(await addArticle(folder, articleFrom(texts[0]), null))
  const events: StoreEvent[] = []
  store.listen((event) => events.push(event))

  valueOf(await store.receiveSet(set))
  expect(store.view().articles.map(({ summary }) => summary?.id)).toHaveLength(set.articles.length)
  for (const event of events)
    if (event.is === 'articles') for (const { summary } of event.articles) expect(summary).toBeTruthy()
})

it('keeps work readable after a set whose clock is at the end of all numbers', async () => {
  const set = await adasSet()
  const latest = {
    ...set,
    annotations: set.annotations.map((each) => ({
      ...each,
      rev: [Number.MAX_SAFE_INTEGER, 'bbbbbbbbbb'] as const,
    })),
  }
  const folder = await emptyProject()
  const store = await open(folder, memoryJournal(), 'Jonas Lim')
  const received = await store.receiveSet(latest)
  const article = articleFrom(texts[0])
  valueOf(await addArticle(folder, article, null))
  const again = received.ok ? store : await open(folder, memoryJournal(), 'Jonas Lim')
  valueOf(await again.carryOut(tag(article.id, 0, 9)))
  await again.close()
  const third = await open(folder, memoryJournal(), 'Jonas Lim')
  expect(third.view().troubles).toEqual([])
  expect(valueOf(await third.openArticle(article.id)).sets[0]!.records).toHaveLength(1)
})

it('shows my own work that comes back as a set at once, also while I work on', async () => {
  const set = await adasSet()
  const folder = await emptyProject()
  const store = await open(folder)
  const article = articleFrom(texts[0])
  valueOf(await store.addArticle(article, { bytes: new Uint8Array(), extension: 'txt' }))
  valueOf(await store.carryOut(tag(article.id, 10, 13)))
  const receiving = store.receiveSet(set)
  const working = [store.carryOut(tag(article.id, 14, 17)), store.carryOut(tag(article.id, 21, 23))]
  await receiving
  await Promise.all(working)
  const records = valueOf(await store.openArticle(article.id)).sets[0]!.records
  expect(records).toHaveLength(4)
  expect(store.view().articles.find(({ summary }) => summary.id === article.id)?.tags).toEqual({
    'ada-quill': 4,
  })
})

it('gives no revision twice, though a change that failed may be on the disk all the same', async () => {
  const { folder, articles } = await talks()
  const journal = memoryJournal()
  const revisions: unknown[] = []
  let failing = true
  const store = await open(folder, {
    ...journal,
    append: async (entry) => {
      for (const { rev } of Object.values(
        Object('items' in entry && entry.items) as Record<string, { rev: unknown }>,
      ))
        revisions.push(rev)
      return failing
        ? { ok: false, error: { kind: 'not-saved', why: 'the disk is full' } }
        : journal.append(entry)
    },
    leftOver: () => journal.leftOver(),
    clear: () => journal.clear(),
    close: () => journal.close(),
  })
  folder.failWrite(1)
  folder.failWrite(2)
  expect((await store.carryOut(tag(articles[0], 0, 9))).ok).toBe(false)
  failing = false
  valueOf(await store.carryOut(tag(articles[0], 0, 9)))
  expect(new Set(revisions.map(String)).size).toBe(2)
})

it('opens an article though my work on it is damaged, and changes nothing there', async () => {
  const { folder, store, articles } = await talks()
  valueOf(await store.carryOut(tag(articles[0], 0, 9)))
  await store.close()
  const path = paths.work('ada-quill', 'abcdefghij', articles[0])
  const bytes = folder.files.get(path)!.slice(0, 200)
  folder.files.set(path, bytes)
  const again = await open(folder)
  expect(again.view().troubles).toHaveLength(1)
  expect(valueOf(await again.openArticle(articles[0])).article.id).toBe(articles[0])
  expect((await again.carryOut(tag(articles[0], 0, 9))).ok).toBe(false)
  await again.close()
  expect(folder.files.get(path)).toEqual(bytes)
})

it('lets nobody’s forged clock win over my later changes', async () => {
  const { folder, store, articles } = await talks()
  const made = valueOf(await store.carryOut(tag(articles[0], 0, 9))).changes[0]!
  const set = valueOf(await store.gatherSet({ articles: null, annotators: null }))
  const forged = set.annotations.map((each) => ({
    ...each,
    note: 'forged',
    rev: [Number.MAX_SAFE_INTEGER, 'bbbbbbbbbb'] as const,
  }))
  valueOf(await store.receiveSet({ ...set, annotations: forged }))
  const note = { do: 'write-note', article: articles[0], annotation: made.id, note: 'mine' } as const
  valueOf(await store.carryOut(note))
  await store.close()
  const again = await open(folder)
  expect(valueOf(await again.openArticle(articles[0])).sets[0]!.records).toMatchObject([{ note: 'mine' }])
})

it('keeps my old name when the new one cannot be written', async () => {
  const { folder, store } = await talks()
  folder.failWrite(1)
  expect((await store.rename('Ada Q. Quill')).ok).toBe(false)
  expect(store.view().me.name).toBe('Ada Quill')
})

it('takes the later of two sets that another tool made without revisions', async () => {
  const set = await adasSet()
  const noted = (note: string) => ({
    ...set,
    annotations: set.annotations.map(({ rev: _, ...each }) => ({ ...each, note })),
  })
  for (const last of ['one', 'two', 'three', 'four', 'five']) {
    const store = await open(await emptyProject(), memoryJournal(), 'Jonas Lim')
    valueOf(await store.receiveSet(noted('first')))
    valueOf(await store.receiveSet(noted(last)))
    const [, theirs] = valueOf(await store.openArticle(articleFrom(texts[0]).id)).sets
    expect(theirs!.records).toMatchObject([{ note: last }])
  }
})

it('takes a deletion along: a later set without a tag takes it away, an older one does not bring it back', async () => {
  const { store, articles } = await talks()
  const { changes } = valueOf(await store.carryOut(tag(articles[0], 0, 9)))
  const whole = { articles: null, annotators: null }
  const before = valueOf(await store.gatherSet(whole))
  valueOf(await store.carryOut({ do: 'delete', article: articles[0], annotations: [changes[0]!.id] }))
  const after = valueOf(await store.gatherSet(whole))
  expect(after.deleted).toMatchObject([{ id: changes[0]!.id, articleId: articles[0] }])

  for (const sets of [
    [before, after],
    [after, before],
  ]) {
    const other = await open(await emptyProject(), memoryJournal(), 'Jonas Lim')
    for (const set of sets) valueOf(await other.receiveSet(set))
    expect(valueOf(await other.openArticle(articles[0])).sets).toHaveLength(1)
  }
})
