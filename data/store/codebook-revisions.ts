import { builtInCodebook } from '../model/built-in-codebook'
import { codebookSchema, type Codebook } from '../model/codebook'
import type { Problem } from '../model/problem'
import { ok, type Result } from '../model/result'
import { paths } from './paths'
import type { Folder } from './ports'
import { inParallel, namesIn, readAs } from './read-files'

/**
 * Every revision of the codebook that there is, whether it is in force, was, or stands beside it: the one that nobody made
 * first, then by their time. A file that cannot be read is told with the troubles of the project, and is not among them.
 */
export async function readRevisions(
  folder: Folder,
  troubles: Problem[] = [],
): Promise<Result<readonly Codebook[], Problem>> {
  const names = await namesIn(folder, paths.codebooks, /^[a-z2-7]{26}\.json$/)
  if (!names.ok) return names
  const read = await inParallel(names.value, 8, (name) => readRevision(folder, name.slice(0, 26)))
  for (const revision of read) if (!revision.ok) troubles.push(revision.error)
  const found = read.flatMap((revision) => (revision.ok && revision.value ? [revision.value] : []))
  const all = found.some(({ id }) => id === builtInCodebook.id) ? found : [builtInCodebook, ...found]
  return ok(all.toSorted((a, b) => timeOf(a) - timeOf(b) || (a.id < b.id ? -1 : 1)))
}

const timeOf = ({ made }: Codebook): number => (made ? Date.parse(made.at) : 0)

/** One revision; `null` when it is not there. */
export async function readRevision(folder: Folder, id: string): Promise<Result<Codebook | null, Problem>> {
  return readAs(folder, paths.codebook(id), codebookSchema)
}

/** The revision that no other names as its parent; of several, the one with the greatest id. It is in force while nobody says another. */
export function headOf(revisions: readonly Codebook[]): Codebook {
  const parents = new Set(revisions.flatMap((revision) => revision.parents))
  const heads = revisions.filter(({ id }) => !parents.has(id)).toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return heads.at(-1) ?? builtInCodebook
}
