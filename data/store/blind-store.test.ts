import { describe, expect, it, vi } from 'vitest'
import { builtInCodebook } from '../model/built-in-codebook'
import { BlindStore, type BlindEvent } from './blind-store'
import { bytesOfJson } from './json-bytes'
import { packArticle, unpackArticle } from './packed-article'
import { paths } from './paths'
import type { StoreEvent } from './views'
import { reviewedAs } from './testing/reviewed'
import { open, tag, talks, valueOf } from './testing/talks'

/**
 * Ada has one tag on the first article and Jonas three on both; Ada has opened the project, which is reviewed blind unless
 * it is said otherwise.
 */
async function scene({ blind = true } = {}) {
  const { folder, store: first, articles } = await talks()
  valueOf(await first.carryOut(tag(articles[0], 0, 9)))
  await first.close()
  const jonas = await open(folder, undefined, 'Jonas Lim', 'zyxwvutsrq')
  for (const article of articles)
    for (const [start, end] of [
      [0, 3],
      [4, 9],
      [0, 9],
    ] as const)
      valueOf(await jonas.carryOut(tag(article, start, end)))
  valueOf(await jonas.carryOut({ do: 'finish', article: articles[0] }))
  await jonas.close()
  if (blind) reviewedAs(folder, { blind: true })
  const inner = await open(folder)
  const store = new BlindStore(inner)
  const told: StoreEvent[] = []
  const blindness: BlindEvent[] = []
  store.listen((event) => told.push(event))
  store.listenToBlindness((event) => blindness.push(event))
  const finish = async () => valueOf(await store.carryOut({ do: 'finish', article: articles[0] }))
  return { folder, inner, store, articles, told, blindness, finish }
}

const who = (sets: readonly { readonly annotator: string }[]) => sets.map(({ annotator }) => annotator)
const everybody = ['ada-quill', 'jonas-lim']
const later = '2031-12-01T00:00:00.000Z'

describe('others’ tags on an article that one is not done with, in a project that is reviewed blind', () => {
  it('are not in the article as it is opened, which says of how many there are some', async () => {
    const { store, articles, finish } = await scene()
    const before = valueOf(await store.openArticle(articles[0]))
    expect([who(before.sets), before.hidden]).toEqual([['ada-quill'], 1])
    expect(unpackArticle(packArticle(before))).toMatchObject({ hidden: 1 })
    // The same object, so that it is packed once.
    expect(valueOf(await store.openArticle(articles[0]))).toBe(before)
    await finish()
    const after = valueOf(await store.openArticle(articles[0]))
    expect([who(after.sets), after.hidden]).toEqual([everybody, undefined])
  })

  it('are not in what is read ahead', async () => {
    const { store, articles, finish } = await scene()
    expect(who((await store.readAhead(articles[0]))?.sets ?? [])).toEqual(['ada-quill'])
    await finish()
    expect(who((await store.readAhead(articles[0]))?.sets ?? [])).toEqual(everybody)
  })

  it('are not in the history, nor in the article as it was', async () => {
    const { store, articles, finish } = await scene()
    const told = async () => new Set(who(valueOf(await store.historyOf(articles[0])).entries))
    const was = async () => who(valueOf(await store.asItWas(articles[0], later)))
    expect([[...(await told())], await was()]).toEqual([['ada-quill'], ['ada-quill']])
    await finish()
    expect([[...(await told())].toSorted(), await was()]).toEqual([everybody, everybody])
  })

  it('do not say where they come from', async () => {
    const { folder, store, articles, finish } = await scene()
    const set = 'b'.repeat(26)
    const [article] = articles
    const provenance = { from: [], decisions: [], by: 'unanimous', weight: null }
    const id = '00000000-0000-7000-8000-000000000001'
    const origins = {
      format: 'parley/received-agreed',
      schema: 1,
      article,
      agreed: null,
      records: { [id]: provenance },
    }
    folder.files.set(paths.receivedAgreed(set, article), bytesOfJson(origins))
    folder.files.set(
      `inbox/${set}/set.json`,
      bytesOfJson({
        format: 'parley/received-set',
        schema: 1,
        id: set,
        annotators: [],
        tags: 0,
        received: later,
        codebook: builtInCodebook,
      }),
    )
    expect(valueOf(await store.cameFrom(article, id))).toBeNull()
    await finish()
    expect(valueOf(await store.cameFrom(article, id))).toMatchObject({ provenance, rule: null })
  })

  it('are not counted in the list, nor in what is told of it; that somebody is done is', async () => {
    const { store, articles, told, finish } = await scene()
    const listed = () => store.view().articles.find(({ summary }) => summary.id === articles[0])
    expect(listed()).toMatchObject({ tags: { 'ada-quill': 1 }, done: ['jonas-lim'] })
    valueOf(await store.carryOut(tag(articles[0], 4, 9)))
    expect(told.flatMap((event) => (event.is === 'articles' ? event.articles : []))).toMatchObject([
      { tags: { 'ada-quill': 2 } },
    ])
    await finish()
    expect(listed()?.tags).toEqual({ 'ada-quill': 2, 'jonas-lim': 3 })
  })

  it('are in no set that goes out, unless it is said so', async () => {
    const { store, finish } = await scene()
    const all = { articles: null, annotators: null }
    const sizes = async (hidden: boolean) => {
      const { annotations, annotators } = valueOf(await store.gatherSet({ ...all, hidden }))
      return [annotations.length, who(annotators.map(({ id }) => ({ annotator: id })))]
    }
    expect(await sizes(false)).toEqual([1, ['ada-quill']])
    expect(await sizes(true)).toEqual([7, everybody])
    await finish()
    // On the second article they stay here.
    expect(await sizes(false)).toEqual([4, everybody])
  })

  it('are seen as soon as one is done, and not any more when one takes it up again or that is undone', async () => {
    const { store, articles, told, blindness, finish } = await scene()
    const seen = async () => who(valueOf(await store.openArticle(articles[0])).sets).length
    expect([store.hides(articles[0]), store.seenOn()]).toEqual([true, []])
    await finish()
    expect(await seen()).toBe(2)
    expect(store.seenOn()).toEqual([articles[0]])
    // The open article is to be read again.
    expect(told.map(({ is }) => is)).toContain('sets')
    valueOf(await store.undo())
    expect(await seen()).toBe(1)
    await finish()
    valueOf(await store.carryOut({ do: 'take-up', article: articles[0] }))
    expect(await seen()).toBe(1)
    expect(blindness.map((event) => event.is === 'seen' && event.seen)).toEqual([true, false, true, false])
  })

  it('are hidden as soon as somebody says so, and seen again when it is taken back', async () => {
    const { folder, store, articles, told, blindness } = await scene({ blind: false })
    const seen = async () => who(valueOf(await store.openArticle(articles[0])).sets).length
    expect([await seen(), store.seenOn()]).toEqual([2, null])
    reviewedAs(folder, { blind: true })
    await vi.waitFor(async () => expect(await seen()).toBe(1))
    expect(told.findLast(({ is }) => is === 'articles')).toMatchObject({
      articles: [{ tags: {} }, { tags: { 'ada-quill': 1 } }].toReversed(),
    })
    reviewedAs(folder, { blind: false }, 2)
    await vi.waitFor(async () => expect(await seen()).toBe(2))
    expect(blindness).toEqual([
      { is: 'seen-on', articles: [] },
      { is: 'seen-on', articles: null },
    ])
  })

  it('are hidden and seen again as soon as one says so oneself, which everybody is told', async () => {
    const { store, told, blindness } = await scene({ blind: false })
    valueOf(await store.carryOut({ do: 'set-review', blind: true }))
    expect(blindness).toEqual([{ is: 'seen-on', articles: [] }])
    expect(told.map(({ is }) => is)).toEqual(expect.arrayContaining(['articles', 'sets']))
    valueOf(await store.undo())
    expect(blindness.at(-1)).toEqual({ is: 'seen-on', articles: null })
    valueOf(await store.redo())
    expect(blindness.at(-1)).toEqual({ is: 'seen-on', articles: [] })
  })

  it('are not said to be there where somebody is only done with the article', async () => {
    const { folder, store, articles } = await scene()
    const mara = await open(folder, undefined, 'Mara Voss', 'cdefghijkl')
    valueOf(await mara.carryOut({ do: 'finish', article: articles[0] }))
    await mara.close()
    expect(valueOf(await store.openArticle(articles[0])).hidden).toBe(1)
  })

  it('are seen when one has said on another computer of one’s own that one is done', async () => {
    const { folder, store, articles } = await scene()
    valueOf(await store.openArticle(articles[0]))
    const elsewhere = await open(folder, undefined, 'Ada Quill', 'cdefghijkl')
    valueOf(await elsewhere.carryOut({ do: 'finish', article: articles[0] }))
    await elsewhere.close()
    await vi.waitFor(async () => {
      expect(who(valueOf(await store.openArticle(articles[0])).sets)).toEqual(everybody)
    })
  })
})

it('hides nothing of a project that is not reviewed blind, and hands on the very objects', async () => {
  const { inner, store, articles } = await scene({ blind: false })
  const open = valueOf(await store.openArticle(articles[0]))
  expect(open).toBe(valueOf(await inner.openArticle(articles[0])))
  expect(store.view()).toEqual(inner.view())
})
