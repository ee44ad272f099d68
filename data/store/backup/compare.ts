import { articleSchema } from '../../model/article'
import { joinItems, liveRecords, type Items } from '../../model/document'
import { parseAs } from '../../model/parse'
import type { Problem } from '../../model/problem'
import { isTagOrLink, type WorkRecord } from '../../model/records'
import { isSame } from '../../model/same'
import { failed, ok, type Result } from '../../model/result'
import { decodeDocument } from '../encode-document'
import { findWork } from '../find-work'
import { readArticleFile } from '../load-project'
import { readWorks } from '../load-work'
import { paths } from '../paths'
import type { FileEntry } from './manifest'
import type { BackupPorts, Run } from './ports'
import { OpenBackup } from './read-backup'
import { findFiles } from './stretch'

/**
 * How the tags of one person on one article differ: how many would come back, change and go if the backup's stood
 * there. `links` counts the links that would do any of these.
 */
export interface PersonDifference {
  readonly annotator: string
  readonly comes: number
  readonly changes: number
  readonly goes: number
  readonly links: number
}

export interface ArticleDifference {
  readonly article: string
  /** As in the backup; `null` for an article that it does not have, or whose file it has damaged. */
  readonly title: string | null
  /** `gone`: not in the project now, or its file is damaged. `new`: not in the backup. */
  readonly is: 'here' | 'gone' | 'new'
  readonly people: readonly PersonDifference[]
  /** Files on it that the backup has and the project has not, mine left out: they can be put back. */
  readonly missing: number
  /** The backup has somebody's tags on it no more as they were, so there is nothing to compare. */
  readonly lost: boolean
}

export interface BackupDifference {
  /** Only articles on which something differs; by title, those without one at the end. */
  readonly articles: readonly ArticleDifference[]
  /** More of them than are listed. */
  readonly more: number
  /** Other files that differ: names, codebooks, registries. */
  readonly others: number
}

/** Articles that are compared tag by tag. */
const LISTED = 300

/** What of a project is other now than in a backup. */
export async function compare(
  ports: BackupPorts,
  id: string,
  me: string,
  run: Run,
  isHidden: (article: string, annotator: string) => boolean = () => false,
): Promise<Result<BackupDifference, Problem>> {
  const backup = await OpenBackup.open(ports, id)
  if (!backup.ok) return backup
  const then = await backup.value.files(run)
  if (!then.ok) return then
  const differing = await differingPaths(ports, then.value, run)
  if (!differing.ok) return differing
  const articles = new Map<string, string[]>()
  let others = 0
  for (const path of differing.value) {
    const article = articleOf(path)
    if (article === null) others++
    else articles.set(article, [...(articles.get(article) ?? []), path])
  }
  const chosen = [...articles.keys()].slice(0, LISTED)
  const entries = byArticle(then.value, new Set(chosen))
  const found: ArticleDifference[] = []
  for (const [i, article] of chosen.entries()) {
    if (run.isStopped()) return failed({ kind: 'cancelled' })
    const difference = await compareArticle(ports, backup.value, article, entries.get(article) ?? [], me)
    const people = difference.people.filter(({ annotator }) => !isHidden(article, annotator))
    if (people.length > 0 || difference.missing > 0 || difference.lost || difference.is !== 'here')
      found.push({ ...difference, people })
    run.progress(i + 1, chosen.length)
    await run.pause()
  }
  return ok({
    articles: found.toSorted((a, b) => ((a.title ?? '\uFFFF') < (b.title ?? '\uFFFF') ? -1 : 1)),
    more: articles.size - chosen.length,
    others,
  })
}

/** What one person had on an article, and has now. */
export interface PersonWork {
  readonly was: readonly WorkRecord[]
  readonly now: readonly WorkRecord[]
}

export async function compareWork(
  ports: BackupPorts,
  id: string,
  article: string,
  annotator: string,
): Promise<Result<PersonWork, Problem>> {
  const backup = await OpenBackup.open(ports, id)
  if (!backup.ok) return backup
  const files = await filesOn(backup.value, article)
  if (!files.ok) return files
  const mine = files.value.filter(([path]) => annotatorOf(path) === annotator)
  const was = await worksThen(backup.value, mine)
  if (!was.ok) return was
  const { documents } = await findWork(ports.folder, article)
  const now = await readWorks(
    ports.folder,
    documents.filter((file) => file.annotator === annotator),
    [],
  )
  return ok({
    was: liveRecords(was.value.get(annotator) ?? {}),
    now: liveRecords(now.get(annotator) ?? {}),
  })
}

/**
 * Puts back the files on an article that the project has not any more, but none of `me`, whose work only the store
 * writes. A file that is there is left as it is, whoever's it is; only an article's own file, which its id vouches for,
 * is put in place of a damaged one. Gives how many were put back.
 */
export async function putBack(
  ports: BackupPorts,
  id: string,
  article: string,
  me: string,
): Promise<Result<number, Problem>> {
  const backup = await OpenBackup.open(ports, id)
  if (!backup.ok) return backup
  const files = await filesOn(backup.value, article)
  if (!files.ok) return files
  let put = 0
  for (const entry of await missingOf(ports, files.value, article, me)) {
    const bytes = await backup.value.bytesOf(entry)
    if (!bytes.ok) return bytes
    const [path] = entry
    const isArticle = path === paths.article(article)
    const written = isArticle
      ? await ports.folder.replace(path, bytes.value)
      : await ports.folder.create(path, bytes.value)
    if (!written.ok) return written
    if (written.value !== 'was-there') put++
  }
  return ok(put)
}

/** New, changed and missing files, by path. */
async function differingPaths(
  { folder, codec }: BackupPorts,
  then: readonly FileEntry[],
  run: Run,
): Promise<Result<readonly string[], Problem>> {
  const found = await findFiles(folder, run)
  if (!found.ok) return found
  const before = new Map(then.map((entry) => [entry[0], entry]))
  const differing: string[] = []
  for (const files of found.value.stretches.values()) {
    if (run.isStopped()) return failed({ kind: 'cancelled' })
    const stamps = await folder.stamps(files)
    for (const [i, path] of files.entries()) {
      const entry = before.get(path)
      before.delete(path)
      if (entry && stamps.ok && stamps.value[i] === entry[1] && entry[4] === 'good') continue
      const bytes = entry ? await folder.read(path) : null
      const isAlike = entry && bytes?.ok && bytes.value && codec.hash(bytes.value) === entry[2]
      if (!isAlike) differing.push(path)
    }
    await run.pause()
  }
  return ok([...differing, ...before.keys()])
}

async function compareArticle(
  ports: BackupPorts,
  backup: OpenBackup,
  article: string,
  files: readonly FileEntry[],
  me: string,
): Promise<ArticleDifference> {
  const { folder } = ports
  const was = await worksThen(backup, files)
  const { documents } = await findWork(folder, article)
  const now = await readWorks(folder, documents, [])
  const people = was.ok ? differencesOf(was.value, now) : []
  const isHere = await readArticleFile(folder, article)
  const own = files.find(([path]) => path === paths.article(article))
  const is = !own ? 'new' : isHere.ok && isHere.value ? 'here' : 'gone'
  return {
    article,
    title: own ? await titleIn(backup, own) : null,
    is,
    people,
    missing: (await missingOf(ports, files, article, me)).length,
    lost: !was.ok,
  }
}

type Works = ReadonlyMap<string, Items<WorkRecord>>

/** Those of the people whose tags or links differ, by their ids. */
function differencesOf(was: Works, now: Works): PersonDifference[] {
  const annotators = [...new Set([...was.keys(), ...now.keys()])].toSorted()
  return annotators.flatMap((annotator) => {
    const before = liveRecords(was.get(annotator) ?? {})
    const difference = countDifferences(before, liveRecords(now.get(annotator) ?? {}))
    const { comes, changes, goes, links } = difference
    return comes + changes + goes + links > 0 ? [{ annotator, ...difference }] : []
  })
}

export function countDifferences(
  was: readonly WorkRecord[],
  now: readonly WorkRecord[],
): Omit<PersonDifference, 'annotator'> {
  const counts = { comes: 0, changes: 0, goes: 0, links: 0 }
  const count = (record: WorkRecord, as: 'comes' | 'changes' | 'goes') => {
    if (isTagOrLink(record)) counts[record.is === 'link' ? 'links' : as]++
  }
  const before = new Map(was.map((record) => [record.id, record]))
  for (const record of now) {
    const old = before.get(record.id)
    before.delete(record.id)
    if (!old) count(record, 'goes')
    else if (!isSame(old, record)) count(record, 'changes')
  }
  for (const record of before.values()) count(record, 'comes')
  return counts
}

async function missingOf(
  { folder }: BackupPorts,
  files: readonly FileEntry[],
  article: string,
  me: string,
): Promise<readonly FileEntry[]> {
  const candidates = files.filter(([path, , , , state]) => state !== 'bad' && !path.startsWith(`work/${me}/`))
  const stamps = await folder.stamps(candidates.map(([path]) => path))
  if (!stamps.ok) return []
  const here = await readArticleFile(folder, article)
  const isDamaged = !here.ok && ['bad-file', 'damaged-file'].includes(here.error.kind)
  return candidates.filter(
    ([path], i) => stamps.value[i] === null || (isDamaged && path === paths.article(article)),
  )
}

async function worksThen(backup: OpenBackup, files: readonly FileEntry[]): Promise<Result<Works, Problem>> {
  const works = new Map<string, Items<WorkRecord>>()
  for (const entry of files) {
    const [path] = entry
    const annotator = annotatorOf(path)
    if (annotator === null || !path.toLowerCase().includes('.json')) continue
    const bytes = await backup.bytesOf(entry)
    if (!bytes.ok) return bytes
    const document = decodeDocument(bytes.value, path, 'work')
    // What cannot be read may have held anything: taken for nothing, it would take away what is there now.
    if (!document.ok) return failed({ kind: 'lost-in-backup', file: path })
    works.set(annotator, joinItems(works.get(annotator) ?? {}, document.value.items))
  }
  return ok(works)
}

async function filesOn(backup: OpenBackup, article: string): Promise<Result<readonly FileEntry[], Problem>> {
  const files: FileEntry[] = []
  for (const [stretch, sha] of backup.manifest.listings) {
    // A stretch of sharded folders ends in the first character of the shard.
    if (!stretch.endsWith(`/${article.at(-2) ?? ''}`)) continue
    const listing = await backup.catalogue.listing(sha)
    if (!listing.ok) return listing
    files.push(...listing.value.filter(([path]) => articleOf(path) === article))
  }
  return ok(files)
}

function byArticle(files: readonly FileEntry[], articles: ReadonlySet<string>): Map<string, FileEntry[]> {
  const entries = new Map<string, FileEntry[]>()
  for (const entry of files) {
    const article = articleOf(entry[0])
    if (article !== null && articles.has(article))
      entries.set(article, [...(entries.get(article) ?? []), entry])
  }
  return entries
}

async function titleIn(backup: OpenBackup, entry: FileEntry): Promise<string | null> {
  const bytes = await backup.bytesOf(entry)
  if (!bytes.ok) return null
  const article = parseAs(articleSchema, new TextDecoder().decode(bytes.value), entry[0])
  return article.ok ? article.value.title : null
}

/** The article that a file is about, by its path; `null` when it is about none. */
function articleOf(path: string): string | null {
  const own = /^articles\/[a-z2-7]{2}\/([a-z2-7]{26})\//.exec(path)?.[1]
  return (
    own ?? /(?:^|\/)work\/[^/]+\/[^/]+\/[a-z2-7]{2}\/([a-z2-7]{26})/i.exec(path)?.[1]?.toLowerCase() ?? null
  )
}

const annotatorOf = (path: string): string | null =>
  /(?:^|\/)work\/([^/]+)\/[^/]+\/[^/]+\//.exec(path)?.[1] ?? null
