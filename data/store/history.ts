import { reverse, type Change } from './changes'
import type { HistoryStep, HistoryView } from './views'

/** One command that was carried out. One command is one step, however many records it changed, and on however many articles. */
export interface Step {
  readonly did: string
  /** Each article that it changed, `null` standing for the registries. */
  readonly articles: readonly (string | null)[]
  /** The clock under which it was done, by which the histories of all of them know it. */
  readonly clock: number
  /** `null` for a step of an earlier session, or one on many articles: they stand in the histories. */
  readonly changes: readonly Change[] | null
}

/** Latest first, linked: adding a step costs the same after ten thousand as after one. */
type Steps = Readonly<{ latest: Step; before: Steps }> | null

/** What was done, without limit and across articles, and what was taken back since. */
export interface History {
  readonly done: Steps
  readonly undone: Steps
}

/** A walk through the history: the step that is walked over, and where one stands after it. */
export interface Walk {
  readonly did: 'undo' | 'redo'
  readonly step: Step
  readonly history: History
}

export const emptyHistory: History = { done: null, undone: null }

/** A new step leaves nothing to redo. */
export const didStep = (history: History, step: Step): History => ({
  done: { latest: step, before: history.done },
  undone: null,
})

/** The way back over the last step; `null` with nothing to undo. */
export function stepBack({ done, undone }: History): Walk | null {
  if (!done) return null
  const { latest: step, before } = done
  return { did: 'undo', step, history: { done: before, undone: { latest: step, before: undone } } }
}

/** The way forward over the last undone step; `null` with nothing to redo. */
export function stepForward({ done, undone }: History): Walk | null {
  if (!undone) return null
  const { latest: step, before } = undone
  return { did: 'redo', step, history: { done: { latest: step, before: done }, undone: before } }
}

/** What a walk changes, given the changes of its step. */
export const changesOn = <C extends Change>(did: Walk['did'], changes: readonly C[]): readonly C[] =>
  did === 'undo' ? reverse(changes) : changes

/** The history without the step that a walk goes over, which cannot be walked any more. */
export const without = ({ done, undone }: History, { did }: Walk): History =>
  did === 'undo' ? { done: done?.before ?? null, undone } : { done, undone: undone?.before ?? null }

/** The steps that undo and redo would go over next, on whichever articles, the nearest first; so many each way. */
export const nearest = ({ done, undone }: History, most: number): Record<'done' | 'undone', Step[]> => ({
  done: firstOf(done, most),
  undone: firstOf(undone, most),
})

function firstOf(steps: Steps, most: number): Step[] {
  const found: Step[] = []
  for (let at = steps; at && found.length < most; at = at.before) found.push(at.latest)
  return found
}

export const viewOf = ({ done, undone }: History): HistoryView => ({ undo: named(done), redo: named(undone) })

const named = (steps: Steps): HistoryStep | null =>
  steps && { did: steps.latest.did, ...placeOf(steps.latest) }

/** The first article of a step, and how many there are. */
export function placeOf({ articles }: Pick<Step, 'articles'>): Pick<HistoryStep, 'article' | 'articles'> {
  const there = articles.filter((article) => article !== null)
  return { article: there[0] ?? null, articles: there.length }
}
