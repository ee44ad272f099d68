import { readFileSync } from 'node:fs'
import { describe, expect, it, vi } from 'vitest'
import { builtInCodebook } from '../model/built-in-codebook'
import { contentOf } from '../model/codebook'
import { addArticle } from './add-article'
import { decodeDocument, encodeDocument } from './encode-document'
import { memoryFolder } from './memory/memory-folder'
import { memoryJournal } from './memory/memory-journal'
import { paths } from './paths'
import type { Store } from './store'
import { device, reopen, text } from './testing/adas-work'
import { watchedFolder } from './testing/crowd'
import {
  actor,
  articleFrom,
  bytesOf,
  clock,
  emptyProject,
  open,
  root,
  tag,
  talks,
  texts,
  valueOf,
} from './testing/talks'
import { validate } from './validate'

const path = paths.registry('ada-quill', device)
const history = paths.history('ada-quill', device, null)

const add = async (store: Store, name: string) => {
  const id = clock.newId()
  valueOf(await store.carryOut({ do: 'add-entry', id, entry: actor(name) }))
  return id
}
const names = (store: Store) =>
  store
    .view()
    .registry.flatMap((record) => (record.is === 'actor' ? record.name : []))
    .toSorted()

/** Ada has added two actors, and the program has ended. */
async function adasRegistry() {
  const { store, folder } = await talks()
  const ids = [await add(store, 'Kelemin'), await add(store, 'Marchbane')]
  await store.close()
  return { folder, ids, vault: memoryFolder() }
}

describe('my registry', () => {
  it('lies in one file of mine with its history beside it', async () => {
    const { folder, ids } = await adasRegistry()
    const document = valueOf(decodeDocument(folder.files.get(path)!, path, 'registry'))
    expect([Object.keys(document.items), document.logged]).toEqual([ids, document.clock])
    expect(text(folder.files.get(history)).trim().split('\n')).toHaveLength(2)
    expect((await validate(folder, root)).problems).toEqual([])
  })

  it.each([
    ['cut short', (bytes: Uint8Array) => bytes.slice(0, 300)],
    ['gone', () => null],
    ['nothing but zeros', (bytes: Uint8Array) => new Uint8Array(bytes.length)],
  ])('comes back from its history when the file is %s', async (_, spoil) => {
    const { folder, vault } = await adasRegistry()
    const spoilt = spoil(folder.files.get(path)!)
    if (spoilt) folder.files.set(path, spoilt)
    else folder.files.delete(path)
    const store = await reopen(folder, vault)
    expect(names(store)).toEqual(['Kelemin', 'Marchbane'])
    expect(store.view().troubles).toMatchObject([{ kind: 'set-aside', title: null, back: 2, who: null }])
    if (spoilt) expect([...vault.files.values()]).toContainEqual(spoilt)
    await add(store, 'Prosk')
    await store.close()
    expect((await validate(folder, root)).problems).toEqual([])
  })

  it('is joined with the copy that a sync program made of it, which is put away', async () => {
    const { folder, vault } = await adasRegistry()
    const elsewhere = memoryFolder(Object.fromEntries(folder.files))
    const other = await reopen(elsewhere, null)
    await add(other, 'Prosk')
    await other.close()
    const copy = path.replace('.json', '.sync-conflict-20310312-093612-ABCDEFG.json')
    folder.files.set(copy, elsewhere.files.get(path)!)
    const store = await reopen(folder, vault)
    expect(names(store)).toEqual(['Kelemin', 'Marchbane', 'Prosk'])
    await store.close()
    expect(folder.files.has(copy)).toBe(false)
    expect(text(folder.files.get(path))).toContain('Prosk')
  })

  it('is joined as often as somebody else writes it while it is open', async () => {
    const { folder, vault } = await adasRegistry()
    const store = await reopen(folder, vault)
    valueOf(await store.openArticle(store.view().articles[0]!.summary.id))
    for (const name of ['Prosk', 'Zelenek']) {
      const elsewhere = memoryFolder(Object.fromEntries(folder.files))
      const twin = await reopen(elsewhere, null)
      await add(twin, name)
      await twin.close()
      folder.files.set(path, elsewhere.files.get(path)!)
      await vi.waitFor(() => expect(names(store)).toContain(name))
      await store.flush()
    }
    await store.close()
    expect(text(folder.files.get(path))).toContain('Prosk')
  })

  it('of the first version is read, and kept as it was before it is written in a newer one', async () => {
    const golden = readFileSync(new URL('testing/golden/registry-1.json', import.meta.url))
    const folder = await emptyProject()
    const mine = text(golden).replaceAll('ines-holloway-sample', 'ada-quill').replaceAll('fxejtshftq', device)
    const { sum: _, ...body } = JSON.parse(mine) as Record<string, unknown>
    const first = encodeDocument(body as never)
    folder.files.set(path, first)
    const vault = memoryFolder()
    const store = await reopen(folder, vault)
    expect(names(store)).toContain('Davor Kelemin')
    await add(store, 'Somebody')
    await store.close()
    expect(text(folder.files.get(path))).toContain('"schema":2')
    expect([...vault.files].find(([name]) => name.startsWith('older/'))?.[1]).toEqual(first)
  })

  it('of a newer version is never written, and says so', async () => {
    const { folder, vault } = await adasRegistry()
    const document = valueOf(decodeDocument(folder.files.get(path)!, path, 'registry'))
    const newer = encodeDocument({ ...document, schema: 3, minReader: 2 } as never)
    folder.files.set(path, newer)
    const store = await reopen(folder, vault)
    expect(names(store)).toEqual(['Kelemin', 'Marchbane'])
    const answer = await store.carryOut({ do: 'add-entry', id: clock.newId(), entry: actor('Prosk') })
    expect(answer).toMatchObject({ error: { kind: 'newer-file', file: path } })
    await store.close()
    expect(folder.files.get(path)).toEqual(newer)
  })
})

it('a codebook in force whose file has not come in yet leaves the one before it in force, and says so', async () => {
  const { store, folder } = await talks()
  const first = store.view().codebook.id
  const to = { ...contentOf(builtInCodebook), name: 'Who said what' }
  const { codebook } = valueOf(await store.carryOut({ do: 'revise-codebook', of: first, to }))
  await store.close()
  const file = paths.codebook(codebook!.id)
  const bytes = folder.files.get(file)!
  folder.files.delete(file)
  const again = await open(folder)
  expect(again.view().codebook.id).toBe(first)
  expect(again.view().troubles).toEqual([{ kind: 'not-there', what: 'codebook' }])
  folder.files.set(file, bytes)
  await again.close()
  const third = await open(folder)
  expect([third.view().codebook.id, third.view().troubles]).toEqual([codebook!.id, []])
  await third.close()
})

it('a codebook whose file has gone is not put in force again by redo', async () => {
  const { folder, store: before } = await talks()
  await before.close()
  const vault = memoryFolder()
  const store = await reopen(folder, vault)
  const first = store.view().codebook.id
  const to = { ...contentOf(builtInCodebook), name: 'Who said what' }
  const { codebook } = valueOf(await store.carryOut({ do: 'revise-codebook', of: first, to }))
  valueOf(await store.undo())
  await store.close()
  folder.files.delete(paths.codebook(codebook!.id))
  const again = await reopen(folder, vault)
  expect(await again.redo()).toEqual({ ok: false, error: { kind: 'not-there', what: 'codebook' } })
  expect(again.view().codebook.id).toBe(first)
  await again.close()
  expect((await validate(folder, root)).problems).toEqual([])
})

it('what comes in and is known already is neither told nor read twice', async () => {
  const { folder } = await adasRegistry()
  const jonas = await open(folder, memoryJournal(), 'Jonas Lim', 'bcdefghijk')
  await add(jonas, 'Prosk')
  const set = valueOf(await jonas.gatherSet({ articles: null, annotators: null }))
  await jonas.close()
  const calls: string[] = []
  const store = await open(
    watchedFolder(folder, 'project', calls),
    memoryJournal(),
    'Ada Quill',
    device,
    null,
    {
      lookEvery: 3_600_000,
    },
  )
  const events: string[] = []
  store.listen(({ is }) => events.push(is))
  valueOf(await store.receiveSet(set))
  expect([names(store), events.includes('registries')]).toEqual([['Kelemin', 'Marchbane', 'Prosk'], false])
  calls.length = 0
  valueOf(await store.receiveSet({ ...set, actors: [], issues: [], positions: [] }))
  expect(calls.filter((call) => / read .*registry/.test(call))).toEqual([])
  await store.close()
})

it('a set takes along merges, removed entries, revisions of the codebook and which one is in force', async () => {
  const { store, articles } = await talks()
  const [kelemin, minister] = [await add(store, 'Kelemin'), await add(store, 'The minister')]
  const gone = await add(store, 'Nobody')
  valueOf(await store.carryOut({ ...tag(articles[0], 0, 9), means: minister } as never))
  valueOf(await store.carryOut({ do: 'merge-entries', entries: [minister], into: kelemin }))
  valueOf(await store.carryOut({ do: 'remove-entry', entry: gone }))
  const of = store.view().codebook.id
  const to = { ...contentOf(builtInCodebook), name: 'Who said what' }
  const { codebook } = valueOf(await store.carryOut({ do: 'revise-codebook', of, to }))
  const set = valueOf(await store.gatherSet({ articles: null, annotators: null }))
  expect(set.codebooks?.map(({ id }) => id)).toEqual([of])
  expect(set.deletedEntries?.map(({ id }) => id)).toEqual([gone])
  await store.close()

  const folder = await emptyProject()
  for (const each of texts) valueOf(await addArticle(folder, articleFrom(each), null))
  const other = await open(folder, memoryJournal(), 'Jonas Lim', 'bcdefghijk')
  valueOf(await other.receiveSet(set))
  expect(other.view().codebook).toEqual(codebook)
  expect(other.view().registry).toMatchObject([
    { id: kelemin, name: 'Kelemin' },
    { id: minister, name: 'The minister', into: kelemin },
  ])
  expect((await validate(folder, root)).problems).toEqual([])
  await other.close()

  // In another project its tags come in, and its codebook does not take over.
  const strange = memoryFolder()
  const stamp = text(folder.files.get('project.json')).replaceAll('talkstalkstalkst', 'otherotherothero')
  strange.files.set('project.json', bytesOf(stamp))
  const third = await open(strange, memoryJournal(), 'Jonas Lim', 'bcdefghijk')
  valueOf(await third.receiveSet(set))
  expect(third.view().codebook.id).toBe(builtInCodebook.id)
  expect((await validate(strange, root)).problems).toEqual([])
  await third.close()
})
