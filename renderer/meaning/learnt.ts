import type { LearntNames } from '../../data/record/evidence'
import { unpack } from '../../data/record/packed'
import { store } from '../state/store'
import { workbench } from '../state/workbench'
import { withListsOf } from './lists-of'

const nothing: LearntNames = { version: -1, entries: {} }

let known = nothing
let of: string | null = null
const listeners = new Set<() => void>()

/** What entries were called in all articles, as far as it has been asked for. The same object until something was learnt. */
export function learntNow(): LearntNames {
  const project = store.getState().project?.project.id ?? null
  if (project !== of) [known, of] = [nothing, project]
  return known
}

/** Asks again if the record of all articles has another content. What is being chosen from meanwhile stays as it is. */
export async function learn(): Promise<void> {
  const { record } = store.getState()
  if (record.version === learntNow().version) return
  const project = of
  const answer = await workbench.learntNames()
  if (!answer.ok || project !== of) return
  known = withListsOf(known, unpack(answer.value))
  for (const listener of listeners) listener()
}

/** Tells whenever something was learnt, until the returned function is called. */
export function whenLearnt(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
