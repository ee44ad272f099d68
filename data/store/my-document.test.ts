import { describe, expect, it, vi } from 'vitest'
import { builtInCodebook } from '../model/built-in-codebook'
import { workDocument } from '../model/document'
import type { Annotation, WorkRecord } from '../model/records'
import { rangeOf } from '../text/quote'
import { ownWork, workKind } from './document-kind'
import { encodeDocument } from './encode-document'
import { decodeSteps, type LoggedStep } from './history-log'
import { memoryFolder, type MemoryFolder } from './memory/memory-folder'
import { MyDocument } from './my-document'
import { paths } from './paths'
import { device, text } from './testing/adas-work'
import { addReports } from './testing/crowd'
import { bytesOf, clock, emptyProject, tag, talks, valueOf } from './testing/talks'

const laptop = 'bcdefghijk'
const made = '2031-03-12T09:00:00.000Z'
const idOf = (which: number) => `00000000-0000-7000-8000-${String(which).padStart(12, '0')}`

/** A report in an empty project, and Ada's document on it as it is opened on her computer. */
async function desk(
  vault: MemoryFolder | null = memoryFolder(),
  lastGood: () => Promise<Uint8Array | null> = async () => null,
) {
  const folder = await emptyProject()
  const report = addReports(folder, 1)[0]!
  const header = { project: 'talkstalkstalkst', annotator: 'ada-quill', device, article: report.id }
  const history = paths.history('ada-quill', device, report.id)
  const ports = { folder, vault, lastGood, now: clock.now }
  /** The tag with this number as it is under this clock, with the clock as its note. */
  const tagAt = (which: number, at: number): Annotation => ({
    is: 'annotation',
    id: idOf(which),
    created: made,
    modified: made,
    article: report.id,
    label: 'actor',
    target: [rangeOf(report.text, { start: 0, end: 6 })],
    attributes: {},
    note: `${at}`,
    means: null,
    codebook: builtInCodebook.id,
  })
  const itemAt = (which: number, at: number, on = device) =>
    [idOf(which), { rev: [at, on] as const, record: tagAt(which, at) }] as const
  const step = (which: number, at: number): LoggedStep<WorkRecord> => ({
    at: made,
    did: 'annotate',
    items: Object.fromEntries([itemAt(which, at)]),
    before: {},
  })
  return {
    folder,
    file: paths.work('ada-quill', device, report.id),
    vault,
    open: async () => valueOf(await MyDocument.open(ports, ownWork, header)),
    tryToOpen: () => MyDocument.open(ports, ownWork, header),
    /** A document with this tag, as another program may leave it. */
    bytesWith: (which: number, more: object = {}) =>
      encodeDocument({ ...workDocument(header, Object.fromEntries([itemAt(which, which)])), ...more }),
    step,
    /** Puts a document of hers there, of this computer or of the laptop. */
    put: (on: string, items: readonly (readonly [which: number, at: number, by?: string])[], logged = 0) => {
      const all = Object.fromEntries(items.map(([which, at, by = on]) => itemAt(which, at, by)))
      const bytes = encodeDocument(workDocument({ ...header, device: on }, all, logged))
      folder.files.set(paths.work('ada-quill', on, report.id), bytes)
    },
    /** What the history tells: what was done, and the numbers of the tags. */
    told: () => toldIn(folder, history, report.id),
  }
}

const toldIn = (folder: MemoryFolder, history: string, article: string) =>
  decodeSteps(folder.files.get(history) ?? new Uint8Array(), workKind, article).steps.map(
    ({ did, items }) => `${did} ${Object.keys(items).map(lastDigits).join()}`,
  )
const lastDigits = (id: string) => Number(id.slice(-12))

const notes = (mine: { readonly records: ReadonlyMap<string, WorkRecord> }) =>
  [...mine.records.values()].map((record) => (record.is === 'annotation' ? record.note : ''))

describe('of two versions of a tag the later one stands', () => {
  it('when the earlier comes after it, from the journal', async () => {
    const { open, step } = await desk()
    const mine = await open()
    mine.take(step(1, 5))
    mine.take(step(1, 3))
    expect(notes(mine)).toEqual(['5'])
    expect([mine.clock, mine.has(step(1, 3)), mine.has(step(1, 6))]).toEqual([5, true, false])
  })

  it('and a deletion that is known already is no news', async () => {
    const { open, step } = await desk()
    const mine = await open()
    const { items, ...deleting } = step(1, 5)
    const deletion = { ...deleting, items: { [idOf(1)]: { ...items[idOf(1)]!, record: null } } }
    mine.take(deletion)
    expect(mine.has(deletion)).toBe(true)
  })

  it('when it is the laptop’s, whose clock is known from then on', async () => {
    const { open, step, put } = await desk()
    put(laptop, [[1, 9]])
    const mine = await open()
    expect([notes(mine), mine.clock]).toEqual([['9'], 9])
    mine.take(step(1, 3))
    expect(notes(mine)).toEqual(['9'])
    mine.take(step(1, 10))
    expect(notes(mine)).toEqual(['10'])
  })
})

describe('a step that could not be made safe', () => {
  it('is taken out again, with what stood there before, and the history never hears of it', async () => {
    const { open, step, told } = await desk()
    const mine = await open()
    mine.take(step(1, 1))
    mine.take(step(2, 2))()
    mine.take(step(1, 3))()
    expect(notes(mine)).toEqual(['1'])
    valueOf(await mine.write())
    expect(told()).toEqual(['annotate 1'])
  })

  it('leaves what is later than it', async () => {
    const { open, step } = await desk()
    const mine = await open()
    const takeOut = mine.take(step(1, 1))
    mine.take(step(1, 2))
    takeOut()
    expect(notes(mine)).toEqual(['2'])
  })
})

describe('the history beside the document', () => {
  it('has each step once, however often it is saved', async () => {
    const { open, step, told } = await desk()
    const mine = await open()
    for (const which of [1, 2, 3]) {
      mine.take(step(which, which))
      valueOf(await mine.write())
    }
    expect(told()).toEqual(['annotate 1', 'annotate 2', 'annotate 3'])
  })

  it('gets what the document has and it lacks, as one step, when a program ended in between', async () => {
    const { folder, open, step, told } = await desk()
    const before = await open()
    before.take(step(1, 1))
    valueOf(await before.write())
    before.take(step(2, 2))
    before.take(step(3, 3))
    folder.failWrite(1)
    expect([(await before.write()).ok, before.isSafe, before.isWritten]).toEqual([false, true, false])
    const mine = await open()
    mine.take(step(4, 4))
    valueOf(await mine.write())
    expect(told()).toEqual(['annotate 1', 'recover 2,3', 'annotate 4'])
  })

  it('tells nothing that the laptop did, whose own history has it', async () => {
    const { open, step, put, told } = await desk()
    const first = await open()
    first.take(step(1, 1))
    valueOf(await first.write())
    put(
      device,
      [
        [1, 1],
        [2, 7, laptop],
      ],
      1,
    )
    const mine = await open()
    mine.take(step(3, 8))
    valueOf(await mine.write())
    expect(told()).toEqual(['annotate 1', 'annotate 3'])
  })

  it('begins with all that was there, when somebody has removed it', async () => {
    const { open, put, step, told } = await desk()
    put(
      device,
      [
        [1, 1],
        [2, 2],
      ],
      2,
    )
    const mine = await open()
    mine.take(step(3, 3))
    valueOf(await mine.write())
    expect(told()).toEqual(['begin 1,2', 'annotate 3'])
  })
})

describe('a file that somebody else has written', () => {
  it('is noticed, and my own writing is not', async () => {
    const { folder, file, open, step, bytesWith } = await desk()
    folder.files.set(file, bytesWith(1))
    const reads = vi.spyOn(folder, 'read')
    const mine = await open()
    expect(reads.mock.calls.filter(([path]) => path === file)).toHaveLength(1)
    expect(await mine.isOverwritten()).toBe(false)
    mine.take(step(2, 2))
    valueOf(await mine.write())
    expect(await mine.isOverwritten()).toBe(false)
    folder.files.set(file, bytesWith(3))
    expect(await mine.isOverwritten()).toBe(true)
    valueOf(await mine.write())
    expect(notes(mine).toSorted()).toEqual(['1', '2', '3'])
  })

  it('is not written over before it is kept aside, where it is damaged', async () => {
    const { folder, file, vault, open, step } = await desk()
    const mine = await open()
    mine.take(step(1, 1))
    valueOf(await mine.write())
    const damaged = new Uint8Array(40)
    folder.files.set(file, damaged)
    mine.take(step(2, 2))
    vault!.failWrite(1)
    expect((await mine.write()).ok).toBe(false)
    expect(folder.files.get(file)).toEqual(damaged)
    valueOf(await mine.write())
    expect([...vault!.files.values()]).toEqual([damaged])
    expect(folder.files.get(file)).not.toEqual(damaged)
  })

  it('is not written over at all, where it is damaged and there is no place to keep it', async () => {
    const { folder, file, open, step } = await desk(null)
    const mine = await open()
    mine.take(step(1, 1))
    valueOf(await mine.write())
    folder.files.set(file, new Uint8Array(40))
    mine.take(step(2, 2))
    expect(await mine.write()).toEqual({ ok: false, error: { kind: 'damaged-file', file } })
    expect(folder.files.get(file)).toEqual(new Uint8Array(40))
  })

  it.each([{ schema: 3 }, { schema: 3, minReader: 2 }])(
    'is not written over, where it is of a newer program: %j',
    async (newer) => {
      const { folder, file, vault, open, step, bytesWith } = await desk()
      const mine = await open()
      mine.take(step(1, 1))
      valueOf(await mine.write())
      const theirs = bytesWith(2, newer)
      folder.files.set(file, theirs)
      mine.take(step(3, 3))
      expect(await mine.write()).toMatchObject({ ok: false, error: { kind: 'newer-file', file } })
      expect([folder.files.get(file), [...vault!.files]]).toEqual([theirs, []])
    },
  )

  it('is kept as it was before it is brought up, where it is of an older program, or else not written', async () => {
    const { folder, file, vault, open, step, bytesWith } = await desk()
    const older = bytesWith(1, { schema: 1, logged: undefined })
    folder.files.set(file, older)
    const mine = await open()
    mine.take(step(2, 2))
    vault!.failWrite(1)
    expect((await mine.write()).ok).toBe(false)
    expect(folder.files.get(file)).toEqual(older)
    valueOf(await mine.write())
    expect([...vault!.files.values()]).toEqual([older])
    expect(text(folder.files.get(file))).toContain('"schema":2')
  })

  it('has nothing of mine, where it says that it is somebody else’s', async () => {
    const { folder, file, vault, open, bytesWith } = await desk()
    const theirs = bytesWith(1, { annotator: 'jonas-lim' })
    folder.files.set(file, theirs)
    const mine = await open()
    expect(notes(mine)).toEqual([])
    expect([...vault!.files.values()]).toEqual([theirs])
  })

  it('gets nothing back from a backup that is somebody else’s', async () => {
    const { bytesWith } = await desk()
    for (const [annotator, found] of [
      ['ada-quill', ['1']],
      ['jonas-lim', []],
    ] as const) {
      const { folder, file, open } = await desk(memoryFolder(), async () => bytesWith(1, { annotator }))
      folder.files.set(file, new Uint8Array(40))
      expect(notes(await open())).toEqual(found)
    }
  })

  it('gets its whole lines back where it is damaged, but for a tag under another’s id', async () => {
    const { folder, file, open, bytesWith } = await desk()
    const whole = text(bytesWith(1))
    folder.files.set(file, bytesOf(whole.slice(0, -9)))
    expect(notes(await open())).toEqual(['1'])
    folder.files.set(file, bytesOf(whole.slice(0, -9).replace(`"${idOf(1)}":{`, `"${idOf(7)}":{`)))
    expect(notes(await open())).toEqual([])
  })

  it('is not taken for damaged while the folder cannot be reached', async () => {
    const { folder, tryToOpen } = await desk()
    folder.beReachable(false)
    expect(await tryToOpen()).toMatchObject({ ok: false, error: { kind: 'folder-unreachable' } })
  })
})

describe('a copy that a sync program made', () => {
  const ending = '.sync-conflict-20310312-093612-ABCDEFG.json'

  it('stays where it is, where it cannot be read', async () => {
    const { folder, file, vault, open, step } = await desk()
    const copy = file.replace('.json', ending)
    folder.files.set(copy, new Uint8Array(40))
    const mine = await open()
    mine.take(step(1, 1))
    valueOf(await mine.write())
    expect([folder.files.has(copy), [...vault!.files]]).toEqual([true, []])
  })

  it('leaves nothing to be saved in a file that is not to be written', async () => {
    const { folder, file, open, bytesWith } = await desk()
    folder.files.set(file, bytesWith(1, { schema: 3, minReader: 2 }))
    folder.files.set(file.replace('.json', ending), bytesWith(2))
    const mine = await open()
    expect([mine.readOnly?.kind, notes(mine), mine.isWritten]).toEqual(['newer-file', ['1'], true])
  })
})

describe('a change that comes while the one before it is written', () => {
  it('is not safe when that one is', async () => {
    const { folder, open, step } = await desk()
    const mine = await open()
    mine.take(step(1, 1))
    const append = folder.append.bind(folder)
    vi.spyOn(folder, 'append').mockImplementationOnce((path, lines) => {
      mine.take(step(2, 2))
      return append(path, lines)
    })
    valueOf(await mine.write())
    expect([mine.isSafe, mine.isWritten]).toEqual([false, false])
    valueOf(await mine.write())
    expect([mine.isSafe, mine.isWritten]).toEqual([true, true])
  })

  /** Ada tags "Ada", and while that is on its way into the history or the document she tags "Quill". */
  async function twoAtOnce(during: 'append' | 'replace') {
    const { folder, journal, store, articles } = await talks()
    const [article] = articles
    const file = paths.work('ada-quill', device, article)
    const history = paths.history('ada-quill', device, article)
    const idsIn = (bytes: Uint8Array | undefined) =>
      new Set(text(bytes).match(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]{21}/g))
    const [first] = valueOf(await store.carryOut(tag(article, 0, 3))).changes
    const ids = [first!.id]
    const [append, replace] = [folder.append.bind(folder), folder.replace.bind(folder)]
    const meanwhile = async (path: string) => {
      if (ids.length > 1 || ![file, history].includes(path)) return
      ids.push('')
      ids[1] = valueOf(await store.carryOut(tag(article, 4, 9))).changes[0]!.id
    }
    /** What the document was to have and its history had not, each time that it was written. */
    const unlogged: string[][] = []
    vi.spyOn(folder, 'append').mockImplementation(async (path, lines) => {
      if (during === 'append') await meanwhile(path)
      return append(path, lines)
    })
    vi.spyOn(folder, 'replace').mockImplementation(async (path, bytes) => {
      if (path === file)
        unlogged.push([...idsIn(bytes)].filter((id) => !idsIn(folder.files.get(history)).has(id)))
      if (during === 'replace') await meanwhile(path)
      return replace(path, bytes)
    })
    /** What the journal had and the document had not, each time that the journal was to forget all. */
    const forgotten: string[][] = []
    const clear = journal.clear.bind(journal)
    vi.spyOn(journal, 'clear').mockImplementation(() => {
      const inFile = idsIn(folder.files.get(file))
      forgotten.push([...idsIn(bytesOf(JSON.stringify(journal.entries)))].filter((id) => !inFile.has(id)))
      return clear()
    })
    expect(await store.flush()).toEqual({ state: 'saved' })
    expect(forgotten).toEqual([[]])
    return { ids, inFile: [...idsIn(folder.files.get(file))], unlogged, left: journal.entries, store }
  }

  it.each(['append', 'replace'] as const)(
    'is in the folder when it says so, and never before it is in the history: %s',
    async (during) => {
      const { ids, inFile, unlogged, left, store } = await twoAtOnce(during)
      expect(ids).toHaveLength(2)
      expect(inFile.toSorted()).toEqual(ids.toSorted())
      expect(left).toEqual([])
      expect(unlogged).toEqual([[], []])
      await store.close()
    },
  )
})
