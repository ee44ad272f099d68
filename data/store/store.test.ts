import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { builtInCodebook } from '../model/built-in-codebook'
import type { WorkRecord } from '../model/records'
import { readArticle } from '../importers/read-article'
import { createProject } from './create-project'
import type { Command } from './commands'
import { memoryFolder, type MemoryFolder } from './memory/memory-folder'
import { memoryJournal, type MemoryJournal } from './memory/memory-journal'
import { openStore } from './open-store'
import { paths } from './paths'
import type { Store } from './store'
import { validate } from './validate'

const root = 'talks'
const texts = ['Ada Quill met Zoë 🙂 in Dalmere.\n\n“We will talk,” she said.', 'Nobody spoke to Ada Quill.']
const bytesOf = (text: string) => new TextEncoder().encode(text)

function articleFrom(text: string) {
  const read = readArticle({ name: 'talks.txt', bytes: bytesOf(text) })
  if (!read.ok) throw new Error(read.error.kind)
  return read.value.article
}

const valueOf = <T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

let ticks = 0
/** Counts ids and seconds, so that no two are alike. */
const clock = {
  now: () => new Date(Date.UTC(2031, 2, 12, 9, 0, ++ticks)).toISOString(),
  newId: () => `00000000-0000-7000-8000-${String(++ticks).padStart(12, '0')}`,
}

async function open(
  folder: MemoryFolder,
  journal: MemoryJournal = memoryJournal(),
  name = 'Ada Quill',
): Promise<Store> {
  const me = { annotator: { id: name.toLowerCase().replace(' ', '-'), name }, device: 'abcdefghij' }
  return valueOf(await openStore({ folder, root, journal, vault: null, me, clock }))
}

async function talks() {
  const folder = memoryFolder()
  valueOf(
    await createProject(folder, root, {
      id: 'talkstalkstalkst',
      name: 'Talks',
      created: '2031-03-12T09:00:00Z',
    }),
  )
  const journal = memoryJournal()
  const store = await open(folder, journal)
  const articles = texts.map(articleFrom)
  for (const [i, article] of articles.entries())
    valueOf(await store.addArticle(article, { bytes: bytesOf(texts[i]!), extension: 'txt' }))
  return { folder, journal, store, articles: articles.map(({ id }) => id) }
}

/** My records by id, as the store would show them now. */
async function stateOf(store: Store, articles: readonly string[]): Promise<Map<string, WorkRecord>> {
  const records = new Map<string, WorkRecord>()
  for (const id of articles)
    for (const record of valueOf(await store.openArticle(id)).sets[0]!.records) records.set(record.id, record)
  return records
}

const tag = (article: string, start: number, end: number, label = 'actor'): Command => ({
  do: 'annotate',
  article,
  spans: [{ start, end }],
  label,
})

describe('a tag', () => {
  it('is there after the project was closed and opened again', async () => {
    const { folder, store, articles } = await talks()
    const { changes } = valueOf(await store.carryOut(tag(articles[0]!, 0, 9)))
    await store.close()
    const again = await open(folder)
    expect(await stateOf(again, articles)).toEqual(new Map([[changes[0]!.id, changes[0]!.after]]))
    expect(changes[0]!.after).toMatchObject({
      target: [{ start: 0, end: 9, quote: 'Ada Quill', prefix: '' }],
    })
  })

  it('is read from the folder once, however often its article is opened', async () => {
    const { folder, store, articles } = await talks()
    await store.carryOut(tag(articles[0]!, 0, 9))
    await store.close()
    const again = await open(folder)
    const first = await again.openArticle(articles[0]!)
    const read = vi.spyOn(folder, 'read')
    expect(await again.openArticle(articles[0]!)).toEqual(first)
    expect(read).not.toHaveBeenCalled()
  })

  it('comes back from the journal when the program ended before the folder had it', async () => {
    const { folder, journal, store, articles } = await talks()
    await store.carryOut(tag(articles[0]!, 0, 9))
    expect([...folder.files.keys()].filter((path) => path.startsWith('work/'))).toEqual([])

    const again = await open(folder, journal.restart())
    expect([...(await stateOf(again, articles)).values()]).toMatchObject([
      { target: [{ quote: 'Ada Quill' }] },
    ])
    expect((await validate(folder, root)).problems).toEqual([])
  })

  it('is not made when neither journal nor folder takes it', async () => {
    const { folder, journal, store, articles } = await talks()
    journal.failWrite(1)
    folder.failWrite(1)
    folder.failWrite(2)
    const answer = await store.carryOut(tag(articles[0]!, 0, 9))
    expect(answer).toMatchObject({ ok: false, error: { kind: 'not-saved' } })
    expect((await stateOf(store, articles)).size).toBe(0)
    expect(store.view().history.undo).toBeNull()
  })

  it('is acknowledged by the folder alone when the journal is full', async () => {
    const { folder, journal, store, articles } = await talks()
    journal.failWrite(1)
    valueOf(await store.carryOut(tag(articles[0]!, 0, 9)))
    expect((await stateOf(await open(folder), articles)).size).toBe(1)
  })

  it('is kept on this computer while the folder cannot be written, and the status says so', async () => {
    const { folder, journal, store, articles } = await talks()
    await store.carryOut(tag(articles[0]!, 0, 9))
    folder.beReachable(false)
    expect(await store.flush()).toMatchObject({ state: 'kept' })
    expect(journal.entries).toHaveLength(1)
    folder.beReachable(true)
    expect(await store.flush()).toEqual({ state: 'saved' })
    expect(journal.entries).toHaveLength(0)
  })

  it('stays in the journal through later sessions while its file cannot be read', async () => {
    const { folder, journal, store, articles } = await talks()
    await store.carryOut(tag(articles[0]!, 0, 9))
    const path = paths.work('ada-quill', 'abcdefghij', articles[0]!)
    folder.files.set(path, bytesOf('{"damaged":'))
    const second = journal.restart()
    const again = await open(folder, second)
    expect(again.view().troubles).toMatchObject([{ file: path }, { file: path }])
    await again.carryOut(tag(articles[1]!, 0, 6))
    await again.close()

    folder.files.delete(path)
    expect((await stateOf(await open(folder, second.restart()), articles)).size).toBe(2)
  })

  it('never stands on half an emoji or off the text', async () => {
    const { store, articles } = await talks()
    const inside = texts[0]!.indexOf('🙂') + 1
    const { changes } = valueOf(await store.carryOut(tag(articles[0]!, inside, inside + 1)))
    expect(changes[0]!.after).toMatchObject({ target: [{ quote: '🙂' }] })
    expect(await store.carryOut(tag(articles[0]!, 3, 9999))).toMatchObject({ error: { kind: 'not-there' } })
    expect(await store.carryOut(tag(articles[0]!, 3, 3))).toMatchObject({ error: { kind: 'not-there' } })
    expect(await store.carryOut(tag(articles[0]!, 3, 4))).toMatchObject({
      error: { kind: 'only-white-space' },
    })
  })
})

it('deletes the links of a deleted tag with it, and one undo brings all back', async () => {
  const { store, articles } = await talks()
  const [article] = articles as [string]
  const actor = valueOf(await store.carryOut(tag(article, 0, 9))).changes[0]!.id
  const claim = valueOf(await store.carryOut(tag(article, 33, 49, 'claim'))).changes[0]!.id
  valueOf(await store.carryOut({ do: 'link', article, type: 'makes', from: actor, to: claim }))
  const before = await stateOf(store, articles)

  valueOf(await store.carryOut({ do: 'delete', article, annotations: [actor] }))
  expect([...(await stateOf(store, articles)).keys()]).toEqual([claim])
  await store.undo()
  expect(await stateOf(store, articles)).toEqual(before)
})

it('refuses a link that the codebook does not allow', async () => {
  const { store, articles } = await talks()
  const [article] = articles as [string]
  const actor = valueOf(await store.carryOut(tag(article, 0, 9))).changes[0]!.id
  const claim = valueOf(await store.carryOut(tag(article, 33, 49, 'claim'))).changes[0]!.id
  const link = { do: 'link', article, type: 'makes', from: claim, to: actor } as const
  expect(await store.carryOut(link)).toMatchObject({ error: { kind: 'link-not-allowed' } })
})

it('keeps the same text twice as one article', async () => {
  const { store } = await talks()
  const source = { bytes: bytesOf(texts[0]!), extension: 'txt' }
  expect(await store.addArticle(articleFrom(texts[0]!), source)).toEqual({
    ok: true,
    value: { isNew: false },
  })
  expect(store.view().articles).toHaveLength(2)
})

describe('a set', () => {
  it('comes into another project as its annotator’s, and a second time changes nothing', async () => {
    const { store, articles } = await talks()
    const actor = valueOf(await store.carryOut(tag(articles[0]!, 0, 9))).changes[0]!.id
    const claim = valueOf(await store.carryOut(tag(articles[0]!, 33, 49, 'claim'))).changes[0]!.id
    await store.carryOut({ do: 'link', article: articles[0]!, type: 'makes', from: actor, to: claim })
    const set = valueOf(await store.gatherSet({ articles: null, annotators: null }))

    const folder = memoryFolder()
    valueOf(
      await createProject(folder, root, {
        id: 'otherotherothero',
        name: 'Other',
        created: '2031-03-12T09:00:00Z',
      }),
    )
    const other = await open(folder, memoryJournal(), 'Jonas Lim')
    expect(await other.receiveSet(set)).toMatchObject({ ok: true, value: { isNew: true, tags: 2 } })
    const files = new Map(folder.files)
    expect(await other.receiveSet(set)).toMatchObject({ ok: true, value: { isNew: false } })
    expect(folder.files).toEqual(files)

    const [, theirs] = valueOf(await other.openArticle(articles[0]!)).sets
    expect(theirs).toMatchObject({ annotator: 'ada-quill' })
    expect(theirs!.records).toHaveLength(3)
    const back = valueOf(await other.gatherSet({ articles: null, annotators: ['ada-quill'] }))
    expect({ ...back, project: set.project, articles: set.articles }).toEqual(set)
    expect(new Set(back.articles)).toEqual(new Set(set.articles))
  })
})

it('opens the rest of a project when one file is damaged, and says which', async () => {
  const { folder, store, articles } = await talks()
  await store.close()
  const path = paths.article(articles[0]!)
  folder.files.set(path, folder.files.get(path)!.slice(0, 90))
  const again = await open(folder)
  expect(again.view().articles).toHaveLength(1)
  expect(again.view().troubles).toMatchObject([{ kind: 'bad-file', file: path }])
})

/** Any commands on the two articles; tags and links are chosen among those that are there by number. */
const wish = fc.oneof(
  fc.record({
    do: fc.constant('tag'),
    at: fc.nat(50),
    length: fc.integer({ min: 1, max: 20 }),
    label: fc.nat(2),
  }),
  fc.record({ do: fc.constant('relabel'), pick: fc.nat(9), label: fc.nat(2) }),
  fc.record({ do: fc.constant('move'), pick: fc.nat(9), at: fc.nat(50) }),
  fc.record({ do: fc.constant('note'), pick: fc.nat(9), note: fc.string({ maxLength: 5 }) }),
  fc.record({ do: fc.constant('confidence'), pick: fc.nat(9), value: fc.integer({ min: 1, max: 5 }) }),
  fc.record({ do: fc.constant('link'), pick: fc.nat(9), to: fc.nat(9), type: fc.nat(5) }),
  fc.record({ do: fc.constant('delete'), pick: fc.nat(9) }),
)
type Wish = {
  do: string
  pick?: number
  to?: number
  at?: number
  length?: number
  label?: number
  note?: string
  value?: number
  type?: number
}

function commandFor(wish: Wish, article: string, tags: readonly string[]): Command | null {
  const label = builtInCodebook.labels[wish.label ?? 0]!.id
  if (wish.do === 'tag') return tag(article, wish.at!, wish.at! + wish.length!, label)
  if (tags.length === 0) return null
  const annotation = tags[wish.pick! % tags.length]!
  switch (wish.do) {
    case 'relabel':
      return { do: 'relabel', article, annotation, label }
    case 'move':
      return { do: 'move', article, annotation, spans: [{ start: wish.at!, end: wish.at! + 3 }] }
    case 'note':
      return { do: 'write-note', article, annotation, note: wish.note! }
    case 'confidence':
      return { do: 'set-attribute', article, annotation, attribute: 'confidence', value: wish.value! }
    case 'link': {
      const type = builtInCodebook.linkTypes[wish.type!]!.id
      return { do: 'link', article, type, from: annotation, to: tags[wish.to! % tags.length]! }
    }
    default:
      return { do: 'delete', article, annotations: [annotation] }
  }
}

it('undoes any sequence of commands to exactly the state before each, and redoes it, across articles', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.nat(1), wish), { maxLength: 25 }), async (wishes) => {
      const { folder, store, articles } = await talks()
      const states = [await stateOf(store, articles)]
      for (const [which, wanted] of wishes) {
        const article = articles[which]!
        const tags = [...states.at(-1)!.values()].filter(
          (r) => r.is === 'annotation' && r.article === article,
        )
        const command = commandFor(
          wanted,
          article,
          tags.map(({ id }) => id),
        )
        const answer = command && (await store.carryOut(command))
        if (answer?.ok && answer.value.changes.length > 0) states.push(await stateOf(store, articles))
      }
      for (const state of states.slice(0, -1).toReversed()) {
        await store.undo()
        expect(await stateOf(store, articles)).toEqual(state)
      }
      expect(store.view().history.undo).toBeNull()
      for (const state of states.slice(1)) {
        await store.redo()
        expect(await stateOf(store, articles)).toEqual(state)
      }
      await store.close()
      expect((await validate(folder, root)).problems).toEqual([])
      expect(await stateOf(await open(folder), articles)).toEqual(states.at(-1))
    }),
    { numRuns: 200 },
  )
})
