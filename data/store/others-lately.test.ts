import { expect, it } from 'vitest'
import { ok } from '../model/result'
import { memoryFolder } from './memory/memory-folder'
import { OthersLately } from './others-lately'
import type { Folder } from './ports'
import { addReports, putTags, watchedFolder } from './testing/crowd'
import { emptyProject } from './testing/talks'

const ada = { annotator: 'ada-quill', device: 'abcdefghij' }
const jonas = { annotator: 'jonas-lim', device: 'bcdefghijk' }

/** Ada, Jonas and his laptop have tags on an article; `reads` are the files read since it was asked last. */
async function scene({ atMost = 6, hasStamps = true } = {}) {
  const folder = await emptyProject()
  const articles = addReports(folder, 2)
  const [article] = articles
  const paths = [
    putTags(folder, ada, article!, { tags: 1 }),
    putTags(folder, jonas, article!, { tags: 2, deleted: 1 }),
    putTags(folder, { ...jonas, device: 'cdefghijkl' }, article!, { from: 10, tags: 1 }),
  ]
  const calls: string[] = []
  const unread: string[] = []
  const watched = watchedFolder(folder, 'project', calls)
  const stampless: Folder = { ...watched, stamps: async (all) => ok(all.map(() => null)) }
  const others = new OthersLately(
    {
      folder: hasStamps ? watched : stampless,
      vault: memoryFolder(),
      lastGood: async () => null,
      me: ada.annotator,
      unread: (_, { recovered, troubles }) =>
        unread.push(...recovered.map(({ file }) => file), ...troubles.map(({ kind }) => kind)),
    },
    atMost,
  )
  const [id, other] = articles.map((each) => each.id)
  return {
    folder,
    article: article!,
    paths,
    on: (which = id) => others.on(which!),
    other: other!,
    unread,
    reads: () => calls.splice(0).filter((call) => call.startsWith('project read ')),
  }
}

it('has all devices of another as one, what they deleted only in the items, and nothing of mine', async () => {
  const { on } = await scene()
  const { sets, works } = await on()
  expect(sets.map(({ annotator, records }) => [annotator, records.length])).toEqual([['jonas-lim', 3]])
  expect([...works].map(([annotator, items]) => [annotator, Object.keys(items).length])).toEqual([
    ['jonas-lim', 4],
  ])
})

it('reads nothing again while the files are as they were, whatever I save, and gives the same', async () => {
  const { folder, article, on, reads } = await scene()
  const first = await on()
  expect(reads().length).toBeGreaterThan(0)
  putTags(folder, ada, article, { tags: 5, clock: 2 })
  expect(await on()).toBe(first)
  expect(reads()).toEqual([])
})

it('reads what another has saved since, and files that came or went', async () => {
  const { folder, article, paths, on } = await scene()
  await on()
  const tagsOf = async () => (await on()).sets.map(({ records }) => records.length)
  putTags(folder, jonas, article, { tags: 5, clock: 2 })
  expect(await tagsOf()).toEqual([6])
  putTags(folder, { annotator: 'kim', device: 'defghijklm' }, article, { from: 20, tags: 1 })
  expect(await tagsOf()).toEqual([6, 1])
  folder.files.delete(paths[2]!)
  expect(await tagsOf()).toEqual([5, 1])
})

it('tells of a damaged file and reads it every time', async () => {
  const { folder, paths, on, unread, reads } = await scene()
  const [, path] = paths
  folder.files.set(path!, folder.files.get(path!)!.slice(0, -40))
  await on()
  reads()
  await on()
  expect(unread).toEqual([path, path])
  expect(reads().some((call) => call.includes(path!))).toBe(true)
})

it('keeps nothing where stamps cannot be told', async () => {
  const { on, reads } = await scene({ hasStamps: false })
  const first = await on()
  reads()
  expect(await on()).toEqual(first)
  expect(reads().length).toBeGreaterThan(0)
})

it('keeps what was looked at last, and not more', async () => {
  const { on, other, reads } = await scene({ atMost: 1 })
  await on()
  await on(other)
  reads()
  await on()
  expect(reads().length).toBeGreaterThan(0)
})
