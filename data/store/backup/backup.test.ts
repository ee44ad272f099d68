import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ok } from '../../model/result'
import { unwatched } from './ports'
import { prune } from './prune'
import { allBackups, backUp, contentOf, cutAfter, emptyVault, instead, type Vault } from './testing/vault'

type Files = Readonly<Record<string, string>>

/** One thing that happens to a project or to its backups. */
type Event = Readonly<
  | { is: 'write'; file: number; words: string }
  | { is: 'remove'; file: number }
  /** Nothing but zeros is left of it. */
  | { is: 'damage'; file: number }
  /** The power goes after so many changes of the vault; with `Infinity` it does not. */
  | { is: 'backup'; cut: number }
  | { is: 'prune'; cut: number }
  | { is: 'hours pass'; hours: number }
>

const paths = [
  'project.json',
  'articles/ab/one/source.txt',
  'articles/ab/two/source.txt',
  'articles/cb/three/source.txt',
  'work/ada/abcdefghij/ab/one.txt',
]

const cut = fc.oneof(fc.constant(Infinity), fc.nat(8))
const file = fc.nat(paths.length - 1)
const event: fc.Arbitrary<Event> = fc.oneof(
  fc.record({ is: fc.constant('write'), file, words: fc.string({ minLength: 1, maxLength: 6 }) }),
  fc.record({ is: fc.constant('remove'), file }),
  fc.record({ is: fc.constant('damage'), file }),
  fc.record({ is: fc.constant('backup'), cut }),
  fc.record({ is: fc.constant('prune'), cut }),
  fc.record({ is: fc.constant('hours pass'), hours: fc.nat(400) }),
)

const isDamaged = (content: string) => /^\0*$/.test(content)
const wordsIn = (file: number, words: string) =>
  file === 0 ? JSON.stringify(words) : words.replaceAll('\0', '0')

/** What the files of a backup may be: those of the project, and for damaged ones any good version that there was. */
interface Expected {
  readonly files: Files
  readonly good: Readonly<Record<string, ReadonlySet<string>>>
}

class Model {
  readonly vault: Vault = emptyVault()
  readonly #good: Record<string, Set<string>> = {}
  /** By the number of the backup. */
  readonly #expected = new Map<number, Expected>()

  async meet(what: Event): Promise<void> {
    const { folder, vault } = this.vault
    switch (what.is) {
      case 'write': {
        const [path, words] = [paths[what.file]!, wordsIn(what.file, what.words)]
        await folder.replace(path, new TextEncoder().encode(words))
        ;(this.#good[path] ??= new Set()).add(words)
        return
      }
      case 'remove':
        return void (await folder.remove(paths[what.file]!))
      case 'damage':
        if (folder.files.has(paths[what.file]!)) folder.files.set(paths[what.file]!, new Uint8Array(3))
        return
      case 'hours pass':
        this.vault.time += what.hours * 3_600_000
        return
      case 'prune':
        return void (await prune({ ...this.vault, vault: cutAfter(vault, what.cut) }, unwatched))
      case 'backup': {
        const expected = this.#now()
        const made = await backUp({ ...this.vault, vault: cutAfter(vault, what.cut) })
        const listed = await allBackups(this.vault)
        // It counts from the moment at which its manifest is there, whether or not that could still be said.
        for (const { number } of listed) if (!this.#expected.has(number)) this.#expected.set(number, expected)
        if (made.ok && listed[0]?.number !== made.value.number) throw new Error('It is not listed.')
        return
      }
    }
  }

  #now(): Expected {
    const files = [...this.vault.folder.files].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)])
    const good = Object.entries(this.#good).map(([path, versions]) => [path, new Set(versions)])
    return { files: Object.fromEntries(files), good: Object.fromEntries(good) }
  }

  /** What a listed backup does not give back as it was. */
  async faults(): Promise<readonly string[]> {
    const faults: string[] = []
    for (const backup of await allBackups(this.vault)) {
      const { files, good } = this.#expected.get(backup.number)!
      const restored = await contentOf(this.vault, backup)
      faults.push(...restored.lost.map((path) => `${path} is lost`))
      for (const path of new Set([...Object.keys(files), ...Object.keys(restored.files)])) {
        const [was, given] = [files[path], restored.files[path]]
        const isGood = given !== undefined && was !== undefined && isDamaged(was) && good[path]?.has(given)
        if (given !== was && !isGood) faults.push(`${path} of ${backup.number} is ${given} and not ${was}`)
      }
    }
    return faults
  }
}

it('gives back every listed backup byte for byte, whatever happened and wherever the power went', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(event, { maxLength: 40 }), async (events) => {
      const model = new Model()
      for (const what of events) await model.meet(what)
      expect(await model.faults()).toEqual([])
    }),
    { numRuns: 300 },
  )
})

const project: Files = {
  'project.json': '{"name":"Talks"}',
  'articles/ab/one/source.txt': 'One.',
  'articles/ab/two/source.txt': 'Two.',
}

it('writes nothing again that it has, and reads nothing again that is unchanged', async () => {
  const ports = emptyVault(project)
  await backUp(ports)
  const before = [...ports.vault.files.keys()]
  const read: string[] = []
  const folder = instead(ports.folder, {
    readAll: (paths) => {
      read.push(...paths)
      return ports.folder.readAll(paths)
    },
  })
  const second = await backUp({ ...ports, folder })
  expect(second).toMatchObject({ ok: true, value: { number: 2, files: 3, added: 0, changed: 0, removed: 0 } })
  expect(read).toEqual([])
  expect([...ports.vault.files.keys()].filter((path) => !before.includes(path))).toEqual([
    'made/000002-2031-03-12t090000z.json',
  ])
})

it('counts what is new, changed and gone since the backup before', async () => {
  const ports = emptyVault(project)
  await backUp(ports)
  await ports.folder.remove('articles/ab/one/source.txt')
  await ports.folder.replace('articles/ab/two/source.txt', new TextEncoder().encode('Two more.'))
  await ports.folder.replace('articles/zz/three/source.txt', new TextEncoder().encode('Three.'))
  expect(await backUp(ports)).toMatchObject({ value: { files: 3, added: 1, changed: 1, removed: 1 } })
})

it('keeps the last good version of a file that is damaged now, says so, and takes it again when it is good', async () => {
  const ports = emptyVault(project)
  await backUp(ports)
  const path = 'articles/ab/one/source.txt'
  ports.folder.files.set(path, new Uint8Array(4))
  for (const _ of [1, 2]) {
    const second = await backUp(ports)
    expect(second).toMatchObject({ value: { kept: [path], bad: [], changed: 0 } })
    expect((await contentOf(ports, (await allBackups(ports))[0]!)).files[path]).toBe('One.')
  }
  ports.folder.files.set(path, new TextEncoder().encode('One again.'))
  expect(await backUp(ports)).toMatchObject({ value: { kept: [], changed: 1 } })
  expect((await contentOf(ports, (await allBackups(ports))[0]!)).files[path]).toBe('One again.')
})

it('keeps what cannot be read any more, and what lay in a folder that is closed', async () => {
  const ports = emptyVault(project)
  await backUp(ports)
  const problem = { kind: 'unreadable-file', file: 'x', why: 'permission was denied' } as const
  const denied = async () => ({ ok: false, error: problem }) as const
  const isClosed = (path: string) => path.startsWith('articles/ab')
  const folder = instead(ports.folder, {
    list: (path) => (isClosed(path) ? denied() : ports.folder.list(path)),
    stamps: (all) => (all.some(isClosed) ? denied() : ports.folder.stamps(all)),
    readAll: async (all) =>
      ok(await Promise.all(all.map((path) => (isClosed(path) ? denied() : ports.folder.read(path))))),
  })
  expect(await backUp({ ...ports, folder })).toMatchObject({
    value: { files: 3, removed: 0, kept: ['articles/ab/one/source.txt', 'articles/ab/two/source.txt'] },
  })
})

it('makes none of a project that cannot be reached', async () => {
  const ports = emptyVault(project)
  await backUp(ports)
  ports.folder.beReachable(false)
  expect(await backUp(ports)).toMatchObject({ ok: false, error: { kind: 'folder-unreachable' } })
  expect(await allBackups(ports)).toHaveLength(1)
})

it('counts none that the disk did not give back as it was written', async () => {
  const ports = emptyVault(project)
  const lying = instead(ports.vault, {
    replace: (path, bytes) => {
      const other = bytes.slice()
      if (path.endsWith('.pack')) other[0]! ^= 1
      return ports.vault.replace(path, other)
    },
  })
  expect(await backUp({ ...ports, vault: lying })).toMatchObject({ error: { kind: 'not-saved' } })
  expect(await allBackups(ports)).toEqual([])
})
