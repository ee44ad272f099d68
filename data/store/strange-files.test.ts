import { expect, it } from 'vitest'
import { decodeDocument, encodeDocument } from './encode-document'
import { memoryFolder, type MemoryFolder } from './memory/memory-folder'
import { memoryJournal } from './memory/memory-journal'
import { ownWork } from './document-kind'
import { MyDocument } from './my-document'
import { paths } from './paths'
import type { Folder } from './ports'
import type { Store } from './store'
import { watchedFolder } from './testing/crowd'
import { open, tag, talks, valueOf } from './testing/talks'

const device = 'abcdefghij'
const laptop = 'bcdefghijk'

const reopen = (folder: MemoryFolder, vault: MemoryFolder | null, on = device) =>
  open(folder, memoryJournal(), 'Ada Quill', on, vault)

const mine = async (store: Store, article: string) =>
  valueOf(await store.openArticle(article)).sets.find(({ annotator }) => annotator === 'ada-quill')!.records

/** Words that are tagged, in the order of the tags, with their notes. */
const shown = async (store: Store, article: string) =>
  (await mine(store, article)).flatMap((record) =>
    record.is === 'annotation' ? `${record.target[0]!.quote} ${record.note}`.trim() : [],
  )

/** Ada has tagged "Ada" in the first article and "Nobody" in the second, and Jonas "met" in the first. */
async function people() {
  const { folder, store, articles } = await talks()
  const [first, second] = articles
  valueOf(await store.carryOut(tag(first, 0, 3)))
  valueOf(await store.carryOut(tag(second, 0, 6)))
  await store.close()
  const jonas = await open(folder, memoryJournal(), 'Jonas Lim', 'cdefghijkl')
  valueOf(await jonas.carryOut(tag(first, 10, 13)))
  await jonas.close()
  const of = (article: string, on = device) => ({
    document: paths.work('ada-quill', on, article),
    history: paths.history('ada-quill', on, article),
  })
  const his = { document: paths.work('jonas-lim', 'cdefghijkl', first) }
  return { folder, vault: memoryFolder(), first, second, of, his }
}

/** Gives the records in a document another clock, as no honest program does. */
function setClock(folder: MemoryFolder, path: string, clock: number): void {
  const document = valueOf(decodeDocument(folder.files.get(path)!, path, 'work'))
  const items = Object.fromEntries(
    Object.entries(document.items).map(([id, item]) => [id, { ...item, rev: [clock, item.rev[1]] as const }]),
  )
  folder.files.set(path, encodeDocument({ ...document, clock, items }))
}

it('a change follows what came into my file while it was saved, whatever its clock', async () => {
  const { folder, vault, first, of } = await people()
  const store = await reopen(folder, vault)
  const [record] = await mine(store, first)
  setClock(folder, of(first).document, 500)
  valueOf(await store.carryOut(tag(first, 4, 9)))
  await store.flush()
  valueOf(await store.carryOut({ do: 'write-note', article: first, annotation: record!.id, note: 'Hm.' }))
  expect(await shown(store, first)).toEqual(['Ada Hm.', 'Quill'])
  await store.close()
  expect(await shown(await reopen(folder, vault), first)).toEqual(['Ada Hm.', 'Quill'])
})

it.each([2 ** 48, 2 ** 50])('a change of a record whose clock was set to %i counts', async (clock) => {
  const { folder, vault, first, of } = await people()
  setClock(folder, of(first).document, clock)
  for (const note of ['Once.', 'Twice.']) {
    const store = await reopen(folder, vault)
    const [record] = await mine(store, first)
    valueOf(await store.carryOut({ do: 'write-note', article: first, annotation: record!.id, note }))
    expect(await shown(store, first)).toEqual([`Ada ${note}`])
    await store.close()
    expect(await shown(await reopen(folder, vault), first)).toEqual([`Ada ${note}`])
  }
})

it('a change that no clock is left for is refused', async () => {
  const { folder, vault, first, of } = await people()
  setClock(folder, of(first).document, Number.MAX_SAFE_INTEGER)
  const store = await reopen(folder, vault)
  const [record] = await mine(store, first)
  const noted = await store.carryOut({
    do: 'write-note',
    article: first,
    annotation: record!.id,
    note: 'Hm.',
  })
  expect(noted).toMatchObject({ ok: false, error: { kind: 'bad-file', file: of(first).document } })
  valueOf(await store.carryOut(tag(first, 4, 9)))
  await store.close()
  expect(await shown(await reopen(folder, vault), first)).toEqual(['Ada', 'Quill'])
})

it('a change that could not be saved takes nothing back that came meanwhile', async () => {
  const { folder, vault, first, of } = await people()
  const journal = memoryJournal()
  const store = await open(folder, journal, 'Ada Quill', device, vault)
  const [record] = await mine(store, first)
  const note = (words: string) =>
    ({ do: 'write-note', article: first, annotation: record!.id, note: words }) as const
  const elsewhere = memoryFolder(Object.fromEntries(folder.files))
  const twin = await reopen(elsewhere, memoryFolder())
  for (const words of ['One.', 'Two.', 'Three.']) valueOf(await twin.carryOut(note(words)))
  await twin.close()
  folder.files.set(of(first).document, elsewhere.files.get(of(first).document)!)

  journal.failWrite(1)
  folder.failWrite(2)
  expect(await store.carryOut(note('Mine.'))).toMatchObject({ ok: false })
  valueOf(await store.carryOut(tag(first, 4, 9)))
  await store.close()
  expect(await shown(await reopen(folder, vault), first)).toEqual(['Ada Three.', 'Quill'])
})

it('a step on an article that may not be changed any more is left out of the way of undo', async () => {
  const { folder, vault, first, second, of } = await people()
  const store = await reopen(folder, vault)
  valueOf(await store.carryOut(tag(first, 4, 9)))
  valueOf(await store.carryOut(tag(second, 7, 12)))
  await store.close()
  const { document } = of(second)
  const newer = { ...valueOf(decodeDocument(folder.files.get(document)!, document, 'work')), schema: 3 }
  folder.files.set(document, encodeDocument({ ...newer, minReader: 2 } as never))
  const again = await reopen(folder, vault)
  expect(await again.undo()).toMatchObject({ ok: false, error: { kind: 'newer-file' } })
  valueOf(await again.undo())
  expect(await shown(again, first)).toEqual(['Ada'])
  await again.close()
})

it('a history of another article in place of mine brings nothing of it into my document', async () => {
  const { folder, vault, first, second, of } = await people()
  folder.files.set(of(first).history, folder.files.get(of(second).history)!)
  const document = folder.files.get(of(first).document)!
  folder.files.set(of(first).document, document.slice(0, 400))
  const store = await reopen(folder, vault)
  expect(await shown(store, first)).toEqual([])
  expect(valueOf(await store.historyOf(first))).toMatchObject({
    entries: [{ annotator: 'jonas-lim' }],
    damaged: 1,
  })
  valueOf(await store.carryOut(tag(first, 4, 9)))
  await store.close()
  const again = await reopen(folder, vault)
  expect(await shown(again, first)).toEqual(['Quill'])
  expect(again.view().troubles).toEqual([])
})

it('somebody else’s document in place of mine is kept aside, and none of it counts as mine', async () => {
  const { folder, vault, first, of, his } = await people()
  const theirs = folder.files.get(his.document)!
  const store = await reopen(folder, vault)
  expect(await shown(store, first)).toEqual(['Ada'])
  folder.files.set(of(first).document, theirs)
  valueOf(await store.carryOut(tag(first, 4, 9)))
  await store.close()
  expect([...vault.files.values()]).toContainEqual(theirs)
  expect(await shown(await reopen(folder, vault), first)).toEqual(['Ada', 'Quill'])

  folder.files.set(of(first).document, theirs)
  const again = await reopen(folder, vault)
  expect(await shown(again, first)).toEqual(['Ada', 'Quill'])
  await again.close()
})

it('each of two damaged files is kept, though as texts they look alike', async () => {
  const { folder, vault, first, of } = await people()
  const garbage = [0xfe, 0xff].map((byte) => new Uint8Array(50).fill(byte))
  for (const bytes of garbage) {
    folder.files.set(of(first).document, bytes)
    await mine(await reopen(folder, vault), first)
  }
  for (const bytes of garbage) expect([...vault.files.values()]).toContainEqual(bytes)
})

it('my document that somebody removed while Parley was closed comes back from its history', async () => {
  const { folder, vault, first, of } = await people()
  folder.files.delete(of(first).document)
  const store = await reopen(folder, null)
  expect(await shown(store, first)).toEqual(['Ada'])
  expect(store.view().troubles).toMatchObject([{ kind: 'set-aside', back: 1 }])
  valueOf(await store.carryOut(tag(first, 4, 9)))
  await store.close()
  expect(vault.files.size).toBe(0)
  expect(await shown(await reopen(folder, vault), first)).toEqual(['Ada', 'Quill'])
})

it('a damaged document of another device of mine is made out from its history, and not written', async () => {
  const { folder, vault, first, of } = await people()
  const there = await reopen(folder, memoryFolder(), laptop)
  valueOf(await there.carryOut(tag(first, 4, 9)))
  await there.close()
  const { document } = of(first, laptop)
  const damaged = folder.files.get(document)!.slice(0, 60)
  folder.files.set(document, damaged)
  const store = await reopen(folder, vault)
  expect(await shown(store, first)).toEqual(['Ada', 'Quill'])
  await store.close()
  expect(folder.files.get(document)).toEqual(damaged)
})

it('a copy that comes while my document is written stays until the document has what is in it', async () => {
  const { folder, vault, first, of } = await people()
  const elsewhere = memoryFolder(Object.fromEntries(folder.files))
  const twin = await reopen(elsewhere, memoryFolder())
  valueOf(await twin.carryOut(tag(first, 4, 9)))
  await twin.close()
  const { document } = of(first)
  const copy = document.replace('.json', ' (1).json')

  let whileWriting = async () => {}
  const slow: Folder = {
    ...watchedFolder(folder, '', []),
    async replace(path, bytes) {
      if (path === document) await whileWriting()
      return folder.replace(path, bytes)
    },
  }
  const ports = { project: 'talkstalkstalkst', annotator: 'ada-quill', device, article: first }
  const work = { folder: slow, vault, lastGood: async () => null, now: () => '2031-03-12T09:00:00Z' }
  const mine = valueOf(await MyDocument.open(work, ownWork, ports))
  whileWriting = async () => {
    folder.files.set(copy, elsewhere.files.get(document)!)
    await mine.lookAround()
  }
  await mine.write()
  expect(folder.files.has(copy)).toBe(true)
  whileWriting = async () => {}
  await mine.write()
  expect(folder.files.has(copy)).toBe(false)
  expect(
    Object.keys(valueOf(decodeDocument(folder.files.get(document)!, document, 'work')).items),
  ).toHaveLength(2)
})

it('my own file under a name in capitals, as a disk without them lists it, is not taken for a copy', async () => {
  const { folder, vault, first, of } = await people()
  const capitals = [of(first).document, of(first).history].map((path) =>
    path.replace(/[^/]+$/, (name) => name.toUpperCase()),
  )
  for (const [i, path] of [of(first).document, of(first).history].entries())
    folder.files.set(capitals[i]!, folder.files.get(path)!)
  const store = await reopen(folder, vault)
  valueOf(await store.carryOut(tag(first, 4, 9)))
  await store.close()
  for (const path of capitals) expect(folder.files.has(path)).toBe(true)
})

it('a journal of very many steps that cannot be brought in keeps nothing from opening', async () => {
  const { folder, vault, first, of } = await people()
  const { document } = of(first)
  const newer = { ...valueOf(decodeDocument(folder.files.get(document)!, document, 'work')), schema: 3 }
  folder.files.set(document, encodeDocument({ ...newer, minReader: 2 } as never))
  const items = { '00000000-0000-7000-8000-999999999999': { rev: [10, device], record: null } }
  const journal = memoryJournal(Array.from({ length: 130_000 }, () => ({ path: document, items })))
  const store = await open(folder, journal, 'Ada Quill', device, vault)
  expect(store.view().troubles).toMatchObject([{ kind: 'newer-file' }])
  await store.close()
  expect(journal.entries).toHaveLength(130_000)
})

it('a history that somebody removed begins anew with everything that is there', async () => {
  const { folder, vault, first, of } = await people()
  folder.files.delete(of(first).history)
  const store = await reopen(folder, vault)
  valueOf(await store.carryOut(tag(first, 4, 9)))
  await store.close()
  folder.files.set(of(first).document, new Uint8Array())
  expect(await shown(await reopen(folder, vault), first)).toEqual(['Ada', 'Quill'])
})
