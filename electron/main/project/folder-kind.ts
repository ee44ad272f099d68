import { readdir } from 'node:fs/promises'
import type { Problem } from '../../../data/model/problem'
import { failed, ok, type Result } from '../../../data/model/result'
import { codeOf, whyOf } from '../../../data/store/files/system-error'

/** What a path holds: nothing at all, an empty folder, a project, or other things. */
export type FolderKind = 'missing' | 'empty' | 'project' | 'other'

export async function folderKind(folder: string): Promise<Result<FolderKind, Problem>> {
  try {
    const names = await readdir(folder)
    if (names.includes('project.json')) return ok('project')
    return ok(names.length === 0 ? 'empty' : 'other')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return ok('missing')
    if (codeOf(error) === 'ENOTDIR') return ok('other')
    return failed({ kind: 'folder-unreachable', folder, why: whyOf(error) })
  }
}
