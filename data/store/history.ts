import type { Command } from './commands'
import { reverse, type Change } from './changes'
import type { HistoryStep, HistoryView } from './views'

/** One command that was carried out. One command is one step, however many records it changed. */
export interface Step {
  readonly did: Command['do']
  readonly changes: readonly Change[]
}

/** Latest first, linked: adding a step costs the same after ten thousand as after one. */
type Steps = Readonly<{ latest: Step; before: Steps }> | null

/** What was done, without limit and across articles, and what was taken back since. */
export interface History {
  readonly done: Steps
  readonly undone: Steps
}

/** A walk through the history: what to change, and where one stands after it. */
export interface Walk {
  readonly changes: readonly Change[]
  readonly history: History
}

export const emptyHistory: History = { done: null, undone: null }

/** A new step leaves nothing to redo. */
export const didStep = (history: History, step: Step): History => ({
  done: { latest: step, before: history.done },
  undone: null,
})

/** The changes that take the last step back; `null` with nothing to undo. */
export function stepBack({ done, undone }: History): Walk | null {
  if (!done) return null
  const history = { done: done.before, undone: { latest: done.latest, before: undone } }
  return { changes: reverse(done.latest.changes), history }
}

/** The changes that make the last undone step again; `null` with nothing to redo. */
export function stepForward({ done, undone }: History): Walk | null {
  if (!undone) return null
  const history = { done: { latest: undone.latest, before: done }, undone: undone.before }
  return { changes: undone.latest.changes, history }
}

export const viewOf = ({ done, undone }: History): HistoryView => ({ undo: named(done), redo: named(undone) })

const named = (steps: Steps): HistoryStep | null =>
  steps && { did: steps.latest.did, article: steps.latest.changes[0]?.article ?? '' }
