import { joinItems, liveRecords, WORK_SCHEMA, type Item, type Items } from '../../model/document'
import type { Problem } from '../../model/problem'
import { failed, ok, type Result } from '../../model/result'
import { readWorks, type WorkFile } from '../load-work'
import type { Folder } from '../ports'
import { tallyRecords, type Tally } from './tally'

/** As much of a record as counting needs. */
interface Glanced {
  readonly is: string
}

const utf8 = new TextDecoder()

/** What one person has on each article that has anything, and what could not be read. */
export interface Counted {
  readonly tallies: ReadonlyMap<string, Tally>
  readonly troubles: readonly Problem[]
}

export const noneCounted: Counted = { tallies: new Map(), troubles: [] }

/**
 * Counts for each person that has one of these files, all their devices joined. Only a folder that cannot be reached is
 * a Problem of the whole.
 *
 * `careful` makes sure of every sum and every field, which takes six times as long. Otherwise a file is looked at
 * closely only when it is not what it should be at first sight.
 */
export async function countWork(
  folder: Folder,
  files: readonly WorkFile[],
  careful: boolean,
): Promise<Result<ReadonlyMap<string, Counted>, Problem>> {
  const read = await folder.readAll(careful ? [] : files.map(({ path }) => path))
  if (!read.ok) return read
  const glanced = new Map(
    files.map((file, i) => {
      const bytes = read.value[i]
      return [file.path, bytes?.ok && bytes.value ? glance(bytes.value, file) : null] as const
    }),
  )
  const counted = new Map<string, Counted>()
  for (const [annotator, theirs] of grouped(files, (file) => file.annotator)) {
    const tallies = new Map<string, Tally>()
    const troubles: Problem[] = []
    for (const [article, places] of grouped(theirs, (file) => file.article)) {
      const seen = places.map(({ path }) => glanced.get(path) ?? null)
      const items = seen.every((one) => one !== null)
        ? seen.reduce((joined, one) => joinItems(joined, one))
        : await readClosely(folder, places, troubles)
      const tally = tallyRecords(liveRecords(items))
      if (tally > 0) tallies.set(article, tally)
    }
    const unreachable = troubles.find(({ kind }) => kind === 'folder-unreachable')
    if (unreachable) return failed(unreachable)
    counted.set(annotator, { tallies, troubles })
  }
  return ok(counted)
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    const group = groups.get(keyOf(one))
    if (group) group.push(one)
    else groups.set(keyOf(one), [one])
  }
  return groups
}

async function readClosely(
  folder: Folder,
  files: readonly WorkFile[],
  troubles: Problem[],
): Promise<Items<Glanced>> {
  const works = await readWorks(folder, files, troubles)
  return [...works.values()].reduce<Items<Glanced>>((joined, items) => joinItems(joined, items), {})
}

/** The items of a file that looks right, or `null`. */
function glance(bytes: Uint8Array | null, file: WorkFile): Items<Glanced> | null {
  if (!bytes) return null
  let value: unknown
  try {
    value = JSON.parse(utf8.decode(bytes))
  } catch {
    return null
  }
  const { format, schema, annotator, article, items }: Readonly<Record<string, unknown>> = Object(value)
  const isWork = format === 'parley/work' && typeof schema === 'number' && schema <= WORK_SCHEMA
  if (!isWork || annotator !== file.annotator || article !== file.article) return null
  return isItems(items) ? bare(items) : null
}

/** Without what was not looked at, which may be anything, as nested as it likes. */
const bare = (items: Items<Glanced>): Items<Glanced> =>
  Object.fromEntries(
    Object.entries(items).map(([id, { rev, record }]) => [id, { rev, record: record && { is: record.is } }]),
  )

const isItems = (items: unknown): items is Items<Glanced> =>
  typeof items === 'object' && items !== null && Object.values(items).every(isItem)

function isItem(item: unknown): item is Item<Glanced> {
  const { rev, record }: Readonly<Record<string, unknown>> = Object(item)
  if (!Array.isArray(rev) || typeof rev[0] !== 'number' || typeof rev[1] !== 'string') return false
  return record === null || typeof Object(record).is === 'string'
}
