import {
  chmod,
  mkdir,
  open,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ok } from '../../model/result'
import { nodeFileSystem } from './file-system'
import { largestFile, makeRoot, nodeFolder, ownFolder } from './node-folder'
import { sweepTemps } from './sweep-temps'
import { withFaults } from './testing/faults'
import { temporaryFolder } from './testing/temporary-folder'

const bytes = (text: string) => new TextEncoder().encode(text)

describe('symbolic links below the root', () => {
  async function withLinks() {
    const outside = await temporaryFolder()
    const root = await temporaryFolder()
    await writeFile(join(outside, 'secret'), 'theirs')
    await symlink(outside, join(root, 'work'))
    await symlink(join(outside, 'secret'), join(root, 'secret'))
    await symlink(join(outside, 'nothing'), join(root, 'dangling'))
    return { outside, folder: nodeFolder(root), root }
  }

  it.each(['work/secret', 'secret'])('are not read through: %s', async (path) => {
    const { folder } = await withLinks()
    const why = 'a symbolic link stands there'
    expect(await folder.read(path)).toEqual({
      ok: false,
      error: { kind: 'unreadable-file', file: path, why },
    })
  })

  it('are not read through where the system itself would follow them, as Windows does', async () => {
    const { root } = await withLinks()
    const folder = nodeFolder(root, { ...nodeFileSystem, read: async (path) => readFile(path) })
    const why = 'a symbolic link stands there'
    const error = { kind: 'unreadable-file', file: 'secret', why }
    expect(await folder.read('secret')).toEqual({ ok: false, error })
    expect(await folder.readAll(['secret'])).toEqual(ok([{ ok: false, error }]))
  })

  it('have a stamp of their own, and nothing behind them has one', async () => {
    const { folder } = await withLinks()
    const stamps = await folder.stamps(['work/secret', 'secret/x', 'secret', 'work'])
    expect(stamps).toEqual(ok([null, null, expect.any(String), expect.any(String)]))
  })

  it('are not listed through', async () => {
    const { folder } = await withLinks()
    expect(await folder.list('work')).toMatchObject({ ok: false, error: { kind: 'unreadable-file' } })
  })

  it.each(['work/secret', 'work/new', 'work/new/new', 'secret', 'dangling', 'dangling/x'])(
    'are not written through: %s',
    async (path) => {
      const { folder, outside } = await withLinks()
      const why = `a symbolic link stands there, at “${path}”`
      const refused = { ok: false, error: { kind: 'not-saved', why } }
      expect(await folder.replace(path, bytes('ours'))).toEqual(refused)
      expect(await folder.create(path, bytes('ours'))).toEqual(refused)
      expect(await readdir(outside)).toEqual(['secret'])
      expect(await readFile(join(outside, 'secret'), 'utf8')).toBe('theirs')
    },
  )

  it('do no harm as the root itself', async () => {
    const real = await temporaryFolder()
    const link = join(await temporaryFolder(), 'link')
    await symlink(real, link)
    expect(await nodeFolder(link).replace('a/x', bytes('x'))).toEqual(ok(null))
    expect(await readFile(join(real, 'a', 'x'), 'utf8')).toBe('x')
  })
})

describe('files on the disk', () => {
  it('keep their mode when they are replaced', async () => {
    const root = await temporaryFolder()
    await writeFile(join(root, 'x'), 'old')
    await chmod(join(root, 'x'), 0o640)
    await nodeFolder(root).replace('x', bytes('new'))
    expect((await stat(join(root, 'x'))).mode & 0o777).toBe(0o640)
  })

  it('that are too large are not read', async () => {
    const root = await temporaryFolder()
    await (await open(join(root, 'x'), 'w')).close()
    await truncate(join(root, 'x'), largestFile + 1)
    const error = { kind: 'too-large', file: 'x', bytes: largestFile + 1, limit: largestFile }
    expect(await nodeFolder(root).read('x')).toEqual({ ok: false, error })
  })

  it('that were never finished are not listed, and are swept away after an hour', async () => {
    const root = await temporaryFolder()
    await mkdir(join(root, 'a'))
    const now = Date.now()
    for (const [name, minutes] of [
      ['~x.1-aa.tmp', 61],
      ['~x.1-bb.tmp', 59],
      ['x', 61],
    ] as const) {
      await writeFile(join(root, 'a', name), '')
      await utimes(join(root, 'a', name), new Date(), new Date(now - minutes * 60_000))
    }
    expect(await nodeFolder(root).list('a')).toEqual(ok(['x']))
    expect(await sweepTemps(root, now)).toBe(1)
    expect(await readdir(join(root, 'a'))).toEqual(['x', '~x.1-bb.tmp'])
    expect(await sweepTemps(join(root, 'nowhere'), now)).toBe(0)
  })

  it('are read many at once with one look for each of their folders', async () => {
    const root = await temporaryFolder()
    const looks: string[] = []
    const fs = withFaults(nodeFileSystem, {
      fail(call, _, path) {
        if (call === 'realPath') looks.push(path)
        return null
      },
    })
    const paths = ['a/1', 'a/2', 'a/3', 'b/1', 'b/2']
    for (const path of paths) await nodeFolder(root).replace(path, bytes(path))
    const folder = nodeFolder(root, fs)
    expect(await folder.readAll(paths)).toEqual(ok(paths.map((path) => ok(bytes(path)))))
    expect(looks.filter((path) => path !== root)).toEqual([join(root, 'a'), join(root, 'b')])
  })

  it('get a root with its parents', async () => {
    const root = join(await temporaryFolder(), 'a', 'b', 'c')
    expect(await makeRoot(root)).toEqual(ok(null))
    expect(await makeRoot(root)).toEqual(ok(null))
    expect(await nodeFolder(root).list('')).toEqual(ok([]))
    await writeFile(join(root, 'file'), '')
    expect(await makeRoot(join(root, 'file'))).toMatchObject({
      ok: false,
      error: { kind: 'folder-unreachable' },
    })
  })
})

describe('the application’s own folder', () => {
  it('is empty when somebody has removed it, and is made again by the next write', async () => {
    const root = join(await temporaryFolder(), 'home', 'vault')
    const folder = ownFolder(root)
    expect(await folder.read('x')).toEqual(ok(null))
    for (const path of ['x', 'work/x']) {
      expect(await folder.replace(path, bytes('x'))).toEqual(ok(null))
      expect(await folder.append(path, bytes('y'))).toEqual(ok(null))
      await rm(root, { recursive: true })
      expect(await folder.read(path)).toEqual(ok(null))
      expect(await folder.list('')).toEqual(ok([]))
      expect(await folder.remove(path)).toEqual(ok(null))
    }
    expect(await folder.create('work/x', bytes('x'))).toEqual(ok('created'))
  })

  it('says so where a file stands in its place', async () => {
    const root = join(await temporaryFolder(), 'vault')
    await writeFile(root, '')
    const answer = await ownFolder(root).replace('x', bytes('x'))
    expect(answer).toMatchObject({ ok: false, error: { kind: 'folder-unreachable' } })
  })
})
