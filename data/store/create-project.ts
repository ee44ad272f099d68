import { builtInCodebook } from '../model/built-in-codebook'
import type { Problem } from '../model/problem'
import type { Project } from '../model/project'
import { failed, ok, type Result } from '../model/result'
import { bytesOfJson } from './json-bytes'
import { paths } from './paths'
import type { Folder } from './ports'

/**
 * Makes an empty project with the built-in codebook. `project.json` comes last, so that a folder is a project only
 * when it is a whole one. A folder that holds anything already is left as it is.
 */
export async function createProject(
  folder: Folder,
  root: string,
  { id, name, created }: Pick<Project, 'id' | 'name' | 'created'>,
): Promise<Result<Project, Problem>> {
  const names = await folder.list('')
  if (!names.ok) return names
  if (names.value.length > 0) return failed({ kind: 'folder-not-empty', folder: root })
  const codebook = await folder.create(paths.codebook(builtInCodebook.id), bytesOfJson(builtInCodebook))
  if (!codebook.ok) return codebook
  const project: Project = { format: 'parley/project', schema: 1, id, name, created }
  const made = await folder.create(paths.project, bytesOfJson(project))
  return made.ok ? ok(project) : made
}
