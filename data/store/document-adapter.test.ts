import { Low } from 'lowdb'
import { describe, expect, it } from 'vitest'
import { failed, ok } from '../model/result'
import { DocumentAdapter, NotRead, NotSaved, type Codec } from './document-adapter'
import { memoryFolder } from './memory/memory-folder'

interface Notes {
  readonly notes: string[]
}

const codec: Codec<Notes> = {
  encode: (document) => new TextEncoder().encode(JSON.stringify(document)),
  decode(bytes, file) {
    const text = new TextDecoder().decode(bytes)
    return text.startsWith('{') ? ok(JSON.parse(text) as Notes) : failed({ kind: 'damaged-file', file })
  },
}

function open(files: Readonly<Record<string, string>> = {}) {
  const folder = memoryFolder(files)
  const db = new Low<Notes | null>(new DocumentAdapter(folder, 'notes.json', codec), null)
  const saved = () => new TextDecoder().decode(folder.files.get('notes.json'))
  return { folder, db, saved }
}

describe('a document in lowdb', () => {
  it('is read, changed and written', async () => {
    const { db, saved } = open({ 'notes.json': '{"notes":["a"]}' })
    await db.read()
    await db.update((data) => data?.notes.push('b'))
    expect(saved()).toBe('{"notes":["a","b"]}')
  })

  it('is null when there is no file, and nothing is written then', async () => {
    const { db, folder } = open()
    await db.read()
    expect(db.data).toBeNull()
    await db.write()
    expect(folder.writes).toBe(0)
  })

  it('that cannot be read is not replaced by a default', async () => {
    const { db, saved } = open({ 'notes.json': 'torn' })
    const reading = db.read()
    await expect(reading).rejects.toBeInstanceOf(NotRead)
    await expect(reading).rejects.toMatchObject({ problem: { kind: 'damaged-file', file: 'notes.json' } })
    await db.write()
    expect(saved()).toBe('torn')
  })

  it('on a share that drops out is not taken for missing', async () => {
    const { db, folder, saved } = open({ 'notes.json': '{"notes":["a"]}' })
    folder.beReachable(false)
    await expect(db.read()).rejects.toMatchObject({ problem: { kind: 'folder-unreachable' } })
    await db.write()
    folder.beReachable(true)
    expect(saved()).toBe('{"notes":["a"]}')
  })

  it('that was there and is gone is a Problem, and comes back with the next write', async () => {
    const { db, folder, saved } = open({ 'notes.json': '{"notes":["a"]}' })
    await db.read()
    folder.files.delete('notes.json')
    await expect(db.read()).rejects.toMatchObject({
      problem: { kind: 'unreadable-file', file: 'notes.json' },
    })
    await db.write()
    expect(saved()).toBe('{"notes":["a"]}')
  })

  it('that could not be written says why, to the one who wrote it, and the old file stays', async () => {
    const { db, folder, saved } = open({ 'notes.json': '{"notes":["a"]}' })
    await db.read()
    folder.failWrite(2)
    const written = await Promise.allSettled(
      ['b', 'c', 'd'].map((note) => db.update((data) => data?.notes.push(note))),
    )
    expect(written.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(written[1]).toMatchObject({ reason: expect.any(NotSaved) })
    expect(written[1]).toMatchObject({ reason: { problem: { kind: 'not-saved', why: 'the disk is full' } } })
    expect(saved()).toBe('{"notes":["a","b","c","d"]}')
    folder.failWrite(1)
    await expect(db.update((data) => data?.notes.pop())).rejects.toBeInstanceOf(NotSaved)
    expect(saved()).toBe('{"notes":["a","b","c","d"]}')
  })

  it('is written as it was at the call', async () => {
    const { db, folder } = open()
    db.data = { notes: ['a'] }
    const writing = db.write()
    db.data.notes.push('too late')
    await writing
    expect(new TextDecoder().decode(folder.files.get('notes.json'))).toBe('{"notes":["a"]}')
  })
})
