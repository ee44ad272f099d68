import { join } from 'node:path'
import { v7 as uuid7 } from 'uuid'
import type { Result } from '../../../model/result'
import { openStore } from '../../open-store'
import type { Journal } from '../../ports'
import type { Store } from '../../store'
import { openJournal } from '../node-journal'
import { makeRoot, nodeFolder } from '../node-folder'

/** Whoever tags in the child, and looks in the parent. */
const me = { annotator: { id: 'ada-quill', name: 'Ada Quill' }, device: 'abcdefghij' } as const

/** The project and the journal lie beside each other in `folder`. */
export const projectIn = (folder: string): string => join(folder, 'project')

export const journalIn = (folder: string): Journal => openJournal(join(folder, 'journal'))

export async function openWith(folder: string, journal: Journal): Promise<Store> {
  const root = projectIn(folder)
  valueOf(await makeRoot(join(folder, 'vault')))
  const clock = { now: () => new Date().toISOString(), newId: () => uuid7() }
  return valueOf(
    await openStore({
      folder: nodeFolder(root),
      root,
      journal,
      vault: nodeFolder(join(folder, 'vault')),
      me,
      clock,
    }),
  )
}

export function valueOf<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}
