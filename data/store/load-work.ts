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

/** Where the registry of somebody's device lies. */
export type RegistryFile = Pick<WorkFile, 'path' | 'annotator' | 'device'>

/**
 * "<article>.json", and what sync programs call a second version of it: "<article> (Anna's conflicted copy).json",
 * "<article>.sync-conflict-20311120-090000-ABCDEFG.json", "<article>-LAPTOP.json". What it is, its content says.
 */
const document = /^[a-z2-7]{26}(?![a-z2-7]).*\.json/i

async function workRoots(folder: Folder, troubles: Problem[]): Promise<string[]> {
  const sets = await receivedSets(folder, troubles)
  return [paths.works, ...sets.map((set) => `${paths.inbox(set)}/work`)]
}

/** Somebody's device, and the folder below which it writes. */
export interface Writer {
  readonly base: string
  readonly annotator: string
  readonly device: string
}

/** Whose files there are, what was received in the inbox among them. */
export async function writersIn(folder: Folder, troubles: Problem[] = []): Promise<readonly Writer[]> {
  const places = []
  for (const root of await workRoots(folder, troubles))
    for (const [annotator, device] of await writers(folder, root, troubles))
      places.push({ base: `${root}/${annotator}/${device}`, annotator, device })
  return places
}

/** The shards in which a device has files. */
export async function shardsIn(folder: Folder, { base }: Writer, troubles: Problem[]): Promise<string[]> {
  return (await listed(folder, base, /^[a-z2-7]{2}\/$/, troubles)).map((name) => name.slice(0, 2))
}

/** The documents that these devices have on the articles of one shard, copies that sync programs made among them, by article. */
export async function workIn(
  folder: Folder,
  devices: readonly Writer[],
  shard: string,
  troubles: Problem[],
): Promise<ReadonlyMap<string, readonly WorkFile[]>> {
  const names = await inParallel(devices, 16, ({ base }) =>
    listed(folder, `${base}/${shard}`, document, troubles),
  )
  const files = new Map<string, WorkFile[]>()
  for (const [i, { base, annotator, device }] of devices.entries())
    for (const name of names[i] ?? []) {
      const article = name.slice(0, 26).toLowerCase()
      const file = { path: `${base}/${shard}/${name}`, annotator, device, article }
      const known = files.get(article)
      if (known) known.push(file)
      else files.set(article, [file])
    }
  return files
}

/** The registries that are there. */
export async function registriesIn(folder: Folder, devices: readonly Writer[]): Promise<RegistryFile[]> {
  const files = devices.map(({ base, annotator, device }) => ({
    path: `${base}/registry.json`,
    annotator,
    device,
  }))
  const stamps = await folder.stamps(files.map(({ path }) => path))
  return stamps.ok ? files.filter((_, i) => stamps.value[i] !== null) : []
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
export async function readWork(
  folder: Folder,
  file: WorkFile,
): Promise<Result<WorkDocument | null, Problem>> {
  return documentIn(await folder.read(file.path), file)
}

function documentIn(
  bytes: Result<Uint8Array | null, Problem>,
  file: WorkFile,
): Result<WorkDocument | null, Problem> {
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
  files: readonly RegistryFile[],
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
  files: readonly RegistryFile[],
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
  const read = await folder.readAll(files.map(({ path }) => path))
  if (read.ok)
    return joinWorks(
      files.map((file, i) => ({ file, bytes: read.value[i]! })),
      troubles,
    )
  troubles.push(read.error)
  return new Map()
}

/** The same for files that have been read already. */
export function joinWorks(
  files: readonly { readonly file: WorkFile; readonly bytes: Result<Uint8Array | null, Problem> }[],
  troubles: Problem[],
): ReadonlyMap<string, Items<WorkRecord>> {
  const byAnnotator = new Map<string, Items<WorkRecord>>()
  for (const { file, bytes } of files) {
    const { annotator } = file
    const document = documentIn(bytes, file)
    if (!document.ok) troubles.push(document.error)
    else if (document.value)
      byAnnotator.set(annotator, joinItems(byAnnotator.get(annotator) ?? {}, document.value.items))
  }
  return byAnnotator
}

export const clockOfAll = (works: ReadonlyMap<string, Items<WorkRecord>>): number =>
  Math.max(0, ...[...works.values()].map(clockOf))
