import { describe, expect, it } from 'vitest'
import { builtInCodebook } from '../model/built-in-codebook'
import { contentOf } from '../model/codebook'
import { memoryFolder } from './memory/memory-folder'
import { memoryJournal } from './memory/memory-journal'
import type { RegistryCommand, SingleCommand, Together, TogetherAs } from './registry-commands'
import type { Store } from './store'
import { addReports, watchedFolder } from './testing/crowd'
import { actor, clock, emptyProject, open, tag, talks, valueOf, type Talks } from './testing/talks'

const add = (id: string, name: string): RegistryCommand => ({ do: 'add-entry', id, entry: actor(name) })
const together = (as: TogetherAs, ...commands: readonly SingleCommand[]): Together => ({
  do: 'together',
  as,
  commands,
})

const names = (store: Store): string[] =>
  store
    .view()
    .registry.map((record) => (record.is === 'actor' ? record.name : record.is))
    .toSorted()

async function meanings(store: Store, articles: readonly string[]): Promise<(string | null)[]> {
  const opened = await Promise.all(articles.map((article) => store.openArticle(article)))
  return opened.flatMap((open) =>
    valueOf(open).sets[0]!.records.flatMap((record) => (record.is === 'annotation' ? record.means : [])),
  )
}

/** Ada tags herself in both articles, and says in the same breath who she is. */
async function assigned({ store, articles }: Talks): Promise<string> {
  const id = clock.newId()
  const tags = articles.map((article, i) => ({ ...tag(article, i * 17, i * 17 + 9), means: id }))
  const reply = valueOf(await store.carryOut(together('assign-new', add(id, 'Ada Quill'), ...tags)))
  expect(reply.changes.map(({ article }) => article)).toEqual([null, ...articles])
  return id
}

describe('several commands as one step', () => {
  it('change the registries and two articles, and one undo takes it all back', async () => {
    const scene = await talks()
    const { store, articles } = scene
    const id = await assigned(scene)
    expect(names(store)).toEqual(['Ada Quill'])
    expect(await meanings(store, articles)).toEqual([id, id])
    expect(store.view().history.undo).toEqual({ did: 'assign-new', article: articles[0], articles: 2 })
    expect(valueOf(await store.undo()).changes).toHaveLength(3)
    expect([names(store), await meanings(store, articles)]).toEqual([[], []])
    valueOf(await store.redo())
    expect([names(store), await meanings(store, articles)]).toEqual([['Ada Quill'], [id, id]])
    await store.close()
  })

  it('can be undone after a restart, and after a crash', async () => {
    const scene = await talks()
    const vault = memoryFolder()
    await scene.store.close()
    const journal = memoryJournal()
    const store = await open(scene.folder, journal, 'Ada Quill', 'abcdefghij', vault)
    const id = await assigned({ ...scene, store })
    // Killed before the folder had any of it.
    const again = await open(scene.folder, journal.restart(), 'Ada Quill', 'abcdefghij', vault)
    expect(await meanings(again, scene.articles)).toEqual([id, id])
    await again.close()
    const third = await open(scene.folder, memoryJournal(), 'Ada Quill', 'abcdefghij', vault)
    expect(third.view().history.undo).toMatchObject({ did: 'assign-new', articles: 2 })
    expect((await third.mySteps()).done[0]?.shared).toHaveLength(1)
    valueOf(await third.undo())
    expect([names(third), await meanings(third, scene.articles)]).toEqual([[], []])
    await third.close()
  })

  it('change nothing when one of them cannot be done', async () => {
    const { store, articles } = await talks()
    const id = clock.newId()
    const bad = tag(articles[1], 0, 9, 'weather')
    const answer = await store.carryOut(together('tag-all', add(id, 'Ada'), tag(articles[0], 0, 9), bad))
    expect(answer).toMatchObject({ error: { kind: 'not-there', what: 'label' } })
    expect([names(store), await meanings(store, articles)]).toEqual([[], []])
    await store.close()
  })

  it('change nothing when the journal does not take them', async () => {
    const { store, articles, journal } = await talks()
    journal.failWrite(1)
    const answer = await store.carryOut(together('tag-all', ...articles.map((article) => tag(article, 0, 3))))
    expect(answer).toMatchObject({ error: { kind: 'not-saved' } })
    expect(await meanings(store, articles)).toEqual([])
    await store.close()
  })

  it('are not undone by halves: what was changed since by another device keeps all of it', async () => {
    const scene = await talks()
    const { store, articles, folder } = scene
    const id = await assigned(scene)
    await store.flush()
    const laptop = await open(folder, memoryJournal(), 'Ada Quill', 'laptoplapt')
    const [mine] = valueOf(await laptop.openArticle(articles[1])).sets
    const annotation = mine!.records[0]!.id
    valueOf(await laptop.carryOut({ do: 'write-note', article: articles[1], annotation, note: 'Really?' }))
    await laptop.close()
    valueOf(await store.openArticle(articles[1]))
    await expect
      .poll(async () => valueOf(await store.openArticle(articles[1])).sets[0]!.records[0])
      .toMatchObject({ note: 'Really?' })
    expect(await store.undo()).toMatchObject({ error: { kind: 'changed-since' } })
    expect([names(store), await meanings(store, articles)]).toEqual([['Ada Quill'], [id, id]])
    await store.close()
  })
})

describe('the codebook', () => {
  const revised = (of: string) => ({
    do: 'revise-codebook' as const,
    of,
    to: { ...contentOf(builtInCodebook), name: 'Who said what' },
  })

  it('is another from now on, and the former one after undo, for others and after a restart too', async () => {
    const { store, articles, folder } = await talks()
    const first = store.view().codebook.id
    const reply = valueOf(await store.carryOut(revised(first)))
    expect(reply.codebook).toMatchObject({ name: 'Who said what', parents: [first] })
    expect(store.view().codebook).toEqual(reply.codebook)
    const made = valueOf(await store.carryOut(tag(articles[0], 0, 9)))
    expect(made.changes[0]?.after).toMatchObject({ codebook: reply.codebook?.id })
    expect(await store.carryOut(revised(first))).toMatchObject({ error: { kind: 'codebook-changed' } })
    await store.flush()
    const other = await open(folder, memoryJournal(), 'Jonas Lim', 'bcdefghijk')
    expect(other.view().codebook.name).toBe('Who said what')
    await other.close()

    valueOf(await store.undo())
    expect(valueOf(await store.undo()).codebook?.id).toBe(first)
    await store.close()
    const again = await open(folder)
    expect(again.view().codebook.id).toBe(first)
    await again.close()
  })

  it('is there after a crash, its revision too', async () => {
    const { store, folder, journal } = await talks()
    const reply = valueOf(await store.carryOut(revised(store.view().codebook.id)))
    const again = await open(folder, journal.restart())
    expect(again.view().codebook).toEqual(reply.codebook)
    await again.close()
  })
})

it('what others add is shown, and may be renamed', async () => {
  const { store, folder, articles } = await talks()
  valueOf(await store.openArticle(articles[0]))
  const other = await open(folder, memoryJournal(), 'Jonas Lim', 'bcdefghijk')
  const id = clock.newId()
  valueOf(await other.carryOut(add(id, 'Kelemin')))
  await other.flush()
  await expect.poll(() => names(store)).toEqual(['Kelemin'])
  valueOf(await store.carryOut({ do: 'edit-entry', entry: id, to: actor('Davor Kelemin') }))
  await store.close()
  valueOf(await other.openArticle(articles[0]))
  await expect.poll(() => names(other)).toEqual(['Davor Kelemin'])
  await other.close()
})

it('tags a hundred articles without keeping them in memory, and undoes it likewise', async () => {
  const folder = await emptyProject()
  const articles = addReports(folder, 100)
  const calls: string[] = []
  const watched = watchedFolder(folder, 'project', calls)
  const store = await open(watched, memoryJournal(), 'Ada Quill', 'abcdefghij', null, {
    lookEvery: 3_600_000,
  })
  const readIn = () => calls.filter((call) => /^project read articles\/.*json/.test(call)).length
  const commands = articles.map(({ id }) => tag(id, 0, 6))
  valueOf(await store.carryOut(together('tag-all', ...commands)))
  expect(store.view().articles.every(({ tags }) => tags['ada-quill'] === 1)).toBe(true)
  expect(await store.flush()).toEqual({ state: 'saved' })
  calls.length = 0
  for (const { id } of articles) expect(valueOf(await store.openArticle(id)).sets[0]!.records).toHaveLength(1)
  expect(readIn()).toBeGreaterThan(100 - 2 * 24)
  valueOf(await store.undo())
  expect(store.view().articles.every(({ tags }) => tags['ada-quill'] === undefined)).toBe(true)
  await store.close()
})
