import { explain } from '../../data/model/explain'
import type { Problem } from '../../data/model/problem'
import type { Notice } from './state'
import { store } from './store'

/** Milliseconds for which a person has time to read what went wrong, whatever else is done or said meanwhile. */
const HELD = 6_000
let heldUntil = 0

/** Says what went wrong. That somebody thought better of it is nothing to say. */
export function show(problem: Problem): void {
  if (problem.kind === 'cancelled') return
  heldUntil = Date.now() + HELD
  store.setState({ notice: { text: explain(problem), tone: 'bad', undo: false } })
}

/** What is left of a notice once something else was done: what went wrong a moment ago. */
export const noticeLeft = (notice: Notice | null): Notice | null =>
  notice?.tone === 'bad' && Date.now() < heldUntil ? notice : null

/** Says one quiet sentence; with `undo`, the last step can be taken back from there. */
export const say = (text: string, undo = false): void =>
  store.setState(({ notice }) => ({ notice: noticeLeft(notice) ?? { text, tone: 'quiet', undo } }))

/** One has gone on from what was said. */
export const letNoticeGo = (): void => store.setState(({ notice }) => ({ notice: noticeLeft(notice) }))

export const dismissNotice = (): void => store.setState({ notice: null })
