import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bytesOfJson } from '../json-bytes'
import { memoryFolder, type MemoryFolder } from '../memory/memory-folder'
import { paths } from '../paths'
import { Shelf } from '../shelf'
import { addReports, putTags, watchedFolder } from '../testing/crowd'
import { articleFrom, emptyProject, root, valueOf } from '../testing/talks'
import type { News } from './survey'
import { tallyOf } from './tally'

const jonas = { annotator: 'jonas-lim', device: 'bcdefghijk' }
const laptop = { annotator: 'jonas-lim', device: 'cdefghijkl' }
const zoe = { annotator: 'zoe-oneil', device: 'defghijklm' }

/** Three reports, of which two are tagged. */
async function office() {
  const folder = await emptyProject()
  const articles = addReports(folder, 3)
  const [first, second, third] = [articles[0]!, articles[1]!, articles[2]!]
  const path = putTags(folder, jonas, first, { tags: 2 })
  putTags(folder, zoe, first, { tags: 1, deleted: 3 })
  putTags(folder, zoe, second, { tags: 4 })
  return { folder, first, second, third, path }
}

/** Opened as a project that is too large to be read at once. */
const openLarge = async (folder: Parameters<typeof Shelf.open>[0], vault: MemoryFolder | null = null) =>
  valueOf(await Shelf.open(folder, root, vault, 0))

async function lookOver(shelf: Shelf, isOwn: (base: string) => boolean = () => false): Promise<News[]> {
  const all = []
  for await (const news of shelf.look(isOwn)) all.push(news)
  return all
}

const listedIn = (all: readonly News[]) => all.flatMap(({ listed }) => listed)

const countsOf = (shelf: Shelf) =>
  Object.fromEntries(shelf.articles.map(({ summary, tags }) => [summary.title, tags]))

const counted = {
  'Report 0 from Dalmere.': { 'jonas-lim': 2, 'zoe-oneil': 1 },
  'Report 1 from Dalmere.': { 'zoe-oneil': 4 },
  'Report 2 from Dalmere.': {},
}

it('lists the articles of one day by title, the tenth after the second', async () => {
  const folder = await emptyProject()
  addReports(folder, 12)
  const titles = (await openLarge(folder)).articles.map(({ summary }) => summary.title)
  expect(titles).toEqual(Array.from({ length: 12 }, (_, i) => `Report ${i} from Dalmere.`))
})

describe('a large project that was never opened here', () => {
  it('has its list at once, and its tags when it has been looked over', async () => {
    const { folder } = await office()
    const shelf = await openLarge(folder)
    expect(countsOf(shelf)).toEqual({
      'Report 0 from Dalmere.': {},
      'Report 1 from Dalmere.': {},
      'Report 2 from Dalmere.': {},
    })
    expect(shelf.looking).toEqual({ done: 0, of: 3 })
    await lookOver(shelf)
    expect(countsOf(shelf)).toEqual(counted)
    expect(shelf.looking).toBeNull()
  })

  it('is as if it had been read with care, whatever devices and deletions there are', async () => {
    const work = fc.record({
      who: fc.constantFrom(jonas, laptop, zoe),
      on: fc.nat(2),
      from: fc.nat(4),
      tags: fc.nat(4),
      deleted: fc.nat(3),
      clock: fc.integer({ min: 1, max: 3 }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(work, { maxLength: 8 }), async (all) => {
        const folder = await emptyProject()
        const articles = addReports(folder, 3)
        for (const { who, on, ...what } of all) putTags(folder, who, articles[on]!, what)
        const [light, careful] = [await openLarge(folder), valueOf(await Shelf.open(folder, root, null))]
        await lookOver(light)
        expect(countsOf(light)).toEqual(countsOf(careful))
      }),
      { numRuns: 60 },
    )
  })

  it('tells of a file that cannot be read, and again the next time, and no more when it is whole', async () => {
    const { folder, path } = await office()
    const whole = folder.files.get(path)!
    folder.files.set(path, whole.slice(0, 90))
    const vault = memoryFolder()
    for (let times = 0; times < 2; times++) {
      const shelf = await openLarge(folder, vault)
      await lookOver(shelf)
      expect(shelf.troubles).toMatchObject([{ kind: 'bad-file', file: path }])
      await shelf.keep()
    }
    const shelf = await openLarge(folder, vault)
    folder.files.set(path, whole)
    await lookOver(shelf)
    expect(shelf.troubles).toEqual([])
    expect(countsOf(shelf)).toEqual(counted)
  })
})

describe('a large project that was opened here before', () => {
  async function openedBefore() {
    const scene = await office()
    const vault = memoryFolder()
    const before = await openLarge(scene.folder, vault)
    await lookOver(before)
    return { ...scene, vault }
  }

  it('has list and tags without reading any of them, and a look finds nothing to read', async () => {
    const { folder, vault } = await openedBefore()
    const calls: string[] = []
    const shelf = await openLarge(watchedFolder(folder, 'project', calls), vault)
    expect(countsOf(shelf)).toEqual(counted)
    expect(listedIn(await lookOver(shelf))).toEqual([])
    expect(calls.filter((call) => /read (work|articles)/.test(call))).toEqual([])
  })

  it('reads again only where somebody has saved since, mine too, and says what is other now', async () => {
    const { folder, vault, first, third } = await openedBefore()
    putTags(folder, jonas, first, { tags: 5 })
    const report = articleFrom('Late report from Dalmere.')
    folder.files.set(paths.article(report.id), bytesOfJson(report))
    const calls: string[] = []
    const shelf = await openLarge(watchedFolder(folder, 'project', calls), vault)
    const news = await lookOver(shelf, () => true)
    expect(new Set(listedIn(news))).toEqual(new Set([first.id, report.id]))
    expect(shelf.listed(first.id).tags).toEqual({ 'jonas-lim': 5, 'zoe-oneil': 1 })
    expect(calls.filter((call) => /read (work|articles)/.test(call)).toSorted()).toEqual([
      `project read ${paths.article(report.id)}`,
      `project read ${paths.work(jonas.annotator, jonas.device, first.id)}`,
    ])
    // From the second look on, what this program writes itself is known anyway.
    putTags(folder, jonas, third, { tags: 1 })
    putTags(folder, zoe, third, { tags: 2 })
    await lookOver(shelf, (base) => base.includes(jonas.annotator))
    expect(shelf.listed(third.id).tags).toEqual({ 'zoe-oneil': 2 })
  })

  it('takes out an article that somebody took away', async () => {
    const { folder, vault, second } = await openedBefore()
    folder.files.delete(paths.article(second.id))
    const shelf = await openLarge(folder, vault)
    expect((await lookOver(shelf)).flatMap(({ gone }) => gone)).toEqual([second.id])
    expect(shelf.articles.map(({ summary }) => summary.id)).not.toContain(second.id)
  })

  it('is read anew when what was kept is spoilt, cut off, of another version or of another project', async () => {
    const { folder, vault } = await openedBefore()
    const kept = vault.files.get('cache/shelf.json')!
    const spoils: ((bytes: Uint8Array) => Uint8Array)[] = [
      (bytes) => bytes.map((byte, i) => (i === bytes.length - 40 ? byte ^ 1 : byte)),
      (bytes) => bytes.slice(0, -30),
      () => new Uint8Array(),
      () => bytesOfJson({ version: 1 }),
    ]
    for (const spoil of spoils) {
      vault.files.set('cache/shelf.json', spoil(kept))
      const shelf = await openLarge(folder, vault)
      expect(shelf.looking).not.toBeNull()
      await lookOver(shelf)
      expect(countsOf(shelf)).toEqual(counted)
      expect(vault.files.get('cache/shelf.json')).toEqual(kept)
    }
  })

  it('stays as it was while the folder cannot be reached', async () => {
    const { folder, vault } = await openedBefore()
    const shelf = await openLarge(folder, vault)
    folder.beReachable(false)
    await lookOver(shelf)
    expect(countsOf(shelf)).toEqual(counted)
  })
})

it('lists an article when its file comes, though its folder was there before', async () => {
  const { folder } = await office()
  const report = articleFrom('Late report from Dalmere.')
  const source = paths.articleSource(report.id, 'txt')
  folder.files.set(source, new Uint8Array([1]))
  const shelf = await openLarge(folder)
  await lookOver(shelf)
  expect(shelf.has(report.id)).toBe(false)
  folder.files.set(paths.article(report.id), bytesOfJson(report))
  await lookOver(shelf)
  expect(shelf.titleOf(report.id)).toBe('Late report from Dalmere.')
})

it('believes what is in memory more than the folder', async () => {
  const { folder, first } = await office()
  const shelf = await openLarge(folder)
  shelf.believe((annotator, article) =>
    annotator === 'jonas-lim' && article === first.id ? tallyOf(9, true) : null,
  )
  await lookOver(shelf)
  expect(shelf.listed(first.id)).toMatchObject({
    tags: { 'jonas-lim': 9, 'zoe-oneil': 1 },
    done: ['jonas-lim'],
  })
})
