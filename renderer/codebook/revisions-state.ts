import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Codebook } from '../../data/model/codebook'
import { olderRules, type OlderRules } from '../../data/model/older-definition'
import { show } from '../state/notices'
import { store } from '../state/store'
import { workbench } from '../state/workbench'

interface Known {
  /** Every revision of the project's codebook, oldest first; `null` until that is known. */
  readonly revisions: readonly Codebook[] | null
  /** Which labels were defined otherwise in which of them. */
  readonly older: OlderRules
}

const nothing: Known = { revisions: null, older: new Map() }
const known = createStore<Known>()(() => nothing)

export const useRevisions = (): readonly Codebook[] | null => useStore(known, ({ revisions }) => revisions)
export const useOlderRules = (): OlderRules => useStore(known, ({ older }) => older)
export const olderRulesNow = (): OlderRules => known.getState().older
/** Calls `tell` whenever other tags are older than before, until the returned function is called. */
export const watchOlderRules = (tell: () => void): (() => void) =>
  known.subscribe(({ older }, before) => {
    if (older !== before.older) tell()
  })

/** Asks again whenever another revision is in force, or others' files came in. */
store.subscribe(({ project }, { project: before }) => {
  if (project?.codebook === before?.codebook && project?.people === before?.people) return
  if (project?.project.id !== before?.project.id) known.setState(nothing)
  if (project) void ask(project.codebook)
})

async function ask(inForce: Codebook): Promise<void> {
  const answer = await workbench.codebookRevisions()
  if (store.getState().project?.codebook !== inForce) return
  if (!answer.ok) return show(answer.error)
  const revisions = answer.value.some(({ id }) => id === inForce.id)
    ? answer.value
    : [...answer.value, inForce]
  known.setState({ revisions, older: olderRules(inForce, revisions) })
}
