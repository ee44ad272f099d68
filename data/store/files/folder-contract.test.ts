import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ok } from '../../model/result'
import { memoryFolder } from '../memory/memory-folder'
import type { Folder } from '../ports'
import { nodeFolder } from './node-folder'
import { temporaryFolder } from './testing/temporary-folder'

const bytes = (text: string) => new TextEncoder().encode(text)

interface Opened {
  readonly folder: Folder
  readonly beReachable: (reachable: boolean) => Promise<void>
}

const implementations: readonly (readonly [string, () => Promise<Opened>])[] = [
  [
    'a folder on the disk',
    async () => {
      const root = join(await temporaryFolder())
      const away = `${root}-away`
      return {
        folder: nodeFolder(root),
        beReachable: (reachable) => rename(reachable ? away : root, reachable ? root : away),
      }
    },
  ],
  [
    'a folder in memory',
    async () => {
      const folder = memoryFolder()
      return { folder, beReachable: async (reachable) => folder.beReachable(reachable) }
    },
  ],
]

describe.each(implementations)('%s', (_, open) => {
  const textAt = async (folder: Folder, path: string) => {
    const found = await folder.read(path)
    return found.ok && found.value ? new TextDecoder().decode(found.value) : found
  }

  it('gives back what was put into it, and then what replaced it', async () => {
    const { folder } = await open()
    expect(await folder.replace('people/ada.json', bytes('one'))).toEqual(ok(null))
    expect(await folder.replace('people/ada.json', bytes('two'))).toEqual(ok(null))
    expect(await textAt(folder, 'people/ada.json')).toBe('two')
  })

  it('keeps an empty file, which is not a missing one', async () => {
    const { folder } = await open()
    await folder.replace('empty', bytes(''))
    expect(await folder.read('empty')).toEqual(ok(new Uint8Array()))
    expect(await folder.read('missing')).toEqual(ok(null))
    expect(await folder.read('missing/too.json')).toEqual(ok(null))
  })

  it('reads many files at once, and says of each whether it is there', async () => {
    const { folder } = await open()
    await folder.replace('people/ada.json', bytes('one'))
    await folder.replace('people/zoe.json', bytes(''))
    const all = await folder.readAll([
      'people/zoe.json',
      'gone/ada.json',
      '../ada.json',
      'people/ada.json',
      'people',
    ])
    const error: unknown = expect.objectContaining({ kind: 'unreadable-file' })
    expect(all).toEqual(
      ok([ok(bytes('')), ok(null), { ok: false, error }, ok(bytes('one')), { ok: false, error }]),
    )
  })

  it('tells one state of a file from another, and of the folder it is in', async () => {
    const { folder } = await open()
    const look = async () => {
      const stamps = await folder.stamps(['people/ada.json', 'people', 'work'])
      return stamps.ok ? stamps.value : []
    }
    expect(await look()).toEqual([null, null, null])
    await folder.replace('people/ada.json', bytes('one'))
    const first = await look()
    expect(first).toEqual([expect.any(String), expect.any(String), null])
    expect(await look()).toEqual(first)
    await folder.replace('people/ada.json', bytes('two'))
    const second = await look()
    expect(second).not.toEqual(first)
    await folder.remove('people/ada.json')
    expect((await look())[0]).toBeNull()
  })

  it('adds lines at the end, each on a line of its own whatever was cut off before', async () => {
    const { folder } = await open()
    expect(await folder.append('work/log', bytes('one\n'))).toEqual(ok(null))
    expect(await folder.append('work/log', bytes('tw'))).toEqual(ok(null))
    expect(await folder.append('work/log', bytes('three\n'))).toEqual(ok(null))
    expect(await textAt(folder, 'work/log')).toBe('one\ntw\nthree\n')
  })

  it('takes a file away, and does not mind when there is none', async () => {
    const { folder } = await open()
    await folder.replace('people/ada.json', bytes('one'))
    expect(await folder.remove('people/ada.json')).toEqual(ok(null))
    expect(await folder.read('people/ada.json')).toEqual(ok(null))
    expect(await folder.remove('people/ada.json')).toEqual(ok(null))
    expect(await folder.remove('nobody/there.json')).toEqual(ok(null))
  })

  it('creates a file once', async () => {
    const { folder } = await open()
    expect(await folder.create('articles/ab/x', bytes('one'))).toEqual(ok('created'))
    expect(await folder.create('articles/ab/x', bytes('two'))).toEqual(ok('was-there'))
    expect(await textAt(folder, 'articles/ab/x')).toBe('one')
    expect(await folder.list('articles/ab')).toEqual(ok(['x']))
  })

  it('creates a file once, however many ask at the same time', async () => {
    const { folder } = await open()
    const answers = await Promise.all(['a', 'b', 'c'].map((text) => folder.create('x', bytes(text))))
    expect(answers).toEqual([ok('created'), ok('was-there'), ok('was-there')])
    expect(await textAt(folder, 'x')).toBe('a')
  })

  it('carries out replacements of one path in the order they came', async () => {
    const { folder } = await open()
    const long = 'x'.repeat(300_000)
    await Promise.all([long, 'short', 'last'].map((text) => folder.replace('x', bytes(text))))
    expect(await textAt(folder, 'x')).toBe('last')
  })

  it('lists names in order, folders with a stroke, and nothing that is not there', async () => {
    const { folder } = await open()
    for (const path of ['b.json', 'a/x', 'c/y/z', 'a.json']) await folder.replace(path, bytes(path))
    expect(await folder.list('')).toEqual(ok(['a.json', 'a/', 'b.json', 'c/']))
    expect(await folder.list('c')).toEqual(ok(['y/']))
    expect(await folder.list('c/y/')).toEqual(ok(['z']))
    expect(await folder.list('d')).toEqual(ok([]))
  })

  const outside = [
    '..',
    '../x',
    'a/../../x',
    '/etc/passwd',
    'a//b',
    'a\\b',
    'c:/x',
    'A',
    'ä',
    '.git/x',
    '~x.tmp',
  ]
  it.each([...outside, '', 'a/', 'con', 'aux.json', 'a.', 'a'.repeat(121), 'x\0y'])(
    'refuses %j',
    async (path) => {
      const { folder } = await open()
      const refused = { ok: false, error: { kind: 'not-saved', why: expect.stringContaining('the path') } }
      expect(await folder.replace(path, bytes('x'))).toEqual(refused)
      expect(await folder.create(path, bytes('x'))).toEqual(refused)
      expect(await folder.read(path)).toMatchObject({ ok: false, error: { kind: 'unreadable-file' } })
      expect(await folder.list('')).toEqual(ok([]))
    },
  )

  it.each(outside)('lists nothing at %j', async (path) => {
    const { folder } = await open()
    expect(await folder.list(path)).toMatchObject({
      ok: false,
      error: { kind: 'unreadable-file', file: path },
    })
  })

  it('says of a file that cannot be saved what stands in its way, and where', async () => {
    const { folder } = await open()
    await folder.replace('a/file', bytes('x'))
    const why = 'a file stands where a folder should be, at “a/file/x”'
    expect(await folder.replace('a/file/x', bytes('y'))).toEqual({
      ok: false,
      error: { kind: 'not-saved', why },
    })
  })

  it('takes no file for a folder and no folder for a file', async () => {
    const { folder } = await open()
    await folder.replace('a/file', bytes('x'))
    const asFolder = {
      ok: false,
      error: { why: expect.stringMatching(/^a file stands where a folder should be/) },
    }
    const asFile = {
      ok: false,
      error: { why: expect.stringMatching(/^a folder stands where a file should be/) },
    }
    expect(await folder.replace('a/file/x', bytes('y'))).toMatchObject(asFolder)
    expect(await folder.list('a/file')).toMatchObject(asFolder)
    expect(await folder.replace('a', bytes('y'))).toMatchObject(asFile)
    expect(await folder.create('a', bytes('y'))).toMatchObject(asFile)
    expect(await folder.read('a')).toMatchObject(asFile)
    expect(await textAt(folder, 'a/file')).toBe('x')
  })

  it('says that it cannot be reached when it is gone, and is as before when it is back', async () => {
    const { folder, beReachable } = await open()
    await folder.replace('a/x', bytes('x'))
    await beReachable(false)
    const gone = { ok: false, error: { kind: 'folder-unreachable' } }
    expect(await folder.read('a/x')).toMatchObject(gone)
    expect(await folder.readAll(['a/x', 'b/y'])).toMatchObject(gone)
    expect(await folder.list('a')).toMatchObject(gone)
    expect(await folder.list('')).toMatchObject(gone)
    expect(await folder.replace('a/x', bytes('y'))).toMatchObject(gone)
    expect(await folder.create('b/y', bytes('y'))).toMatchObject(gone)
    await beReachable(true)
    expect(await textAt(folder, 'a/x')).toBe('x')
    expect(await folder.list('')).toEqual(ok(['a/']))
  })
})
