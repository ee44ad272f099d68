import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { StatementColumn, StatementFilter } from '../../data/record/query'
import { showMode } from './panes'
import { RememberedViews } from './remembered-views'
import type { Mode } from './state'
import { store } from './store'

/** How somebody looks at the statements of a project: which, in what order, and where they are among them. */
export interface RecordView {
  readonly filter: StatementFilter
  readonly sort: { readonly by: StatementColumn; readonly descending: boolean }
  readonly group: StatementColumn | null
  /** Groups of which only the head is shown, by their keys; "" is the group of those without a value. */
  readonly folded: readonly string[]
  /** The statement one stands at, by its id; `null`: the first. */
  readonly at: string | null
}

export const firstView: RecordView = {
  filter: {},
  sort: { by: 'day', descending: true },
  group: null,
  folded: [],
  at: null,
}

interface Kept {
  /** The project that `view` is of. */
  readonly project: string | null
  readonly view: RecordView
  /** The screen from which one came to the statements. */
  readonly cameFrom: Exclude<Mode, 'statements'>
}

const kept = createStore<Kept>()(() => ({ project: null, view: firstView, cameFrom: 'read' }))
const remembered = new RememberedViews({
  getItem: (key) => localStorage.getItem(key),
  setItem: (key, value) => localStorage.setItem(key, value),
})

store.subscribe(({ project, mode }, before) => {
  const id = project?.project.id ?? null
  if (id !== kept.getState().project)
    kept.setState({ project: id, view: (id === null ? null : remembered.find(id)) ?? firstView })
  if (mode === 'statements' && before.mode !== 'statements') kept.setState({ cameFrom: before.mode })
})

export const recordView = (): RecordView => kept.getState().view
export const useRecordView = <T>(part: (view: RecordView) => T): T => useStore(kept, ({ view }) => part(view))
export const cameFrom = (): Kept['cameFrom'] => kept.getState().cameFrom

/** Calls `tell` whenever the statements are looked at another way, until the returned function is called. */
export const watchView = (tell: (view: RecordView, before: RecordView) => void): (() => void) =>
  kept.subscribe(({ view }, before) => {
    if (view !== before.view) tell(view, before.view)
  })

/** Looks at the statements another way; kept for the next time, and for the next start. */
export function lookAt(parts: Partial<RecordView>): void {
  const { project, view } = kept.getState()
  const next = { ...view, ...parts }
  kept.setState({ view: next })
  if (project !== null) remembered.remember(project, next)
}

/** Shows the statements that a filter lets through, from whatever screen; `Escape` leads back to it. */
export function showStatements(filter: StatementFilter): void {
  lookAt({ filter, folded: [], at: null })
  showMode('statements')
}
