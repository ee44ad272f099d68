import { describe, expect, it } from 'vitest'
import { explain } from '../../model/explain'
import { memoryFolder, type MemoryFolder } from '../memory/memory-folder'
import { memoryJournal } from '../memory/memory-journal'
import { openStore } from '../open-store'
import { paths } from '../paths'
import { bytesOf, emptyProject, open, root, tag, talks, valueOf } from '../testing/talks'

const device = 'abcdefghij'
const me = { annotator: { id: 'ada-quill', name: 'Ada Quill' }, device }
const clock = { now: () => '2031-03-12T10:00:00.000Z', newId: () => '00000000-0000-7000-8000-000000000000' }

/** Ada and Jonas have each tagged both articles, and what Ada undoes is known. */
async function twoPeople() {
  const { folder, store, articles } = await talks()
  await store.close()
  const vault = memoryFolder()
  const ada = await open(folder, memoryJournal(), 'Ada Quill', device, vault)
  const jonas = await open(folder, memoryJournal(), 'Jonas Lim', 'bcdefghijk')
  for (const article of articles)
    for (const person of [ada, jonas]) valueOf(await person.carryOut(tag(article, 0, 3)))
  await ada.close()
  await jonas.close()
  return { folder, vault, articles }
}

const reopened = (folder: MemoryFolder, vault: MemoryFolder) =>
  openStore({ folder, root, journal: memoryJournal(), vault, me, clock, lookEvery: 60_000 })

/** How many tags each person has on an article, as the store shows it. */
async function tagsOn(folder: MemoryFolder, vault: MemoryFolder, article: string) {
  const store = valueOf(await reopened(folder, vault))
  const { sets } = valueOf(await store.openArticle(article))
  const tags = Object.fromEntries(sets.map(({ annotator, records }) => [annotator, records.length]))
  const { troubles } = store.view()
  await store.close()
  return { tags, troubles }
}

describe('cut off', () => {
  it('a person’s own work comes back whole, the rest is as it was, and the bytes are kept', async () => {
    const { folder, vault, articles } = await twoPeople()
    const path = paths.work('ada-quill', device, articles[0])
    const whole = folder.files.get(path)!
    // Without its last line feed alone it is whole still.
    for (let length = 0; length < whole.length - 1; length += 5) {
      const cut = whole.slice(0, length)
      const own = memoryFolder(Object.fromEntries(vault.files))
      const { tags, troubles } = await tagsOn(folderWith(folder, path, cut), own, articles[0])
      expect({ length, tags }).toEqual({ length, tags: { 'ada-quill': 1, 'jonas-lim': 1 } })
      expect({ length, told: troubles.map(explain).join() }).toMatchObject({
        told: expect.stringContaining('set aside unchanged'),
      })
      expect([...own.files.values()].some((kept) => Buffer.compare(kept, cut) === 0)).toBe(true)
    }
  })

  it('a history costs nothing that the work itself has', async () => {
    const { folder, vault, articles } = await twoPeople()
    const path = paths.history('ada-quill', device, articles[0])
    const whole = folder.files.get(path)!
    for (let length = 0; length < whole.length; length += 7) {
      const { tags } = await tagsOn(folderWith(folder, path, whole.slice(0, length)), vault, articles[0])
      expect({ length, tags }).toEqual({ length, tags: { 'ada-quill': 1, 'jonas-lim': 1 } })
    }
  })
})

const folderWith = (folder: MemoryFolder, path: string, bytes: Uint8Array): MemoryFolder =>
  memoryFolder(Object.fromEntries([...folder.files, [path, bytes]]))

const spoilt: Readonly<Record<string, (good: Uint8Array) => Uint8Array>> = {
  empty: () => new Uint8Array(),
  zeros: (good) => new Uint8Array(good.length),
  garbage: () => Uint8Array.from({ length: 700 }, (_, i) => (i * 77 + 13) % 256),
  'cut off': (good) => good.slice(0, good.length / 2),
  null: () => bytesOf('null'),
  'a list': () => bytesOf('[]'),
  'an empty object': () => bytesOf('{}'),
  'a number too large': () => bytesOf('{"format":"parley/work","schema":1e999}'),
  'a prototype': () => bytesOf('{"__proto__":{"format":"parley/work"}}'),
  'too deep': () => bytesOf('['.repeat(5_000)),
  'another kind of file': () => bytesOf('{"format":"parley/person","schema":1,"id":"eve","name":"Eve"}'),
  'a newer version': (good) =>
    bytesOf(new TextDecoder().decode(good).replace(/"schema":\s*\d+/, '"schema": 99')),
}

describe.each(Object.entries(spoilt))('%s', (_, spoil) => {
  /** What lies in the project and in the user's own folder, by the kind of file. */
  async function kinds() {
    const { folder, vault, articles } = await twoPeople()
    const [first, second] = articles
    const inProject = {
      person: paths.person('jonas-lim'),
      codebook: [...folder.files.keys()].find((path) => path.startsWith('codebook/'))!,
      article: paths.article(first),
      'own work': paths.work('ada-quill', device, first),
      'own history': paths.history('ada-quill', device, first),
      'another’s work': paths.work('jonas-lim', 'bcdefghijk', first),
      'another’s history': paths.history('jonas-lim', 'bcdefghijk', first),
      registry: paths.registry('jonas-lim', 'bcdefghijk'),
    }
    const inVault = { cache: 'cache/shelf.json', steps: 'steps.log' }
    return { folder, vault, second, inProject, inVault }
  }

  it('in any file of the project leaves everybody’s tags on the other article, and is left as it is', async () => {
    const { folder, vault, second, inProject } = await kinds()
    for (const [kind, path] of Object.entries(inProject)) {
      const bad = spoil(folder.files.get(path) ?? bytesOf('{"format":"parley/registry","schema":1}'))
      const spoiltFolder = folderWith(folder, path, bad)
      const { tags } = await tagsOn(spoiltFolder, memoryFolder(Object.fromEntries(vault.files)), second)
      expect({ kind, tags }).toEqual({ kind, tags: { 'ada-quill': 1, 'jonas-lim': 1 } })
      expect({ kind, left: spoiltFolder.files.get(path) }).toEqual({ kind, left: bad })
    }
  })

  it('in any file of the user’s own folder costs no tag', async () => {
    const { folder, vault, second, inVault } = await kinds()
    for (const [kind, path] of Object.entries(inVault)) {
      const bad = spoil(vault.files.get(path) ?? bytesOf('{"version":1}\n[]'))
      const { tags, troubles } = await tagsOn(folder, folderWith(vault, path, bad), second)
      expect({ kind, tags, troubles }).toEqual({
        kind,
        tags: { 'ada-quill': 1, 'jonas-lim': 1 },
        troubles: [],
      })
    }
  })

  it('as the project’s own file is refused with its name, and left as it is', async () => {
    const folder = await emptyProject()
    const bad = spoil(folder.files.get('project.json')!)
    folder.files.set('project.json', bad)
    const opened = await reopened(folder, memoryFolder())
    expect(opened.ok ? '' : explain(opened.error)).toMatch(/^“project\.json” .* left as it is/)
    expect(folder.files.get('project.json')).toEqual(bad)
  })
})
