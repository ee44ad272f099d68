import { clockOf, joinItems, type Items, type StoredDocument } from '../model/document'
import { annotatorIdSchema, deviceIdSchema } from '../model/ids'
import type { Problem } from '../model/problem'
import type { AnyRecord, SharedRecord, WorkRecord } from '../model/records'
import { failed, ok, type Result } from '../model/result'
import { registryKind, workKind, type DocumentKind } from './document-kind'
import { paths } from './paths'
import type { Folder } from './ports'
import { inParallel, namesIn } from './read-files'

/** Where one file of somebody's lies, and what it is on: an article, or with `null` the registries. */
export interface DocumentFile<A extends string | null = string | null> {
  readonly path: string
  readonly annotator: string
  readonly device: string
  readonly article: A
}

/** Where one file of somebody's work on one article lies. */
export type WorkFile = DocumentFile<string>

/** Where the registry of somebody's device lies. */
export type RegistryFile = DocumentFile<null>

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
export async function readFileOf<R extends AnyRecord>(
  folder: Folder,
  kind: DocumentKind<R>,
  file: DocumentFile,
): Promise<Result<StoredDocument<R> | null, Problem>> {
  return documentIn(await folder.read(file.path), kind, file)
}

function documentIn<R extends AnyRecord>(
  bytes: Result<Uint8Array | null, Problem>,
  kind: DocumentKind<R>,
  file: DocumentFile,
): Result<StoredDocument<R> | null, Problem> {
  if (!bytes.ok) return bytes
  if (!bytes.value) return ok(null)
  const read = kind.read(bytes.value, file.path)
  if (!read.ok) return read
  const { annotator, article } = read.value.document
  if (annotator === file.annotator && (article ?? null) === file.article) return ok(read.value.document)
  const expected = 'the annotator and the article that the file’s path names'
  return failed({ kind: 'bad-file', file: file.path, where: 'annotator', expected })
}

/** Everybody's registries by annotator, each joined over their devices and received sets. Files that cannot be read are reported. */
export async function readRegistriesOf(
  folder: Folder,
  files: readonly RegistryFile[],
  troubles: Problem[],
): Promise<ReadonlyMap<string, Items<SharedRecord>>> {
  return readJoined(folder, registryKind, files, troubles)
}

/** What everybody made on one article. Files that cannot be read are reported, and the others count. */
export async function readWorks(
  folder: Folder,
  files: readonly WorkFile[],
  troubles: Problem[],
): Promise<ReadonlyMap<string, Items<WorkRecord>>> {
  return readJoined(folder, workKind, files, troubles)
}

/** What stands in these files, which are all on one article or all registries, by annotator. */
export async function readJoined<R extends AnyRecord>(
  folder: Folder,
  kind: DocumentKind<R>,
  files: readonly DocumentFile[],
  troubles: Problem[],
): Promise<ReadonlyMap<string, Items<R>>> {
  const read = await folder.readAll(files.map(({ path }) => path))
  if (read.ok)
    return joined(
      kind,
      files.map((file, i) => ({ file, bytes: read.value[i]! })),
      troubles,
    )
  troubles.push(read.error)
  return new Map()
}

interface ReadFile {
  readonly file: DocumentFile
  readonly bytes: Result<Uint8Array | null, Problem>
}

/** Work on one article from files that have been read already. */
export const joinWorks = (
  files: readonly ReadFile[],
  troubles: Problem[],
): ReadonlyMap<string, Items<WorkRecord>> => joined(workKind, files, troubles)

function joined<R extends AnyRecord>(
  kind: DocumentKind<R>,
  files: readonly ReadFile[],
  troubles: Problem[],
): ReadonlyMap<string, Items<R>> {
  const byAnnotator = new Map<string, Items<R>>()
  for (const { file, bytes } of files) {
    const { annotator } = file
    const document = documentIn(bytes, kind, file)
    if (!document.ok) troubles.push(document.error)
    else if (document.value)
      byAnnotator.set(annotator, joinItems(byAnnotator.get(annotator) ?? {}, document.value.items))
  }
  return byAnnotator
}

export const clockOfAll = (works: ReadonlyMap<string, Items<AnyRecord>>): number =>
  Math.max(0, ...[...works.values()].map(clockOf))
