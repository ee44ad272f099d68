import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createFile } from './durable'
import type { FileSystem } from './file-system'
import { nodeFolder } from './node-folder'
import { openJournal } from './node-journal'
import type { Processes } from './processes'
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
    return [...inFile, ...left.value.entries.flatMap(({ items }) => items as string[])]
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
