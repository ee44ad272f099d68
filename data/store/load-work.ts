import { clockOf, joinItems, type Items, type WorkDocument } from '../model/document'
import { annotatorIdSchema, deviceIdSchema } from '../model/ids'
import type { Problem } from '../model/problem'
import type { RegistryRecord, WorkRecord } from '../model/records'
import { failed, ok, type Result } from '../model/result'
import { decodeDocument } from './encode-document'
import { paths } from './paths'
import type { Folder } from './ports'
import { inParallel, namesIn } from './read-files'

/** Where one file of somebody's work on one article lies. */
export interface WorkFile {
  readonly path: string
  readonly annotator: string
  readonly device: string
  readonly article: string
}

/** Which files there are of everybody's work, without what is in them. */
export interface WorkIndex {
  /** By article id. */
  readonly files: ReadonlyMap<string, readonly WorkFile[]>
  readonly registries: readonly {
    readonly path: string
    readonly annotator: string
    readonly device: string
  }[]
}

/**
 * Lists everybody's files: `work/` and what was received in `inbox/<set>/work/`. A received set counts only when
 * its `set.json` is there, which is written last, so a set is here wholly or not at all.
 */
export async function indexWork(folder: Folder, troubles: Problem[]): Promise<WorkIndex> {
  const roots = await workRoots(folder, troubles)
  const files = new Map<string, WorkFile[]>()
  const registries: WorkIndex['registries'][number][] = []
  for (const root of roots)
    for (const [annotator, device] of await writers(folder, root, troubles)) {
      const base = `${root}/${annotator}/${device}`
      const names = await listed(folder, base, /^([a-z2-7]{2}\/|registry\.json)$/, troubles)
      if (names.includes('registry.json'))
        registries.push({ path: `${base}/registry.json`, annotator, device })
      const shards = names.filter((name) => name.endsWith('/')).map((name) => `${base}/${name.slice(0, -1)}`)
      const inShards = await inParallel(shards, 16, (shard) => listed(folder, shard, document, troubles))
      for (const [i, shard] of shards.entries())
        for (const name of inShards[i] ?? []) {
          const article = name.slice(0, 26).toLowerCase()
          const file = { path: `${shard}/${name}`, annotator, device, article }
          const known = files.get(article)
          if (known) known.push(file)
          else files.set(article, [file])
        }
    }
  return { files, registries }
}

/**
 * "<article>.json", and what sync programs call a second version of it: "<article> (Anna's conflicted copy).json",
 * "<article>.sync-conflict-20311120-090000-ABCDEFG.json", "<article>-LAPTOP.json". What it is, its content says.
 */
const document = /^[a-z2-7]{26}(?![a-z2-7]).*\.json/i

async function workRoots(folder: Folder, troubles: Problem[]): Promise<string[]> {
  const sets = await receivedSets(folder, troubles)
  return [paths.works, ...sets.map((set) => `${paths.inbox(set)}/work`)]
}

/** Whose files there are, and below which folder each of their devices writes. */
export async function writersIn(
  folder: Folder,
): Promise<readonly { readonly base: string; readonly annotator: string; readonly device: string }[]> {
  const places = []
  for (const root of await workRoots(folder, []))
    for (const [annotator, device] of await writers(folder, root, []))
      places.push({ base: `${root}/${annotator}/${device}`, annotator, device })
  return places
}

/** Where everybody's files on one article would lie, whether they are there or not. Costs a look for each person, not for each file. */
export async function placesOfWork(folder: Folder, article: string): Promise<WorkFile[]> {
  const places = await writersIn(folder)
  return places.map(({ base, annotator, device }) => {
    const path = `${base}/${paths.work(annotator, device, article).split('/').slice(3).join('/')}`
    return { path, annotator, device, article }
  })
}

/** Ids of the sets that are wholly in the inbox. */
export async function receivedSets(folder: Folder, troubles: Problem[]): Promise<string[]> {
  const sets = (await listed(folder, paths.inboxes, /^[a-z2-7]{26}\/$/, troubles)).map((name) =>
    name.slice(0, 26),
  )
  const whole = await inParallel(
    sets,
    8,
    async (set) => (await listed(folder, paths.inbox(set), /^set\.json$/, troubles)).length > 0,
  )
  return sets.filter((_, i) => whole[i])
}

async function writers(folder: Folder, root: string, troubles: Problem[]): Promise<[string, string][]> {
  const annotators = (await listed(folder, root, /^[a-z0-9-]+\/$/, troubles))
    .map((name) => name.slice(0, -1))
    .filter((name) => annotatorIdSchema.safeParse(name).success)
  const devices = await inParallel(annotators, 8, (name) =>
    listed(folder, `${root}/${name}`, /^[a-z2-7]{10}\/$/, troubles),
  )
  return annotators.flatMap((annotator, i) =>
    (devices[i] ?? [])
      .map((name) => name.slice(0, -1))
      .filter((device) => deviceIdSchema.safeParse(device).success)
      .map((device): [string, string] => [annotator, device]),
  )
}

async function listed(
  folder: Folder,
  path: string,
  shape: RegExp,
  troubles: Problem[],
): Promise<readonly string[]> {
  const names = await namesIn(folder, path, shape)
  if (names.ok) return names.value
  troubles.push(names.error)
  return []
}

/** One file's document; `null` when it is not there (any more). */
async function readWork(folder: Folder, file: WorkFile): Promise<Result<WorkDocument | null, Problem>> {
  const bytes = await folder.read(file.path)
  if (!bytes.ok) return bytes
  if (!bytes.value) return ok(null)
  const document = decodeDocument(bytes.value, file.path, 'work')
  if (!document.ok) return document
  const { annotator, article } = document.value
  const inPlace = annotator === file.annotator && article === file.article
  const expected = 'the annotator and the article that the file’s path names'
  return inPlace ? document : failed({ kind: 'bad-file', file: file.path, where: 'annotator', expected })
}

/** Everybody's registries by annotator, each joined over their devices and received sets. */
export async function readRegistriesOf(
  folder: Folder,
  files: WorkIndex['registries'],
  troubles: Problem[],
): Promise<ReadonlyMap<string, Items<RegistryRecord>>> {
  const byAnnotator = new Map<string, Items<RegistryRecord>>()
  for (const { path, annotator } of files) {
    const bytes = await folder.read(path)
    const document = bytes.ok && bytes.value ? decodeDocument(bytes.value, path, 'registry') : bytes
    if (!document.ok) troubles.push(document.error)
    else if (document.value && 'items' in document.value)
      byAnnotator.set(annotator, joinItems(byAnnotator.get(annotator) ?? {}, document.value.items))
  }
  return byAnnotator
}

/** Everybody's registries as one. */
export async function readRegistries(
  folder: Folder,
  files: WorkIndex['registries'],
  troubles: Problem[],
): Promise<Items<RegistryRecord>> {
  const all = [...(await readRegistriesOf(folder, files, troubles)).values()]
  return all.reduce<Items<RegistryRecord>>((joined, items) => joinItems(joined, items), {})
}

/** What everybody made on one article. Files that cannot be read are reported, and the others count. */
export async function readWorks(
  folder: Folder,
  files: readonly WorkFile[],
  troubles: Problem[],
): Promise<ReadonlyMap<string, Items<WorkRecord>>> {
  const byAnnotator = new Map<string, Items<WorkRecord>>()
  const documents = await inParallel(files, 8, (file) => readWork(folder, file))
  for (const [i, document] of documents.entries()) {
    const { annotator } = files[i]!
    if (!document.ok) troubles.push(document.error)
    else if (document.value)
      byAnnotator.set(annotator, joinItems(byAnnotator.get(annotator) ?? {}, document.value.items))
  }
  return byAnnotator
}

export const clockOfAll = (works: ReadonlyMap<string, Items<WorkRecord>>): number =>
  Math.max(0, ...[...works.values()].map(clockOf))
