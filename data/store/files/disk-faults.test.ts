import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ok } from '../../model/result'
import { patience } from './durable'
import { nodeFileSystem, type FileSystem } from './file-system'
import { nodeFolder } from './node-folder'
import { withFaults, type Call, type Faults } from './testing/faults'
import { temporaryFolder } from './testing/temporary-folder'

const bytes = (text: string) => new TextEncoder().encode(text)

/** What `replace` of "old" by "new content" answers and leaves on a real disk with these faults. */
async function replaced(faults: Faults, path = 'work/x') {
  const root = await temporaryFolder()
  await nodeFolder(root).replace('work/x', bytes('old'))
  const fs = withFaults(nodeFileSystem, faults)
  const answer = await nodeFolder(root, fs).replace(path, bytes('new content'))
  const left = await readdir(join(root, 'work'))
  return { answer, left, content: await readFile(join(root, 'work', 'x'), 'utf8'), waits: fs.waits }
}

const always = (wanted: Call, code: string): Faults => ({ fail: (call) => (call === wanted ? code : null) })
const first = (times: number, wanted: Call, code: string): Faults => ({
  fail: (call, count) => (call === wanted && count <= times ? code : null),
})
const notSaved = (why: string) => ({ ok: false, error: { kind: 'not-saved', why } })

describe('a disk that fails', () => {
  const faults: readonly (readonly [string, Faults, string])[] = [
    ['cannot make a file', always('create', 'EMFILE'), 'too many files are open'],
    ['is read-only', always('create', 'EROFS'), 'the disk is read-only'],
    ['denies permission', always('create', 'EACCES'), 'permission was denied'],
    ['fails to write', always('write', 'EIO'), 'the disk reported an error'],
    [
      'fails at the second write',
      { bite: 4, fail: (call, n) => (call === 'write' && n === 2 ? 'EIO' : null) },
      'the disk reported an error',
    ],
    ['takes nothing', { bite: 0 }, 'the disk took no more bytes'],
    ['is over quota', always('write', 'EDQUOT'), 'the disk quota is used up'],
    ['cannot say the size', always('state', 'EIO'), 'the disk reported an error'],
    ['fails to flush', always('sync', 'EIO'), 'the disk reported an error'],
    ['is full at the flush', always('sync', 'ENOSPC'), 'the disk is full'],
    ['fails to close', always('close', 'EIO'), 'the disk reported an error'],
    ['fails to rename', always('rename', 'EIO'), 'the disk reported an error'],
    ['renames over disks', always('rename', 'EXDEV'), 'the system reported EXDEV'],
    ['is busy for ever', always('rename', 'EBUSY'), 'another program is using it'],
    ['never permits the rename', first(25, 'rename', 'EPERM'), 'permission was denied'],
    [
      'cannot look at the old file',
      { fail: (call, _, path) => (call === 'look' && path.endsWith('x') ? 'EIO' : null) },
      'the disk reported an error',
    ],
  ]

  it.each(faults)('that %s leaves the old file and nothing else', async (_, fault, why) => {
    const { answer, left, content } = await replaced(fault)
    expect({ answer, left, content }).toEqual({ answer: notSaved(why), left: ['x'], content: 'old' })
  })

  it('leaves the old file wherever the space ends', async () => {
    for (let room = 0; room < 'new content'.length; room++) {
      const { answer, left, content } = await replaced({ room, bite: 3 })
      expect({ answer, left, content }).toEqual({
        answer: notSaved('the disk is full'),
        left: ['x'],
        content: 'old',
      })
    }
    expect((await replaced({ room: 'new content'.length })).content).toBe('new content')
  })

  it('that takes a byte at a time is written to the end', async () => {
    expect(await replaced({ bite: 1 })).toMatchObject({
      answer: ok(null),
      left: ['x'],
      content: 'new content',
    })
  })

  it('that keeps fewer bytes than it said is found out', async () => {
    const fs = {
      ...nodeFileSystem,
      create: async (path: string, mode: number) => {
        const file = await nodeFileSystem.create(path, mode)
        return { ...file, write: async (all: Uint8Array) => (await file.write(all.subarray(1))) + 1 }
      },
    }
    const root = await temporaryFolder()
    const answer = await nodeFolder(root, fs).replace('x', bytes('new'))
    expect(answer).toEqual(notSaved('the disk kept 2 of 3 bytes'))
    expect(await readdir(root)).toEqual([])
  })

  it.each(['EBUSY', 'EPERM', 'EACCES'])('that is %s for a moment is waited for', async (code) => {
    const { answer, content, waits } = await replaced(first(3, 'rename', code))
    expect({ answer, content, waits }).toEqual({
      answer: ok(null),
      content: 'new content',
      waits: [10, 20, 30],
    })
  })

  it('is waited for two seconds at most', async () => {
    const { waits } = await replaced(always('rename', 'EBUSY'))
    expect(waits).toHaveLength(patience.tries - 1)
    expect(Math.max(...waits)).toBe(100)
    expect(waits.reduce((sum, wait) => sum + wait)).toBeLessThan(2_000)
  })

  it.each(['EINVAL', 'EPERM', 'EISDIR', 'ENOTSUP'])(
    'that cannot flush folders (%s) is trusted',
    async (code) => {
      expect(await replaced(always('syncFolder', code))).toMatchObject({
        answer: ok(null),
        content: 'new content',
      })
    },
  )

  it('that fails to flush the folder does not promise anything', async () => {
    const { answer, left, content } = await replaced(always('syncFolder', 'EIO'))
    expect({ answer, left }).toEqual({ answer: notSaved('the disk reported an error'), left: ['x'] })
    expect(['old', 'new content']).toContain(content)
  })

  it('does not promise lines of a file that was removed while they were added', async () => {
    const fs: FileSystem = {
      ...nodeFileSystem,
      async grow(path, mode) {
        const file = await nodeFileSystem.grow(path, mode)
        const write = async (lines: Uint8Array) => {
          const written = await file.write(lines)
          await rm(path)
          return written
        }
        return { ...file, write }
      },
    }
    const answer = await nodeFolder(await temporaryFolder(), fs).append('work/x.log', bytes('a line'))
    expect(answer).toEqual(notSaved('the file was removed meanwhile'))
  })

  it('is flushed again for a new folder whose name it may have lost', async () => {
    const root = await temporaryFolder()
    const flushed: string[] = []
    let failing = true
    const fs = withFaults(nodeFileSystem, {
      fail: (call, _, path) => {
        if (call === 'syncFolder') flushed.push(path)
        return call === 'syncFolder' && failing ? 'EIO' : null
      },
    })
    const folder = nodeFolder(root, fs)
    expect(await folder.replace('work/x', bytes('x'))).toEqual(notSaved('the disk reported an error'))
    failing = false
    flushed.length = 0
    expect(await folder.replace('work/x', bytes('x'))).toEqual(ok(null))
    expect(flushed).toEqual([root, join(root, 'work')])
    flushed.length = 0
    expect(await folder.replace('work/x', bytes('y'))).toEqual(ok(null))
    expect(flushed).toEqual([join(root, 'work')])
    // Somebody has removed it: the one that is made in its place is new.
    await rm(join(root, 'work'), { recursive: true })
    flushed.length = 0
    expect(await folder.replace('work/x', bytes('z'))).toEqual(ok(null))
    expect(flushed).toEqual([root, join(root, 'work')])
  })

  it('without second names creates a file once all the same', async () => {
    const root = await temporaryFolder()
    const folder = nodeFolder(root, withFaults(nodeFileSystem, always('link', 'EPERM')))
    expect(await folder.create('x', bytes('one'))).toEqual(ok('created'))
    expect(await folder.create('x', bytes('two'))).toEqual(ok('was-there'))
    expect(await readdir(root)).toEqual(['x'])
    expect(await readFile(join(root, 'x'), 'utf8')).toBe('one')
  })

  it('leaves nothing of a file that could not be created', async () => {
    const root = await temporaryFolder()
    for (const call of ['write', 'sync', 'link'] as const) {
      const folder = nodeFolder(root, withFaults(nodeFileSystem, always(call, 'EIO')))
      expect(await folder.create('x', bytes('x'))).toEqual(notSaved('the disk reported an error'))
      expect(await readdir(root)).toEqual([])
    }
  })

  it.each(['EIO', 'EACCES', 'ENOTDIR'])(
    'that cannot read (%s) is not taken for an empty one',
    async (code) => {
      const root = await temporaryFolder()
      await writeFile(join(root, 'x'), 'x')
      const folder = nodeFolder(root, withFaults(nodeFileSystem, always('read', code)))
      expect(await folder.read('x')).toMatchObject({
        ok: false,
        error: { kind: 'unreadable-file', file: 'x' },
      })
      const listing = nodeFolder(root, withFaults(nodeFileSystem, always('names', code)))
      expect(await listing.list('')).toMatchObject({ ok: false, error: { kind: 'unreadable-file' } })
    },
  )

  it('that is busy for a moment is read all the same', async () => {
    const root = await temporaryFolder()
    await writeFile(join(root, 'x'), 'x')
    const folder = nodeFolder(root, withFaults(nodeFileSystem, first(3, 'read', 'EBUSY')))
    expect(await folder.read('x')).toEqual(ok(bytes('x')))
  })
})
