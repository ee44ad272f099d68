import { joinItems, liveRecords, WORK_SCHEMA, type Item, type Items } from '../../model/document'
import type { Problem } from '../../model/problem'
import { failed, ok, type Result } from '../../model/result'
import { readWorks, type WorkFile } from '../load-work'
import type { Folder } from '../ports'
import { assignmentIn, isNothing, tallyRecords, type Countable, type Tally } from './tally'

const utf8 = new TextDecoder()

/** What one person has on each article that has anything, and what could not be read. */
export interface Counted {
  readonly tallies: ReadonlyMap<string, Tally>
  /** By article, a number that grows with whatever is changed in these files. */
  readonly stands: ReadonlyMap<string, number>
  readonly troubles: readonly Problem[]
}

export const noneCounted: Counted = { tallies: new Map(), stands: new Map(), troubles: [] }

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
    const stands = new Map<string, number>()
    const troubles: Problem[] = []
    for (const [article, places] of grouped(theirs, (file) => file.article)) {
      const seen = places.map(({ path }) => glanced.get(path) ?? null)
      const items = seen.every((one) => one !== null)
        ? seen.reduce((joined, one) => joinItems(joined, one))
        : await readClosely(folder, places, troubles)
      const tally = tallyRecords(liveRecords(items))
      if (!isNothing(tally)) tallies.set(article, tally)
      stands.set(article, standOf(items))
    }
    const unreachable = troubles.find(({ kind }) => kind === 'folder-unreachable')
    if (unreachable) return failed(unreachable)
    counted.set(annotator, { tallies, stands, troubles })
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
): Promise<Items<Countable>> {
  const works = await readWorks(folder, files, troubles)
  return [...works.values()].reduce<Items<Countable>>((joined, items) => joinItems(joined, items), {})
}

/** The items of a file that looks right, or `null`. */
function glance(bytes: Uint8Array | null, file: WorkFile): Items<Countable> | null {
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

/** The greatest clock of each device, together: whoever saves takes a greater one, and nothing makes it less. */
export function standOf(items: Items<unknown>): number {
  const clocks = new Map<string, number>()
  for (const id in items) {
    const [clock, device] = items[id]!.rev
    if (clock > (clocks.get(device) ?? 0)) clocks.set(device, clock)
  }
  let stand = 0
  for (const clock of clocks.values()) stand += clock
  return stand
}

/** Without what was not looked at, which may be anything, as nested as it likes. */
const bare = (items: Items<Countable>): Items<Countable> =>
  Object.fromEntries(
    Object.entries(items).map(([id, { rev, record }]) => [id, { rev, record: record && glanced(record) }]),
  )

function glanced(record: Countable): Countable {
  if (record.is === 'assignment') return { is: record.is, ...assignmentIn(record)[0] }
  if (record.is === 'reviewed') return { is: record.is, agreed: record.agreed === true }
  return { is: record.is }
}

const isItems = (items: unknown): items is Items<Countable> =>
  typeof items === 'object' && items !== null && Object.values(items).every(isItem)

function isItem(item: unknown): item is Item<Countable> {
  const { rev, record }: Readonly<Record<string, unknown>> = Object(item)
  if (!Array.isArray(rev) || typeof rev[0] !== 'number' || typeof rev[1] !== 'string') return false
  return record === null || typeof Object(record).is === 'string'
}
