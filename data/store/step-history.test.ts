import { describe, expect, it } from 'vitest'
import { memoryFolder } from './memory/memory-folder'
import { memoryJournal } from './memory/memory-journal'
import { adasWork, device, quotesOf, reopen } from './testing/adas-work'
import { open, tag, talks, valueOf } from './testing/talks'
import type { MyStep } from './views'

describe('undo after a restart', () => {
  it('goes on where it was, across articles, and redo too', async () => {
    const vault = memoryFolder()
    const { folder, store: first, articles } = await talks()
    await first.close()
    const store = await reopen(folder, vault)
    valueOf(await store.carryOut(tag(articles[0], 0, 3)))
    valueOf(await store.carryOut(tag(articles[1], 16, 19)))
    valueOf(await store.carryOut(tag(articles[0], 24, 31)))
    valueOf(await store.undo())
    await store.close()

    const again = await reopen(folder, vault)
    expect(again.view().history).toEqual({
      undo: { did: 'annotate', article: articles[1], articles: 1 },
      redo: { did: 'annotate', article: articles[0], articles: 1 },
    })
    valueOf(await again.redo())
    expect(await quotesOf(again, articles[0])).toEqual(['Ada', 'Dalmere'])
    for (const _ of [1, 2, 3]) valueOf(await again.undo())
    expect(await quotesOf(again, articles[0])).toEqual([])
    expect(await quotesOf(again, articles[1])).toEqual([])
    expect(valueOf(await again.undo()).changes).toEqual([])
  })

  it('is there after a crash, from the journal', async () => {
    const vault = memoryFolder()
    const { folder, store: first, articles } = await talks()
    await first.close()
    const journal = memoryJournal()
    const crashed = await open(folder, journal, 'Ada Quill', device, vault)
    valueOf(await crashed.carryOut(tag(articles[0], 0, 3)))

    const again = await open(folder, journal.restart(), 'Ada Quill', device, vault)
    expect(await quotesOf(again, articles[0])).toEqual(['Ada'])
    expect(again.view().history.undo).toEqual({ did: 'annotate', article: articles[0], articles: 1 })
    valueOf(await again.undo())
    expect(await quotesOf(again, articles[0])).toEqual([])
    await again.close()
  })

  it('leaves out a step whose tag was changed elsewhere since, and goes on to the one before', async () => {
    const { folder, article, vault } = await adasWork([])
    const store = await reopen(folder, vault)
    valueOf(await store.carryOut(tag(article, 0, 3)))
    const made = valueOf(await store.carryOut(tag(article, 24, 31))).changes[0]!
    await store.close()
    const laptop = await reopen(folder, null, 'Ada Quill', 'bcdefghijk')
    valueOf(await laptop.carryOut({ do: 'write-note', article, annotation: made.id, note: 'Is it a town?' }))
    await laptop.close()

    const again = await reopen(folder, vault)
    expect(await again.undo()).toMatchObject({ ok: false, error: { kind: 'changed-since' } })
    expect(await quotesOf(again, article)).toEqual(['Ada', 'Dalmere'])
    valueOf(await again.undo())
    expect(await quotesOf(again, article)).toEqual(['Dalmere'])
  })
})

describe('the history', () => {
  it('tells who changed what, when, from what', async () => {
    const { folder, article, vault } = await adasWork([[0, 3]])
    const store = await reopen(folder, vault)
    const [{ id } = { id: '' }] = valueOf(await store.openArticle(article)).sets[0]!.records
    valueOf(await store.carryOut({ do: 'relabel', article, annotation: id, label: 'position' }))
    valueOf(await store.undo())
    const { entries, damaged } = valueOf(await store.historyOf(article))
    expect(damaged).toBe(0)
    expect(
      entries.map(({ annotator, did, changes }) => [
        annotator,
        did,
        ...[changes[0]?.before, changes[0]?.after].map((record) =>
          record?.is === 'annotation' ? record.label : null,
        ),
      ]),
    ).toEqual([
      ['ada-quill', 'annotate', null, 'actor'],
      ['ada-quill', 'relabel', 'actor', 'position'],
      ['ada-quill', 'undo', 'position', 'actor'],
    ])
    expect(entries[2]!.of).toBe(entries[1]!.clock)
    expect(entries.map(({ at }) => at)).toEqual(entries.map(({ at }) => at).toSorted())
  })

  it('shows the article as it was, and brings my tags back in one step', async () => {
    const { folder, article, vault } = await adasWork([
      [0, 3],
      [24, 31],
    ])
    const store = await reopen(folder, vault)
    const ids = valueOf(await store.openArticle(article)).sets[0]!.records.map(({ id }) => id)
    const { entries } = valueOf(await store.historyOf(article))
    valueOf(await store.carryOut({ do: 'delete', article, annotations: ids }))
    expect(await quotesOf(store, article)).toEqual([])
    const [then] = valueOf(await store.asItWas(article, entries.at(-1)!.at))
    expect(then!.records).toHaveLength(2)
    valueOf(await store.bringBack(article, then!.records))
    expect(await quotesOf(store, article)).toEqual(['Ada', 'Dalmere'])
    valueOf(await store.undo())
    expect(await quotesOf(store, article)).toEqual([])
  })

  it('leaves alone what was made since somebody chose what to bring back', async () => {
    const { folder, article, vault } = await adasWork([[0, 3]])
    const store = await reopen(folder, vault)
    const then = valueOf(await store.openArticle(article)).sets[0]!.records
    const [ada] = then.map(({ id }) => id)
    valueOf(await store.carryOut({ do: 'delete', article, annotations: [ada!] }))
    valueOf(await store.carryOut(tag(article, 24, 31)))
    valueOf(await store.bringBack(article, then, [ada!]))
    expect(await quotesOf(store, article)).toEqual(['Ada', 'Dalmere'])
  })
})

describe('my steps', () => {
  const drawn = (steps: readonly MyStep[]) =>
    steps.map(
      ({ did, entry }) => `${did} ${entry?.changes.map(({ after }) => (after ? 'made' : 'gone')).join()}`,
    )

  it('are those that undo and redo go over, on all articles, with what each changed; after a restart too', async () => {
    const vault = memoryFolder()
    const { folder, store: first, articles } = await talks()
    await first.close()
    const store = await reopen(folder, vault)
    const made = valueOf(await store.carryOut(tag(articles[0], 0, 3))).changes[0]!
    valueOf(await store.carryOut(tag(articles[1], 16, 19)))
    valueOf(await store.carryOut({ do: 'delete', article: articles[0], annotations: [made.id] }))
    valueOf(await store.undo())
    const before = await store.mySteps()
    expect(drawn(before.done)).toEqual(['annotate made', 'annotate made'])
    expect(before.done.map(({ article }) => article)).toEqual([articles[1], articles[0]])
    expect(drawn(before.undone)).toEqual(['delete gone'])
    await store.close()
    expect(await (await reopen(folder, vault)).mySteps()).toEqual(before)
  })

  it('are none at first', async () => {
    const { store } = await talks()
    expect(await store.mySteps()).toEqual({ done: [], undone: [] })
  })
})
