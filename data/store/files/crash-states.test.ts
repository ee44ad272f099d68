import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createFile } from './durable'
import type { FileSystem } from './file-system'
import { nodeFolder } from './node-folder'
import { openJournal } from './node-journal'
import type { Processes } from './processes'
import { sealLine, unsealLines } from '../sealed-lines'
import { modelDisk, type CrashState } from './testing/model-disk'

const root = resolve('/project')
const journalFolder = resolve('/home/journal')
const path = 'work/ada/tags.json'
const file = join(root, ...path.split('/'))

const session = (self: string): Processes => ({ self, stateOf: () => 'ended' })

/** How many of the states cannot be read at all, and how many lack something that was acknowledged. */
async function tally(
  states: readonly CrashState[],
  recover: (fs: FileSystem) => Promise<readonly string[] | null>,
) {
  let unreadable = 0
  let lost = 0
  for (const { files, folders, acknowledged } of states) {
    const found = await recover(modelDisk(folders, files).fs)
    if (found === null) unreadable++
    else if (acknowledged.some((what) => !found.includes(what))) lost++
  }
  return { unreadable, lost }
}

const encode = (items: readonly string[]) => new TextEncoder().encode(JSON.stringify({ items }))

function decode(bytes: Uint8Array | null): string[] | null {
  if (bytes === null) return []
  try {
    return (JSON.parse(new TextDecoder().decode(bytes)) as { items: string[] }).items
  } catch {
    return null
  }
}

async function readBack(fs: FileSystem): Promise<string[] | null> {
  const bytes = await nodeFolder(root, fs).read(path)
  return bytes.ok ? decode(bytes.value) : null
}

type Save = (fs: FileSystem, items: readonly string[]) => Promise<void>

/** Saves three times, each time one item more, on the file system that `changed` makes of the disk's. */
async function savedThrice(save: Save, changed: (fs: FileSystem) => FileSystem = (fs) => fs) {
  const disk = modelDisk(['/', root, join(root, 'work'), join(root, 'work', 'ada')])
  const items: string[] = []
  for (const item of ['one', 'two', 'three']) {
    items.push(item)
    await save(changed(disk.fs), items)
    disk.acknowledge(item)
  }
  return { states: disk.states, ...(await tally(disk.states, readBack)) }
}

const ours: Save = async (fs, items) => {
  const saved = await nodeFolder(root, fs).replace(path, encode(items))
  expect(saved).toEqual({ ok: true, value: null })
}

/** As lowdb's own file adapter saves: one temporary name, no flush of the file or of its folder. */
const lowdbs: Save = async (fs, items) => {
  const temporary = join(root, 'work', 'ada', '.tags.json.tmp')
  const written = await fs.create(temporary, 0o644)
  await written.write(encode(items))
  await written.close()
  await fs.rename(temporary, file)
}

const withoutFlushOfFiles = (fs: FileSystem): FileSystem => ({
  ...fs,
  async create(at, mode) {
    const made = await fs.create(at, mode)
    return { ...made, sync: async () => undefined, syncContent: async () => undefined }
  },
})

const withoutFlushOfFolders = (fs: FileSystem): FileSystem => ({ ...fs, syncFolder: async () => undefined })

describe('after a power cut at any instant', () => {
  it('a replaced file is whole and holds all that was acknowledged', async () => {
    const { states, ...found } = await savedThrice(ours)
    expect(found).toEqual({ unreadable: 0, lost: 0 })
    expect(states.length).toBeGreaterThan(100)
  })

  it('a file replaced in lowdb’s own way may be unreadable, or old', async () => {
    const { unreadable, lost } = await savedThrice(lowdbs)
    expect(unreadable).toBeGreaterThan(0)
    expect(lost).toBeGreaterThan(0)
  })

  it('our way without the flush of the file fails this test', async () => {
    expect((await savedThrice(ours, withoutFlushOfFiles)).unreadable).toBeGreaterThan(0)
  })

  it('our way without the flush of the folder fails this test', async () => {
    expect((await savedThrice(ours, withoutFlushOfFolders)).lost).toBeGreaterThan(0)
  })

  it('a file in folders that had to be made first is there, with its folders', async () => {
    const disk = modelDisk(['/', root])
    await ours(disk.fs, ['one'])
    disk.acknowledge('one')
    expect(await tally(disk.states, readBack)).toEqual({ unreadable: 0, lost: 0 })
  })

  it('a created file is whole or not there, with second names and without', async () => {
    for (const code of [null, 'EPERM']) {
      const disk = modelDisk(['/', root, join(root, 'work'), join(root, 'work', 'ada')])
      const fs: FileSystem = code
        ? { ...disk.fs, link: () => Promise.reject(Object.assign(new Error(code), { code })) }
        : disk.fs
      expect(await createFile(fs, file, encode(['one']))).toBe('created')
      disk.acknowledge('one')
      expect(await createFile(fs, file, encode(['other']))).toBe('was-there')
      expect(await tally(disk.states, readBack)).toEqual({ unreadable: 0, lost: 0 })
    }
  })
})

describe('what a folder has said yes to', () => {
  const ada = ['/', root, join(root, 'work'), join(root, 'work', 'ada')]

  it('is on the disk when lines were added to a file, the first of which made it', async () => {
    const disk = modelDisk(ada)
    const history = 'work/ada/tags.log'
    for (const line of ['one', 'two']) {
      const added = await nodeFolder(root, disk.fs).append(history, encode([line]))
      expect(added).toEqual({ ok: true, value: null })
      disk.acknowledge(line)
    }
    const recover = async (fs: FileSystem) => {
      const bytes = await nodeFolder(root, fs).read(history)
      const text = bytes.ok && bytes.value ? new TextDecoder().decode(bytes.value) : ''
      return ['one', 'two'].filter((line) => text.includes(`"${line}"`))
    }
    expect(await tally(disk.states, recover)).toEqual({ unreadable: 0, lost: 0 })
  })

  it('is on the disk when another program had just made the file', async () => {
    const disk = modelDisk(ada)
    const theirs = await disk.fs.create(file, 0o644)
    await theirs.write(encode(['theirs']))
    await theirs.sync()
    expect(await nodeFolder(root, disk.fs).create(path, encode(['ours']))).toEqual({
      ok: true,
      value: 'was-there',
    })
    disk.acknowledge('theirs')
    const states = disk.states.filter(({ acknowledged }) => acknowledged.length > 0)
    expect(await tally(states, readBack)).toEqual({ unreadable: 0, lost: 0 })
  })

  it('stays gone when it was a removal', async () => {
    const disk = modelDisk(ada, new Map([[file, encode(['old'])]]))
    expect(await nodeFolder(root, disk.fs).remove(path)).toEqual({ ok: true, value: null })
    disk.acknowledge('removed')
    const after = disk.states.filter(({ acknowledged }) => acknowledged.length > 0)
    for (const { files } of after) expect([...files.keys()]).toEqual([])
  })
})

describe('the journal and the file it is for', () => {
  const entry = (item: string) => ({ path, items: [item] })

  /** Appends alone and together, brings all into the file, forgets, and goes on. */
  async function aSession(changed: (fs: FileSystem) => FileSystem = (fs) => fs) {
    const disk = modelDisk(['/', root, resolve('/home')])
    const fs = changed(disk.fs)
    const journal = openJournal(journalFolder, fs, session('1-a'))
    const acknowledged: string[] = []
    const tag = async (item: string) => {
      expect(await journal.append(entry(item))).toEqual({ ok: true, value: null })
      acknowledged.push(item)
      disk.acknowledge(item)
    }
    await tag('a')
    await Promise.all(['b', 'c', 'd'].map(tag))
    await ours(fs, acknowledged)
    await journal.clear()
    await tag('e')
    await ours(fs, acknowledged)
    const onTheirWay = ['f', 'g'].map(tag)
    await Promise.all([journal.clear(), ...onTheirWay, tag('h')])
    await ours(fs, acknowledged)
    await journal.clear()
    await tag('i')
    await journal.close()
    return { states: disk.states, ...(await tally(disk.states, recover)) }
  }

  async function recover(fs: FileSystem): Promise<string[] | null> {
    const inFile = await readBack(fs)
    const left = await openJournal(journalFolder, fs, session('2-b')).leftOver()
    if (!inFile || !left.ok) return null
    return [
      ...inFile,
      ...left.value.entries.flatMap((entry) => ('items' in entry ? (entry.items as string[]) : [])),
    ]
  }

  it('together hold all that was acknowledged', async () => {
    const { states, ...found } = await aSession()
    expect(found).toEqual({ unreadable: 0, lost: 0 })
    expect(states.length).toBeGreaterThan(200)
  })

  it('lose something without the flush of the journal', async () => {
    expect((await aSession(withoutFlushOfFiles)).lost).toBeGreaterThan(0)
  })

  it('lose something without the flush of the folders', async () => {
    expect((await aSession(withoutFlushOfFolders)).lost).toBeGreaterThan(0)
  })
})

describe('a save: the history, then the file, then the journal forgets', () => {
  const history = 'work/ada/tags.log'
  type Order = readonly ('history' | 'file' | 'journal')[]
  const rightOrder: Order = ['history', 'file', 'journal']

  /** Three saves, each of two changes, taken in this order. */
  async function threeSaves(order: Order, changed: (fs: FileSystem) => FileSystem = (fs) => fs) {
    const disk = modelDisk(['/', root, resolve('/home')])
    const fs = changed(disk.fs)
    const folder = nodeFolder(root, fs)
    const journal = openJournal(journalFolder, fs, session('1-a'))
    const [acknowledged, logged]: [string[], string[]] = [[], []]
    const tag = async (item: string) => {
      expect(await journal.append({ path, items: [item] })).toEqual({ ok: true, value: null })
      acknowledged.push(item)
      disk.acknowledge(item)
    }
    const steps = {
      history: () => folder.append(history, linesOf(acknowledged.filter((item) => !logged.includes(item)))),
      file: () => folder.replace(path, encode(acknowledged)),
      journal: () => journal.clear(),
    }
    const save = async () => {
      for (const step of order) expect(await steps[step]()).toMatchObject({ ok: true })
      logged.splice(0, logged.length, ...acknowledged)
    }
    for (const pair of [
      ['a', 'a longer one'],
      ['b', 'another'],
      ['c', 'the last one'],
    ]) {
      for (const item of pair) await tag(item)
      await save()
    }
    await journal.close()
    return disk.states
  }

  const linesOf = (items: readonly string[]) => new TextEncoder().encode(items.map(sealLine).join(''))

  async function inHistory(fs: FileSystem): Promise<unknown[]> {
    const bytes = await nodeFolder(root, fs).read(history)
    return bytes.ok && bytes.value ? [...unsealLines(bytes.value).values] : []
  }

  async function inFileAndJournal(fs: FileSystem): Promise<string[] | null> {
    const inFile = await readBack(fs)
    const left = await openJournal(journalFolder, fs, session('2-b')).leftOver()
    if (!inFile || !left.ok) return null
    return [
      ...inFile,
      ...left.value.entries.flatMap((entry) => ('items' in entry ? (entry.items as string[]) : [])),
    ]
  }

  /** In how many states the file says more than the history beside it. */
  async function unlogged(states: readonly CrashState[]): Promise<number> {
    let count = 0
    for (const { files, folders } of states) {
      const { fs } = modelDisk(folders, files)
      const told = await inHistory(fs)
      if (((await readBack(fs)) ?? []).some((item) => !told.includes(item))) count++
    }
    return count
  }

  it('loses nothing, and never has a file that says more than its history', async () => {
    const states = await threeSaves(rightOrder)
    expect(await tally(states, inFileAndJournal)).toEqual({ unreadable: 0, lost: 0 })
    expect(await unlogged(states)).toBe(0)
    expect(states.length).toBeGreaterThan(250)
  })

  it('has the history and the journal make up for a file that is gone or damaged', async () => {
    const states = await threeSaves(rightOrder)
    const withoutFile = states.map((state) => ({
      ...state,
      files: new Map([...state.files].filter(([at]) => at !== file)),
    }))
    const recover = async (fs: FileSystem) => {
      const rest = await inFileAndJournal(fs)
      return rest && [...rest, ...(await inHistory(fs)).map(String)]
    }
    expect(await tally(withoutFile, recover)).toEqual({ unreadable: 0, lost: 0 })
  })

  it('goes on after a torn line of the history without losing what stood before it or comes after', async () => {
    let torn = 0
    for (const { files, folders } of await threeSaves(rightOrder)) {
      const { fs } = modelDisk(folders, files)
      const before = await inHistory(fs)
      const bytes = await nodeFolder(root, fs).read(history)
      if (bytes.ok && bytes.value && unsealLines(bytes.value).damaged > 0) torn++
      expect(await nodeFolder(root, fs).append(history, linesOf(['next']))).toEqual({ ok: true, value: null })
      expect(await inHistory(fs)).toEqual([...before, 'next'])
    }
    expect(torn).toBeGreaterThan(0)
  })

  it('shows in these states when the file goes before the history', async () => {
    expect(await unlogged(await threeSaves(['file', 'history', 'journal']))).toBeGreaterThan(0)
  })

  it('shows in these states when the journal forgets before the file is there', async () => {
    const states = await threeSaves(['history', 'journal', 'file'])
    expect((await tally(states, inFileAndJournal)).lost).toBeGreaterThan(0)
  })

  it('shows in these states when what was added to the history is not flushed', async () => {
    const withoutFlushOfHistory = (fs: FileSystem): FileSystem => ({
      ...fs,
      grow: async (at, mode) => ({ ...(await fs.grow(at, mode)), sync: async () => undefined }),
    })
    expect(await unlogged(await threeSaves(rightOrder, withoutFlushOfHistory))).toBeGreaterThan(0)
  })
})
