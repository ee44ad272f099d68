import { expect, it } from 'vitest'
import { memoryFolder, type MemoryFolder } from '../../../data/store/memory/memory-folder'
import { failed } from '../../../data/model/result'
import type { Folder } from '../../../data/store/ports'
import { firstSettings } from './first-settings'
import { withRecent } from './settings'
import { openSettings } from './settings-file'

const open = async (folder: MemoryFolder) => {
  const logged: string[] = []
  const settings = await openSettings(folder, firstSettings, (what) => logged.push(what))
  return { settings, logged }
}
const text = ({ files }: MemoryFolder, path: string) => new TextDecoder().decode(files.get(path))

it('gives a new user an identity that stays', async () => {
  const folder = memoryFolder()
  const first = await open(folder)
  const again = await open(folder)
  expect(again.settings.now()).toEqual(first.settings.now())
  expect(first.settings.now().device).toMatch(/^[a-z2-7]{10}$/)
})

it('keeps what was changed', async () => {
  const folder = memoryFolder()
  const { settings } = await open(folder)
  await settings.change({ theme: 'dark' })
  expect((await open(folder)).settings.now().theme).toBe('dark')
})

it('has what was changed last in the end, however long each write takes, and says when', async () => {
  const folder = memoryFolder()
  // Each write is quicker than the one before it.
  let takes = 60
  const slower: Folder = {
    ...folder,
    read: (path) => folder.read(path),
    async replace(path, bytes) {
      await new Promise((resolve) => setTimeout(resolve, (takes -= 5)))
      return folder.replace(path, bytes)
    },
  }
  const settings = await openSettings(slower, firstSettings, () => {})
  for (const theme of ['dark', 'light', 'dark', 'light'] as const) void settings.change({ theme })
  await settings.written()
  expect((await open(folder)).settings.now().theme).toBe('light')
})

it.each(['', '{', 'null', '[]', '{"format":"parley/settings","schema":0}', '\u0000'])(
  'sets a file aside that reads %j, and starts all the same',
  async (content) => {
    const folder = memoryFolder({ 'settings.json': content })
    const { settings, logged } = await open(folder)
    expect(settings.now().theme).toBe('system')
    expect(text(folder, 'settings.damaged-1.json')).toBe(content)
    expect(logged).toEqual(['The settings were damaged and set aside'])
    expect(JSON.parse(text(folder, 'settings.json'))).toEqual(settings.now())
  },
)

it.each(Object.entries({ empty: '', 'cut off': '{', null: 'null', 'all zeros': '\0'.repeat(300) }))(
  'knows who works here from the copy when the file is %s',
  async (_, content) => {
    const folder = memoryFolder()
    const { settings } = await open(folder)
    await settings.change({ theme: 'dark' })
    folder.files.set('settings.json', new TextEncoder().encode(content))
    const again = await open(folder)
    expect(again.settings.now()).toEqual(settings.now())
    expect(text(folder, 'settings.damaged-1.json')).toBe(content)
    expect(again.logged).toEqual(['The settings were damaged and set aside'])
  },
)

it('knows it from the copy when the file is gone, and from the file when the copy is damaged', async () => {
  const folder = memoryFolder()
  const { settings } = await open(folder)
  folder.files.delete('settings.json')
  expect((await open(folder)).settings.now()).toEqual(settings.now())
  await settings.change({ theme: 'dark' })
  folder.files.set('settings.copy.json', new Uint8Array())
  expect((await open(folder)).settings.now()).toEqual(settings.now())
})

it('never writes over a file that cannot be read just now', async () => {
  const folder = memoryFolder()
  const { settings } = await open(folder)
  const before = new Map(folder.files)
  const unreadable: Folder = {
    ...folder,
    read: async (file) => failed({ kind: 'unreadable-file', file, why: 'the disk reported an error' }),
    replace: (file, bytes) => folder.replace(file, bytes),
  }
  const later = await openSettings(unreadable, firstSettings, () => undefined)
  await later.change({ theme: 'dark' })
  expect(new Map(folder.files)).toEqual(before)
  expect((await open(folder)).settings.now()).toEqual(settings.now())
})

it('takes from a newer file what it understands, and keeps the file aside', async () => {
  const folder = memoryFolder()
  const { settings } = await open(folder)
  const newer = JSON.stringify({ ...settings.now(), schema: 2, theme: 'sepia', mood: 'good' })
  folder.files.set('settings.json', new TextEncoder().encode(newer))
  const again = await open(folder)
  expect(again.settings.now()).toEqual({ ...settings.now(), theme: 'system' })
  expect(text(folder, 'settings.newer-1.json')).toBe(newer)
  await again.settings.change({ theme: 'dark' })
  expect(text(folder, 'settings.newer-1.json')).toBe(newer)
})

it('keeps the identity when another part is damaged', async () => {
  const folder = memoryFolder()
  const { settings } = await open(folder)
  const damaged = { ...settings.now(), theme: 'pink', window: { x: 'left' }, recent: 3 }
  folder.files.set('settings.json', new TextEncoder().encode(JSON.stringify(damaged)))
  const again = (await open(folder)).settings.now()
  expect(again.annotator).toEqual(settings.now().annotator)
  expect(again).toMatchObject({ theme: 'system', window: null, recent: [] })
})

const project = (n: number) => ({ id: `p${n}`, name: `P${n}`, folder: `/p/${n}` })

it('lists a project once among the recent ones, the latest first, ten at most', () => {
  const all = Array.from({ length: 12 }, (_, n) => project(n)).reduce(withRecent, [])
  expect(all.map(({ id }) => id)).toEqual(['p11', 'p10', 'p9', 'p8', 'p7', 'p6', 'p5', 'p4', 'p3', 'p2'])
  expect(withRecent(all, project(5))[0]).toEqual(project(5))
  expect(withRecent(all, project(5))).toHaveLength(10)
})

it('gives settings that were copied from another computer a device id of their own, once, and keeps the person', async () => {
  const elsewhere = { ...firstSettings(), machine: 'another computer' }
  const folder = memoryFolder({ 'settings.json': JSON.stringify(elsewhere) })
  const here = (await open(folder)).settings.now()
  expect(here.device).not.toBe(elsewhere.device)
  expect(here.annotator).toEqual(elsewhere.annotator)
  expect((await open(folder)).settings.now()).toEqual(here)
})

it('lets settings of an older Parley keep their device id', async () => {
  const { machine: _, ...older } = firstSettings()
  const folder = memoryFolder({ 'settings.json': JSON.stringify(older) })
  expect((await open(folder)).settings.now().device).toBe(older.device)
})
