import { randomBytes } from 'node:crypto'
import { rm, rmdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { base32 } from '../../../data/model/ids'
import type { Problem } from '../../../data/model/problem'
import type { Project } from '../../../data/model/project'
import type { Result } from '../../../data/model/result'
import { createProject } from '../../../data/store/create-project'
import { makeRoot, nodeFolder } from '../../../data/store/files/node-folder'
import { paths } from '../../../data/store/paths'
import { folderKind, type FolderKind } from './folder-kind'

/** What tells one project from every other: eighty bits of randomness, and when it was made. */
export const newProjectStamp = (): Pick<Project, 'id' | 'created'> => ({
  id: base32(randomBytes(10)),
  created: new Date().toISOString(),
})

/**
 * Makes an empty project, named after its folder; the folder is made too, and must be empty if it is there. Where that
 * fails half way, as on a full disk, the folder is left as it was, so that it can be tried again.
 */
export async function makeProject(root: string): Promise<Result<Project, Problem>> {
  const before = await folderKind(root)
  const made = await makeRoot(root)
  if (!made.ok) return made
  const name = basename(root) || 'Project'
  const project = await createProject(nodeFolder(root), root, { ...newProjectStamp(), name })
  if (!project.ok && before.ok) await clearAway(root, before.value)
  return project
}

async function clearAway(root: string, before: FolderKind): Promise<void> {
  if (before !== 'missing' && before !== 'empty') return
  try {
    await rm(join(root, paths.codebooks), { recursive: true, force: true })
    if (before === 'missing') await rmdir(root)
  } catch {
    // What the disk does not let go of harms nobody.
  }
}
