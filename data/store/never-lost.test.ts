import { describe, expect, it, vi } from 'vitest'
import { decodeDocument, encodeDocument } from './encode-document'
import { decodeSteps } from './history-log'
import { memoryFolder, type MemoryFolder } from './memory/memory-folder'
import { memoryJournal } from './memory/memory-journal'
import { paths } from './paths'
import type { Store } from './store'
import { bytesOf, open, tag, talks, valueOf } from './testing/talks'
import { validate } from './validate'

const device = 'abcdefghij'
const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes)

/** Ada has tagged words of the first article, and the program has ended. */
async function adasWork(tags: readonly (readonly [number, number])[]) {
  const { folder, store, articles } = await talks()
  for (const [start, end] of tags) valueOf(await store.carryOut(tag(articles[0], start, end)))
  await store.close()
  const [article] = articles
  return {
    folder,
    article,
    path: paths.work('ada-quill', device, article),
    history: paths.history('ada-quill', device, article),
    vault: memoryFolder(),
  }
}

const reopen = (folder: MemoryFolder, vault: MemoryFolder | null, name = 'Ada Quill', on = device) =>
  open(folder, memoryJournal(), name, on, vault)

const quotesOf = async (store: Store, article: string, annotator = 'ada-quill') =>
  valueOf(await store.openArticle(article))
    .sets.find((set) => set.annotator === annotator)
    ?.records.flatMap((record) => (record.is === 'annotation' ? record.target[0]!.quote : []))
    .toSorted()

describe('a document that cannot be read', () => {
  const spoilt = {
    'is empty': () => new Uint8Array(),
    'is full of zeros': (bytes: Uint8Array) => new Uint8Array(bytes.length),
    'is cut off': (bytes: Uint8Array) => bytes.slice(0, bytes.length / 2),
    'is garbage': () => Uint8Array.from({ length: 500 }, (_, i) => (i * 77) % 251),
    'has another shape': () => bytesOf('{"format":"parley/work","schema":2,"items":[]}'),
    'is null': () => bytesOf('null'),
    'has conflict markers of git': (bytes: Uint8Array) =>
      bytesOf(text(bytes).replace('"items"', '<<<<<<< HEAD\n"items"')),
    'has one letter wrong': (bytes: Uint8Array) => bytesOf(text(bytes).replace('"Ada', '"Adb')),
  }

  it.each(Object.entries(spoilt))('comes back whole from its history when it %s', async (_, spoil) => {
    const { folder, article, path, vault } = await adasWork([
      [0, 3],
      [0, 9],
      [24, 31],
    ])
    const damaged = spoil(folder.files.get(path)!)
    folder.files.set(path, damaged)

    const store = await reopen(folder, vault)
    expect(await quotesOf(store, article)).toEqual(['Ada', 'Ada Quill', 'Dalmere'].toSorted())
    expect(store.view().troubles).toContainEqual(
      expect.objectContaining({ kind: 'set-aside', who: null, isAside: true, back: 3 }),
    )
    expect([...vault.files.keys()].filter((name) => name.startsWith('quarantine/'))).toHaveLength(1)
    expect([...vault.files.values()]).toContainEqual(damaged)
    // It is the owner's next save that puts another in its place.
    expect(folder.files.get(path)).toEqual(damaged)
    valueOf(await store.carryOut(tag(article, 14, 17)))
    await store.close()
    expect(decodeDocument(folder.files.get(path)!, path, 'work').ok).toBe(true)
    const again = await reopen(folder, vault)
    expect(await quotesOf(again, article)).toHaveLength(4)
    expect(again.view().troubles).toEqual([])
  })

  it('comes back from its whole lines and the last backup when its history is gone', async () => {
    const { folder, article, path, history, vault } = await adasWork([[0, 3]])
    const backup = folder.files.get(path)!
    const first = await reopen(folder, vault)
    valueOf(await first.carryOut(tag(article, 24, 31)))
    await first.close()
    folder.files.delete(history)
    const whole = text(folder.files.get(path)).split('\n')
    folder.files.set(
      path,
      bytesOf(
        whole
          .filter((line) => !line.includes('"Ada"'))
          .join('\n')
          .slice(0, -20),
      ),
    )

    const lines = await reopen(folder, vault)
    expect(await quotesOf(lines, article)).toEqual(['Dalmere'])
    const lastGood = async (of: string) => (of === path ? backup : null)
    const store = await open(folder, memoryJournal(), 'Ada Quill', device, vault, { lastGood })
    expect(await quotesOf(store, article)).toEqual(['Ada', 'Dalmere'])
  })

  it('is not written over where it could not be kept aside', async () => {
    const { folder, article, path } = await adasWork([[0, 3]])
    const damaged = folder.files.get(path)!.slice(0, 100)
    folder.files.set(path, damaged)
    const store = await reopen(folder, null)
    expect(await quotesOf(store, article)).toEqual(['Ada'])
    expect(await store.carryOut(tag(article, 0, 9))).toMatchObject({ error: { kind: 'damaged-file' } })
    await store.close()
    expect(folder.files.get(path)).toEqual(damaged)
  })

  it('of somebody else is shown as far as it can be made out, and never written', async () => {
    const { folder, article, path, vault } = await adasWork([
      [0, 3],
      [24, 31],
    ])
    folder.files.set(path, folder.files.get(path)!.slice(0, 50))
    const before = new Map(folder.files)
    const jonas = await reopen(folder, vault, 'Jonas Lim', 'bcdefghijk')
    expect(await quotesOf(jonas, article, 'ada-quill')).toEqual(['Ada', 'Dalmere'])
    expect(jonas.view().troubles).toContainEqual(
      expect.objectContaining({ kind: 'set-aside', who: 'Ada Quill', back: 2 }),
    )
    await jonas.close()
    expect(new Map([...folder.files].filter(([name]) => name.startsWith('work/ada')))).toEqual(
      new Map([...before].filter(([name]) => name.startsWith('work/ada'))),
    )
  })
})

describe('a second version of my own file', () => {
  /** What the same profile on another computer made of the same file. */
  async function twin(tags: readonly (readonly [number, number])[]) {
    const work = await adasWork([[0, 3]])
    const other = memoryFolder(Object.fromEntries(work.folder.files))
    const store = await reopen(other, null)
    for (const [start, end] of tags) valueOf(await store.carryOut(tag(work.article, start, end)))
    await store.close()
    return { ...work, theirs: other.files.get(work.path)! }
  }

  const styles = {
    ownCloud: '(conflicted copy 2031-03-12 093612).json',
    Nextcloud: ' (conflicted copy 2031-03-12 093612).json',
    Syncthing: '.sync-conflict-20310312-093612-ABCDEFG.json',
    Synology: '_ADA-PC_Mar-12-093612-2031_CaseConflict_1.json',
    Resilio: '.json.Conflict',
    Dropbox: ' (Ada Quill’s conflicted copy 2031-03-12).json',
    OneDrive: '-ADA-PC.json',
    'Google Drive': ' (1).json',
    iCloud: ' 2.json',
  }

  it.each(Object.entries(styles))('that %s keeps is joined, and then put away', async (_, ending) => {
    const { folder, article, path, vault, theirs } = await twin([[24, 31]])
    const copy = path.replace(/\.json$/, ending)
    folder.files.set(copy, theirs)

    const store = await reopen(folder, vault)
    expect(await quotesOf(store, article)).toEqual(['Ada', 'Dalmere'])
    await store.flush()
    expect(folder.files.has(copy)).toBe(false)
    expect([...vault.files.keys()].some((name) => name.startsWith('copies/'))).toBe(true)
    expect(store.view().troubles).toMatchObject([{ kind: 'copies-merged', copies: 1, items: 1 }])
    await store.close()
    const again = await reopen(folder, vault)
    expect(await quotesOf(again, article)).toEqual(['Ada', 'Dalmere'])
    expect(again.view().troubles).toEqual([])
  })

  it('of the history has its steps in mine, each once', async () => {
    const { folder, article, path, history, vault, theirs } = await twin([[24, 31]])
    folder.files.set(path.replace(/\.json$/, ' (1).json'), theirs)
    const other = memoryFolder(Object.fromEntries(folder.files))
    const elsewhere = await reopen(other, null)
    valueOf(await elsewhere.carryOut(tag(article, 10, 13)))
    await elsewhere.close()
    const copy = history.replace(/\.log$/, '.sync-conflict-20310312-093612-ABCDEFG.log')
    folder.files.set(copy, other.files.get(history)!)

    const store = await reopen(folder, vault)
    const quotes = async () =>
      valueOf(await store.historyOf(article)).entries.flatMap(({ did, changes }) =>
        changes.flatMap(({ after }) =>
          after?.is === 'annotation' ? `${did} ${after.target[0]!.quote}` : [],
        ),
      )
    const before = await quotes()
    expect(before.filter((line) => line === 'annotate Ada')).toHaveLength(1)
    expect(before).toContain('annotate met')
    valueOf(await store.openArticle(article))
    await store.flush()
    expect(folder.files.has(copy)).toBe(false)
    expect((await quotes()).filter((line) => line === 'annotate met')).toHaveLength(1)
    await store.close()
  })

  it('stays where it is when it cannot be kept aside, and counts all the same', async () => {
    const { folder, article, path, theirs } = await twin([[24, 31]])
    const copy = path.replace(/\.json$/, ' (1).json')
    folder.files.set(copy, theirs)
    const store = await reopen(folder, null)
    expect(await quotesOf(store, article)).toEqual(['Ada', 'Dalmere'])
    await store.close()
    expect(folder.files.has(copy)).toBe(true)
  })

  it('that took its place while I work is joined before it is written again', async () => {
    const { folder, article, path, vault, theirs } = await twin([[24, 31]])
    const store = await reopen(folder, vault)
    valueOf(await store.openArticle(article))
    folder.files.set(path, theirs)
    valueOf(await store.carryOut(tag(article, 14, 17)))
    await store.close()
    const again = await reopen(folder, vault)
    expect(await quotesOf(again, article)).toEqual(['Ada', 'Dalmere', 'Zoë'])
  })

  it('that is damaged is kept aside, and what I have takes its place', async () => {
    const { folder, article, path, vault } = await twin([])
    const store = await reopen(folder, vault)
    valueOf(await store.openArticle(article))
    folder.files.set(path, bytesOf('torn'))
    valueOf(await store.carryOut(tag(article, 14, 17)))
    await store.close()
    expect([...vault.files.values()].map(text)).toContain('torn')
    expect(await quotesOf(await reopen(folder, vault), article)).toEqual(['Ada', 'Zoë'])
  })

  it('comes back when somebody removed it', async () => {
    const { folder, article, path, vault } = await twin([])
    const store = await reopen(folder, vault)
    valueOf(await store.openArticle(article))
    folder.files.delete(path)
    valueOf(await store.carryOut(tag(article, 14, 17)))
    await store.close()
    expect(await quotesOf(await reopen(folder, vault), article)).toEqual(['Ada', 'Zoë'])
  })
})

describe('another version of the program', () => {
  it('leaves a file that is brought up and kept as it was', async () => {
    const { folder, article, path, history, vault } = await adasWork([[0, 3]])
    const { logged: _, ...document } = valueOf(decodeDocument(folder.files.get(path)!, path, 'work'))
    const first = encodeDocument({ ...document, schema: 1 } as never)
    folder.files.set(path, first)
    folder.files.delete(history)

    const store = await reopen(folder, vault)
    expect(await quotesOf(store, article)).toEqual(['Ada'])
    expect(folder.files.get(path)).toEqual(first)
    valueOf(await store.carryOut(tag(article, 24, 31)))
    await store.close()
    expect(text(folder.files.get(path))).toContain('"schema":2')
    expect([...vault.files].find(([name]) => name.startsWith('older/'))?.[1]).toEqual(first)
    const { steps } = decodeSteps(folder.files.get(history)!, article)
    expect(steps.map(({ did, items }) => [did, Object.keys(items).length])).toEqual([
      ['begin', 1],
      ['annotate', 1],
    ])
  })

  it('has a newer file read and not changed', async () => {
    const { folder, article, path, vault } = await adasWork([[0, 3]])
    const document = valueOf(decodeDocument(folder.files.get(path)!, path, 'work'))
    const newer = encodeDocument({ ...document, schema: 3, minReader: 2 } as never)
    folder.files.set(path, newer)
    const store = await reopen(folder, vault)
    expect(await quotesOf(store, article)).toEqual(['Ada'])
    expect(store.view().troubles).toMatchObject([{ kind: 'newer-file', file: path }])
    expect(await store.carryOut(tag(article, 0, 9))).toMatchObject({ error: { kind: 'newer-file' } })
    await store.close()
    expect(folder.files.get(path)).toEqual(newer)
  })
})

describe('the file with my name', () => {
  const person = paths.person('ada-quill')

  it('is kept aside when it is damaged, before a new one takes its place', async () => {
    const { folder, article, vault } = await adasWork([])
    folder.files.set(person, bytesOf('{"name'))
    const store = await reopen(folder, vault)
    valueOf(await store.carryOut(tag(article, 0, 3)))
    await store.close()
    expect(text(folder.files.get(person))).toContain('"name": "Ada Quill"')
    expect([...vault.files.values()].map(text)).toContain('{"name')
  })

  it('of a newer program is read where it may be, and never written over', async () => {
    const { folder, article, vault } = await adasWork([])
    const newer = { format: 'parley/person', schema: 2, id: 'ada-quill', name: 'Ada Q.', mood: 'good' }
    for (const content of [newer, { ...newer, minReader: 1 }]) {
      folder.files.set(person, bytesOf(JSON.stringify(content)))
      const store = await reopen(folder, vault)
      valueOf(await store.carryOut(tag(article, 0, 3)))
      await store.close()
      expect(JSON.parse(text(folder.files.get(person)))).toEqual(content)
    }
  })
})

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
      undo: { did: 'annotate', article: articles[1] },
      redo: { did: 'annotate', article: articles[0] },
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
    expect(again.view().history.undo).toEqual({ did: 'annotate', article: articles[0] })
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

describe('a copied profile', () => {
  it('gets a name of its own while both run, and nothing of either is lost', async () => {
    const { folder, article } = await adasWork([])
    const devices: string[] = []
    const begin = (name: string) =>
      open(folder, memoryJournal(), 'Ada Quill', device, memoryFolder(), {
        async newDevice() {
          devices.push(name)
          return name
        },
      })
    const [here, there] = [await begin('bcdefghijk'), await begin('cdefghijkl')]
    valueOf(await here.carryOut(tag(article, 0, 3)))
    valueOf(await there.carryOut(tag(article, 24, 31)))
    await vi.waitFor(() => expect(devices.length).toBeGreaterThan(0), 5_000)
    await vi.waitFor(() => {
      const troubles = [...here.view().troubles, ...there.view().troubles]
      expect(troubles.map(({ kind }) => kind)).toContain('device-cloned')
    })
    valueOf(await here.carryOut(tag(article, 10, 13)))
    valueOf(await there.carryOut(tag(article, 14, 17)))
    await Promise.all([here.close(), there.close()])
    expect(
      [...folder.files.keys()].filter((name) => name.endsWith(`${article}.json`)).length,
    ).toBeGreaterThan(1)
    const again = await reopen(folder, null)
    expect(await quotesOf(again, article)).toEqual(['Ada', 'Dalmere', 'Zoë', 'met'].toSorted())
  })
})

describe('a link whose tag was deleted on a device that did not know of it', () => {
  it('counts again when the tag comes back', async () => {
    const { folder, article } = await adasWork([
      [0, 9],
      [24, 31],
    ])
    const phone = await reopen(folder, null, 'Ada Quill', 'bcdefghijk')
    const ids = valueOf(await phone.openArticle(article)).sets[0]!.records.map(({ id }) => id)
    valueOf(await phone.carryOut({ do: 'delete', article, annotations: [ids[0]!] }))
    const laptop = await reopen(folder, null)
    valueOf(await laptop.carryOut({ do: 'link', article, type: 'cites', from: ids[0]!, to: ids[1]! }))
    await laptop.close()
    await phone.flush()
    const kinds = async (store: Store) =>
      valueOf(await store.openArticle(article)).sets[0]!.records.map(({ is }) => is)
    expect(await kinds(await reopen(folder, null))).toEqual(['annotation'])
    expect((await validate(folder, 'talks')).problems).toEqual([])

    valueOf(await phone.undo())
    await phone.close()
    expect((await kinds(await reopen(folder, null))).toSorted()).toEqual(['annotation', 'annotation', 'link'])
  })
})
