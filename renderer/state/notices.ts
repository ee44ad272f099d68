import { explain } from '../../data/model/explain'
import type { Problem } from '../../data/model/problem'
import { store } from './store'

/** Says what went wrong. That somebody thought better of it is nothing to say. */
export function show(problem: Problem): void {
  if (problem.kind !== 'cancelled')
    store.setState({ notice: { text: explain(problem), tone: 'bad', undo: false } })
}

/** Says one quiet sentence; with `undo`, the last step can be taken back from there. */
export const say = (text: string, undo = false): void =>
  store.setState({ notice: { text, tone: 'quiet', undo } })

export const dismissNotice = (): void => store.setState({ notice: null })
