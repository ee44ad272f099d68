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
export async function readRevisions(folder: Folder): Promise<Result<readonly Codebook[], Problem>> {
  const names = await namesIn(folder, paths.codebooks, /^[a-z2-7]{26}\.json$/)
  if (!names.ok) return names
  const read = await inParallel(names.value, 8, (name) =>
    readAs(folder, `${paths.codebooks}/${name}`, codebookSchema),
  )
  const found = read.flatMap((revision) => (revision.ok && revision.value ? [revision.value] : []))
  const all = found.some(({ id }) => id === builtInCodebook.id) ? found : [builtInCodebook, ...found]
  return ok(all.toSorted((a, b) => timeOf(a) - timeOf(b) || (a.id < b.id ? -1 : 1)))
}

const timeOf = ({ made }: Codebook): number => (made ? Date.parse(made.at) : 0)
