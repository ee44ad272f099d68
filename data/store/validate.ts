import { builtInCodebook } from '../model/built-in-codebook'
import { codebookSchema, type Codebook } from '../model/codebook'
import { faultsIn, wordFault } from '../model/codebook-rules'
import { liveRecords, type Items } from '../model/document'
import type { Problem } from '../model/problem'
import type { SharedRecord } from '../model/records'
import { projectSchema } from '../model/project'
import { ok } from '../model/result'
import { findWork } from './find-work'
import { articlesIn, articleShards, readArticleFile, readPeople } from './load-project'
import {
  readRegistriesOf,
  joinWorks,
  receivedSets,
  shardsIn,
  workIn,
  writersIn,
  type Writer,
} from './load-work'
import { paths } from './paths'
import type { Folder } from './ports'
import { inParallel, namesIn, readAs } from './read-files'
import { receivedAgreedSchema } from './received-agreed'
import { receivedSetSchema } from './received-set'
import { checkWork, type Rules } from './validate-article'

/** What was looked at, and all that is wrong with it. */
export interface Validation {
  readonly files: number
  readonly articles: number
  readonly tags: number
  readonly links: number
  readonly problems: readonly Problem[]
}

/**
 * Checks every file of a project but histories against its schema, its sum and the others: each tag's quote stands at
 * its offsets, each link joins tags that are there and that its type allows, each `means` is in a registry. Reads only;
 * what lies in three shards is in memory, whatever the size of the project.
 */
export async function validate(folder: Folder, root: string): Promise<Validation> {
  const problems: Problem[] = []
  const project = await readAs(folder, paths.project, projectSchema)
  if (!project.ok) problems.push(project.error)
  else if (!project.value) problems.push({ kind: 'not-a-project', folder: root })
  const people = await readPeople(folder, paths.people, problems)
  const codebooks = await readCodebooks(folder, problems)
  const sets = await receivedSets(folder, [])
  let origins = 0
  for (const set of sets) {
    await readPeople(folder, `${paths.inbox(set)}/people`, problems)
    const receipt = await readAs(folder, `${paths.inbox(set)}/set.json`, receivedSetSchema)
    if (!receipt.ok) problems.push(receipt.error)
    else if (receipt.value) codebooks.push(receipt.value.codebook, ...(receipt.value.codebooks ?? []))
    origins += await checkOrigins(folder, set, problems)
  }
  const writers = await writersIn(folder, problems)
  const { documents: registries } = await findWork(folder, null)
  const entries = await readRegistriesOf(folder, registries, problems)
  checkRegistries(entries, codebooks, problems)
  const rules = { codebooks, entries: new Set([...entries.values()].flatMap((items) => Object.keys(items))) }

  const shards = await allShards(folder, writers, problems)
  // Some at a time: one is read from the disk while another is checked.
  const checked = await inParallel(shards, 3, (shard) => checkShard(folder, shard, writers, rules))
  const sum = (key: 'files' | 'articles' | 'tags' | 'links') =>
    checked.reduce((total, one) => total + one[key], 0)
  return {
    files: 1 + people.length + codebooks.length + registries.length + origins + sum('files'),
    articles: sum('articles'),
    tags: sum('tags'),
    links: sum('links'),
    problems: [...problems, ...checked.flatMap((one) => one.problems)],
  }
}

/** What entries name is there, even if it was removed: then it may come back. */
function checkRegistries(
  registries: ReadonlyMap<string, Items<SharedRecord>>,
  codebooks: readonly Codebook[],
  problems: Problem[],
): void {
  const all = new Set([...registries.values()].flatMap((items) => Object.keys(items)))
  for (const [annotator, items] of registries)
    for (const record of liveRecords(items)) {
      const bad = (where: string, expected: string) =>
        problems.push({
          kind: 'bad-file',
          file: `work/${annotator}`,
          where: `items.${record.id}.${where}`,
          expected,
        })
      if (record.is === 'in-force') {
        if (!codebooks.some(({ id }) => id === record.codebook)) bad('codebook', 'a revision that is here')
        continue
      }
      if (record.is === 'review-settings') continue
      if (record.into !== undefined && !all.has(record.into)) bad('into', 'an entry of the registries')
      if (record.is === 'position' && !all.has(record.issue)) bad('issue', 'an issue of the registries')
    }
}

async function allShards(
  folder: Folder,
  writers: readonly Writer[],
  problems: Problem[],
): Promise<readonly string[]> {
  const ofArticles = await articleShards(folder)
  if (!ofArticles.ok) problems.push(ofArticles.error)
  const ofWork = await inParallel(writers, 8, (writer) => shardsIn(folder, writer, problems))
  return [...new Set([...(ofArticles.ok ? ofArticles.value : []), ...ofWork.flat()])].toSorted()
}

async function checkShard(
  folder: Folder,
  shard: string,
  writers: readonly Writer[],
  rules: Rules,
): Promise<Validation> {
  const problems: Problem[] = []
  const ids = await articlesIn(folder, shard)
  if (!ids.ok) problems.push(ids.error)
  const here = ids.ok ? ids.value : []
  const work = await workIn(folder, writers, shard, problems)
  const places = [...work.values()].flat()
  const read = await folder.readAll(places.map(({ path }) => path))
  if (!read.ok) problems.push(read.error)
  const bytes = new Map(places.map(({ path }, i) => [path, read.ok ? read.value[i]! : ok(null)]))
  let [files, tags, links] = [0, 0, 0]
  for (const id of new Set([...here, ...work.keys()])) {
    const article = await readArticleFile(folder, id)
    const onIt = work.get(id) ?? []
    files += onIt.length + (article.ok && article.value ? 1 : 0)
    if (!article.ok) problems.push(article.error)
    else if (!article.value)
      problems.push({
        kind: 'bad-file',
        file: onIt[0]?.path ?? paths.article(id),
        where: 'article',
        expected: 'an article of this project',
      })
    files += await checkSources(folder, id, problems)
    const documents = onIt.map((file) => ({ file, bytes: bytes.get(file.path)! }))
    for (const [annotator, items] of joinWorks(documents, problems)) {
      const file = onIt.find((candidate) => candidate.annotator === annotator)?.path ?? ''
      const checked = checkWork(items, article.ok ? article.value : null, rules, file, problems)
      tags += checked.tags
      links += checked.links
    }
  }
  return { files, articles: here.length, tags, links, problems }
}

/** Where the tags of a received agreed set come from. Gives how many files there are. */
async function checkOrigins(folder: Folder, set: string, problems: Problem[]): Promise<number> {
  const at = `${paths.inbox(set)}/agreed`
  let files = 0
  const shards = await namesIn(folder, at, /^[a-z2-7]{2}\/$/)
  if (!shards.ok) problems.push(shards.error)
  for (const shard of shards.ok ? shards.value : []) {
    const names = await namesIn(folder, `${at}/${shard.slice(0, 2)}`, /^[a-z2-7]{26}\.json$/)
    if (!names.ok) problems.push(names.error)
    for (const name of names.ok ? names.value : []) {
      const read = await readAs(folder, `${at}/${shard.slice(0, 2)}/${name}`, receivedAgreedSchema)
      if (!read.ok) problems.push(read.error)
      files++
    }
  }
  return files
}

/** The original that an article was read from is there to be read; what came with a set has none. Gives how many there are. */
async function checkSources(folder: Folder, article: string, problems: Problem[]): Promise<number> {
  const place = paths.article(article).replace(/\/[^/]*$/, '')
  const names = await namesIn(folder, place, /^source\./)
  if (!names.ok) {
    problems.push(names.error)
    return 0
  }
  for (const name of names.value) {
    const file = `${place}/${name.replace(/\/$/, '')}`
    const bytes = await folder.read(file)
    if (!bytes.ok) problems.push(bytes.error)
    else if (bytes.value?.length === 0) problems.push({ kind: 'empty-file', file })
  }
  return names.value.length
}

async function readCodebooks(folder: Folder, problems: Problem[]): Promise<Codebook[]> {
  const codebooks: Codebook[] = [builtInCodebook]
  const take = async (path: string) => {
    const codebook = await readAs(folder, path, codebookSchema)
    if (!codebook.ok) problems.push(codebook.error)
    else if (codebook.value) {
      codebooks.push(codebook.value)
      const isNamed = path === paths.codebook(codebook.value.id)
      if (!isNamed)
        problems.push({ kind: 'bad-file', file: path, where: 'id', expected: 'the id in the file’s name' })
      for (const fault of faultsIn(codebook.value))
        problems.push({
          kind: 'bad-file',
          file: path,
          where: 'the top level',
          expected: `another codebook (${wordFault(fault)})`,
        })
    }
  }
  const names = await namesIn(folder, paths.codebooks, /^[a-z2-7]{26}\.json$/)
  if (!names.ok) problems.push(names.error)
  else for (const name of names.value) await take(`${paths.codebooks}/${name}`)
  return codebooks
}
