import type { LearntNames } from '../../data/record/evidence'
import { unpack } from '../../data/record/packed'
import { store } from '../state/store'
import { workbench } from '../state/workbench'

const nothing: LearntNames = { version: -1, entries: {} }

let known = nothing
let of: string | null = null

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
  if (answer.ok && project === of) known = unpack(answer.value)
}
