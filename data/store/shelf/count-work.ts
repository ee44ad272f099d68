import { joinItems, liveRecords, WORK_SCHEMA, type Item, type Items } from '../../model/document'
import type { Problem } from '../../model/problem'
import { failed, ok, type Result } from '../../model/result'
import { readWorks, type WorkFile } from '../load-work'
import type { Folder } from '../ports'

/** As much of a record as counting needs. */
interface Counted {
  readonly is: string
}

const utf8 = new TextDecoder()

/**
 * How many tags one person has on each article, all their devices joined; `files` are that person's, by article. Only
 * a folder that cannot be reached is a Problem of the whole; what else is wrong goes to `troubles`.
 *
 * `careful` makes sure of every sum and every field, which takes six times as long. Otherwise a file is looked at
 * closely only when it is not what it should be at first sight.
 */
export async function countWork(
  folder: Folder,
  files: ReadonlyMap<string, readonly WorkFile[]>,
  careful: boolean,
  troubles: Problem[],
): Promise<Result<ReadonlyMap<string, number>, Problem>> {
  const all = [...files.values()].flat()
  const read = await folder.readAll(careful ? [] : all.map(({ path }) => path))
  if (!read.ok) return read
  const bytes = new Map(read.value.map((answer, i) => [all[i]!.path, answer.ok ? answer.value : null]))
  const counts = new Map<string, number>()
  for (const [article, places] of files) {
    const glanced = places.map((file) => glance(bytes.get(file.path) ?? null, file))
    const items = glanced.every((one) => one !== null)
      ? glanced.reduce((joined, one) => joinItems(joined, one))
      : await readClosely(folder, places, troubles)
    const tags = liveRecords<Counted>(items).filter(({ is }) => is === 'annotation').length
    if (tags > 0) counts.set(article, tags)
  }
  const unreachable = troubles.find(({ kind }) => kind === 'folder-unreachable')
  return unreachable ? failed(unreachable) : ok(counts)
}

async function readClosely(
  folder: Folder,
  files: readonly WorkFile[],
  troubles: Problem[],
): Promise<Items<Counted>> {
  const works = await readWorks(folder, files, troubles)
  return [...works.values()].reduce<Items<Counted>>((joined, items) => joinItems(joined, items), {})
}

/** The items of a file that looks right, or `null`. */
function glance(bytes: Uint8Array | null, file: WorkFile): Items<Counted> | null {
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
  return isItems(items) ? items : null
}

const isItems = (items: unknown): items is Items<Counted> =>
  typeof items === 'object' && items !== null && Object.values(items).every(isItem)

function isItem(item: unknown): item is Item<Counted> {
  const { rev, record }: Readonly<Record<string, unknown>> = Object(item)
  if (!Array.isArray(rev) || typeof rev[0] !== 'number' || typeof rev[1] !== 'string') return false
  return record === null || typeof Object(record).is === 'string'
}
