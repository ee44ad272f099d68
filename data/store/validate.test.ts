import { expect, it } from 'vitest'
import { builtInCodebook } from '../model/built-in-codebook'
import { bytesOfJson } from './json-bytes'
import type { MemoryFolder } from './memory/memory-folder'
import { paths } from './paths'
import { addReports, putTags, watchedFolder } from './testing/crowd'
import { bytesOf, emptyProject, root } from './testing/talks'
import { validate } from './validate'

const jonas = { annotator: 'jonas-lim', device: 'bcdefghijk' }
const set = 'b'.repeat(26)
const receipt = {
  format: 'parley/received-set',
  schema: 1,
  id: set,
  annotators: ['Jonas Lim'],
  tags: 1,
  received: '2031-03-12T09:00:00.000Z',
  codebook: builtInCodebook,
}

async function office() {
  const folder = await emptyProject()
  const [first, second] = addReports(folder, 2)
  folder.files.set(paths.articleSource(first!.id, 'txt'), bytesOf(first!.text))
  const path = putTags(folder, jonas, first!, { tags: 2, deleted: 1 })
  folder.files.set(`inbox/${set}/set.json`, bytesOfJson(receipt))
  return { folder, first: first!, second: second!, path }
}

const problemsIn = async (folder: MemoryFolder) => (await validate(folder, root)).problems

it('finds nothing wrong with what is right, and counts it', async () => {
  const { folder } = await office()
  // project.json, the codebook, the one that comes with Parley and the set's; two articles, a source, and tags.
  expect(await validate(folder, root)).toEqual({ files: 8, articles: 2, tags: 2, links: 0, problems: [] })
})

it('reads what came with a set', async () => {
  const { folder } = await office()
  const file = `inbox/${set}/set.json`
  folder.files.set(file, bytesOfJson({ ...receipt, tags: 'many' }))
  expect(await problemsIn(folder)).toMatchObject([{ kind: 'bad-file', file, where: 'tags' }])
})

it('looks at the original of an article', async () => {
  const { folder, first, second } = await office()
  const file = paths.articleSource(first.id, 'txt')
  folder.files.set(file, new Uint8Array())
  const beside = paths.articleSource(second.id, 'pdf')
  folder.files.set(`${beside}/page`, bytesOf('1'))
  expect(await problemsIn(folder)).toEqual(
    expect.arrayContaining([
      { kind: 'empty-file', file },
      expect.objectContaining({ kind: 'unreadable-file', file: beside }),
    ]),
  )
})

it('names the file and the record where a tag is not what it says', async () => {
  const { folder, first, second, path } = await office()
  // Whole under its own name and sum, but on words of another report.
  folder.files.set(paths.article(first.id), folder.files.get(paths.article(second.id))!)
  expect(await problemsIn(folder)).toMatchObject([{ kind: 'bad-file', file: paths.article(first.id) }])
  folder.files.delete(paths.article(first.id))
  folder.files.delete(paths.articleSource(first.id, 'txt'))
  expect(await problemsIn(folder)).toMatchObject([{ kind: 'bad-file', file: path, where: 'article' }])
})

it('has few files in memory, however many there are', async () => {
  const folder = await emptyProject()
  for (const article of addReports(folder, 60)) putTags(folder, jonas, article, { tags: 1 })
  const calls: string[] = []
  expect(await validate(watchedFolder(folder, 'project', calls), root)).toMatchObject({
    tags: 60,
    problems: [],
  })
  const reads = calls.filter((call) => call.includes(' read ')).map((call) => call.split(' ')[2]!)
  const shardOf = (path: string) => /\/([a-z2-7]{2})\/[a-z2-7]{26}/.exec(path)?.[1]
  const shards = reads.map(shardOf).filter((shard) => shard !== undefined)
  const furthest = [...new Set(shards)].map((shard) => shards.lastIndexOf(shard) - shards.indexOf(shard))
  expect(Math.max(...furthest)).toBeLessThan(20)
})
