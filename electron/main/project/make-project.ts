import { randomBytes } from 'node:crypto'
import { basename } from 'node:path'
import { base32 } from '../../../data/model/ids'
import type { Problem } from '../../../data/model/problem'
import type { Project } from '../../../data/model/project'
import type { Result } from '../../../data/model/result'
import { createProject } from '../../../data/store/create-project'
import { makeRoot, nodeFolder } from '../../../data/store/files/node-folder'

/** What tells one project from every other: eighty bits of randomness, and when it was made. */
export const newProjectStamp = (): Pick<Project, 'id' | 'created'> => ({
  id: base32(randomBytes(10)),
  created: new Date().toISOString(),
})

/** Makes an empty project, named after its folder; the folder is made too, and must be empty if it is there. */
export async function makeProject(root: string): Promise<Result<Project, Problem>> {
  const made = await makeRoot(root)
  if (!made.ok) return made
  return createProject(nodeFolder(root), root, { ...newProjectStamp(), name: basename(root) || 'Project' })
}
