import { expect, it, vi } from 'vitest'
import { builtInCodebook } from '../model/built-in-codebook'
import { contentOf } from '../model/codebook'
import { shardOf } from '../model/ids'
import { failed } from '../model/result'
import { encodeDocument } from './encode-document'
import { bytesOfJson } from './json-bytes'
import { memoryJournal } from './memory/memory-journal'
import { memoryFolder, type MemoryFolder } from './memory/memory-folder'
import { paths } from './paths'
import { text } from './testing/adas-work'
import { addReports, putTags, watchedFolder } from './testing/crowd'
import { actor, bytesOf, clock, emptyProject, open, root, tag, valueOf } from './testing/talks'
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

it('reads where the tags of a received agreed set come from', async () => {
  const { folder, first } = await office()
  const file = paths.receivedAgreed(set, first.id)
  const origins = {
    format: 'parley/received-agreed',
    schema: 1,
    article: first.id,
    agreed: null,
    records: {},
  }
  folder.files.set(file, bytesOfJson(origins))
  expect(await validate(folder, root)).toMatchObject({ files: 9, problems: [] })
  folder.files.set(file, bytesOfJson({ ...origins, records: null }))
  expect(await problemsIn(folder)).toMatchObject([{ kind: 'bad-file', file, where: 'records' }])
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

/**
 * Jonas has tagged "Report" and "Dalmere" in a report, linked the one to the other and decided on them; the first means
 * an actor whom another was merged into. There is a position on an issue, and a second revision of the codebook in force.
 */
async function whole() {
  const { folder, first } = await office()
  const { annotator: me, device } = jonas
  folder.files.delete(paths.work(me, device, first.id))
  const store = await open(folder, memoryJournal(), 'Jonas Lim', device)
  const carryOut = async (command: Parameters<typeof store.carryOut>[0]) =>
    valueOf(await store.carryOut(command))
  const [kelemin, minister, issue, position] = [clock.newId(), clock.newId(), clock.newId(), clock.newId()]
  await carryOut({ do: 'add-entry', id: kelemin, entry: actor('Kelemin') })
  await carryOut({ do: 'add-entry', id: minister, entry: actor('The minister') })
  await carryOut({ do: 'merge-entries', entries: [minister], into: kelemin })
  await carryOut({ do: 'add-entry', id: issue, entry: { is: 'issue', question: 'Will they talk?' } })
  await carryOut({ do: 'add-entry', id: position, entry: { is: 'position', issue, answer: 'They will' } })
  const to = { ...contentOf(builtInCodebook), name: 'Who said what' }
  const revised = (await carryOut({ do: 'revise-codebook', of: builtInCodebook.id, to })).codebook!.id
  const tagged = async (start: number, end: number) =>
    (await carryOut(tag(first.id, start, end))).changes[0]!.id
  const [report, dalmere] = [await tagged(0, 6), await tagged(14, 21)]
  await carryOut({ do: 'mean', article: first.id, annotation: report, means: kelemin })
  await carryOut({ do: 'link', article: first.id, type: 'cites', from: report, to: dalmere })
  const reading = { label: 'actor', attributes: {}, means: null, spans: [{ start: 7, end: 8 }] }
  await carryOut({
    do: 'decide',
    article: first.id,
    action: 'change',
    on: [{ annotator: me, id: report }],
    readings: [reading],
    links: [],
    reason: null,
    note: '',
  })
  await store.close()
  const mara = { format: 'parley/person', schema: 1, id: 'mara-voss', name: 'Mara Voss' }
  folder.files.set(`inbox/${set}/people/mara-voss.json`, bytesOfJson(mara))
  const shard = shardOf(first.id)
  return {
    folder,
    revised,
    ids: { kelemin, minister, issue, position, report, dalmere },
    places: {
      shard,
      article: `articles/${shard}/${first.id}`,
      work: paths.work(me, device, first.id),
      registry: paths.registry(me, device),
      codebook: paths.codebook(revised),
    },
  }
}

type Whole = Awaited<ReturnType<typeof whole>>

/** Writes a file again with other words in it, a document with a sum that fits. */
function rewrite({ folder }: Whole, path: string, from: string | RegExp, to: string): void {
  const after = text(folder.files.get(path)).replace(from, to)
  const { sum: _, ...document } = JSON.parse(after) as { sum?: unknown }
  folder.files.set(path, path.startsWith('work/') ? encodeDocument(document as never) : bytesOf(after))
}

it('finds nothing wrong with a project in which everything hangs together', async () => {
  const { folder } = await whole()
  expect(await validate(folder, root)).toMatchObject({ tags: 2, links: 1, problems: [] })
})

it.each<[what: string, spoil: (all: Whole) => void, said: (all: Whole) => object]>([
  [
    'a folder without project.json',
    ({ folder }) => folder.files.delete(paths.project),
    () => ({ kind: 'not-a-project', folder: root }),
  ],
  [
    'a project.json of another shape',
    (all) => rewrite(all, paths.project, '"Talks"', '7'),
    () => ({ kind: 'bad-file', file: paths.project, where: 'name' }),
  ],
  [
    'a person under another’s name',
    (all) => rewrite(all, paths.person(jonas.annotator), '"jonas-lim"', '"mara-voss"'),
    () => ({ kind: 'bad-file', file: paths.person(jonas.annotator), where: 'id' }),
  ],
  [
    'a person of a set without a name',
    (all) => rewrite(all, `inbox/${set}/people/mara-voss.json`, '"Mara Voss"', '""'),
    () => ({ kind: 'bad-file', file: `inbox/${set}/people/mara-voss.json`, where: 'name' }),
  ],
  [
    'a codebook that cannot be read',
    (all) => rewrite(all, all.places.codebook, '"labels"', '"names"'),
    ({ places }) => ({ kind: 'bad-file', file: places.codebook, where: 'labels' }),
  ],
  [
    'a codebook under the name of another',
    ({ folder, places }) =>
      folder.files.set(paths.codebook('a'.repeat(26)), folder.files.get(places.codebook)!),
    () => ({ kind: 'bad-file', file: paths.codebook('a'.repeat(26)), where: 'id' }),
  ],
  [
    'a codebook in which two labels have one key',
    (all) => rewrite(all, all.places.codebook, /"key":\s*"2"/, '"key":"1"'),
    ({ places }) => ({ file: places.codebook, expected: expect.stringContaining('another codebook') }),
  ],
  [
    'registries that are damaged',
    ({ folder, places }) => folder.files.set(places.registry, new Uint8Array()),
    ({ places }) => ({ kind: 'damaged-file', file: places.registry }),
  ],
  [
    'tags that are damaged',
    ({ folder, places }) => folder.files.set(places.work, new Uint8Array()),
    ({ places }) => ({ kind: 'damaged-file', file: places.work }),
  ],
  [
    'a codebook in force that is not here',
    (all) => rewrite(all, all.places.registry, `"codebook":"${all.revised}"`, `"codebook":"${set}"`),
    () => ({ kind: 'bad-file', file: 'work/jonas-lim', expected: 'a revision that is here' }),
  ],
  [
    'an actor merged into one that is not there',
    (all) => rewrite(all, all.places.registry, `"into":"${all.ids.kelemin}"`, `"into":"${all.ids.report}"`),
    ({ ids }) => ({ file: 'work/jonas-lim', where: `items.${ids.minister}.into` }),
  ],
  [
    'a position on an issue that is not there',
    (all) => rewrite(all, all.places.registry, `"issue":"${all.ids.issue}"`, `"issue":"${all.ids.report}"`),
    ({ ids }) => ({ file: 'work/jonas-lim', where: `items.${ids.position}.issue` }),
  ],
  [
    'a tag whose words are others',
    (all) => rewrite(all, all.places.work, '"quote":"Report"', '"quote":"Rapport"'),
    ({ places, ids }) => ({ file: places.work, where: `items.${ids.report}.target[0].quote` }),
  ],
  [
    'a tag whose parts overlap',
    (all) =>
      rewrite(all, all.places.work, /"target":\[(\{[^}]*"quote":"Report"[^}]*\})\]/, '"target":[$1,$1]'),
    ({ places, ids }) => ({ file: places.work, where: `items.${ids.report}.target[1].start` }),
  ],
  [
    'a tag with a label that no codebook has',
    (all) =>
      rewrite(all, all.places.work, /"label":"actor"(?=[^{}]*"means":null,"modified")/, '"label":"place"'),
    ({ places, ids }) => ({ file: places.work, where: `items.${ids.dalmere}.label` }),
  ],
  [
    'a tag that means an actor who is not there',
    (all) => rewrite(all, all.places.work, `"means":"${all.ids.kelemin}"`, `"means":"${all.ids.report}"`),
    ({ places, ids }) => ({ file: places.work, where: `items.${ids.report}.means` }),
  ],
  [
    'a link of a type that joins no such tags',
    (all) => rewrite(all, all.places.work, '"type":"cites"', '"type":"makes"'),
    ({ places }) => ({ file: places.work, where: expect.stringContaining('.type') }),
  ],
  [
    'a decision with words that are others',
    (all) => rewrite(all, all.places.work, '"quote":"0"', '"quote":"1"'),
    ({ places }) => ({ file: places.work, where: expect.stringContaining('.readings[0].target[0].quote') }),
  ],
  [
    'a decision with a label that no codebook has',
    (all) => rewrite(all, all.places.work, /("readings":\[\{.*?"label":)"actor"/, '$1"place"'),
    ({ places }) => ({ file: places.work, where: expect.stringContaining('.readings[0].label') }),
  ],
])('finds %s', async (_, spoil, said) => {
  const all = await whole()
  spoil(all)
  expect(await problemsIn(all.folder)).toContainEqual(expect.objectContaining(said(all)))
})

it.each<[place: string, of: (all: Whole) => string]>([
  ['the folder of articles', () => paths.articles],
  ['the folder of some articles', ({ places }) => `${paths.articles}/${places.shard}`],
  ['the folder of one article', ({ places }) => places.article],
  ['the folder of people', () => paths.people],
  ['the folder of codebooks', () => paths.codebooks],
  ['the inbox', () => paths.inboxes],
  ['the folder of somebody’s tags', () => 'work/jonas-lim'],
  ['the folder of a computer of somebody’s', () => `work/jonas-lim/${jonas.device}`],
  [
    'the folder of somebody’s tags on some articles',
    ({ places }) => `work/jonas-lim/${jonas.device}/${places.shard}`,
  ],
])('says when %s cannot be looked into', async (_, of) => {
  const all = await whole()
  const place = of(all)
  all.folder.files.set(place, bytesOf('A file.'))
  const problems = await problemsIn(all.folder)
  expect(problems).toContainEqual(expect.objectContaining({ kind: 'unreadable-file', file: place }))
})

it('does not take tags for right that it could not read', async () => {
  const { folder } = await whole()
  const gone = { kind: 'folder-unreachable', folder: root, why: 'it is gone' } as const
  vi.spyOn(folder, 'readAll').mockImplementation(async (all) =>
    all.some((path) => path.endsWith('registry.json'))
      ? memoryFolder(Object.fromEntries(folder.files)).readAll(all)
      : failed(gone),
  )
  expect(await problemsIn(folder)).toContainEqual(gone)
})
