import { explain } from '../../data/model/explain'
import type { Problem } from '../../data/model/problem'
import type { Notice } from './state'
import { store } from './store'

/** Milliseconds for which a person has time to read what went wrong, whatever else is said meanwhile. */
const HELD = 3_000
let heldUntil = 0
/** What is said once that has been read. */
let waiting: Notice | null = null

/** Says what went wrong. That somebody thought better of it is nothing to say. */
export function show(problem: Problem): void {
  if (problem.kind === 'cancelled') return
  heldUntil = Date.now() + HELD
  waiting = null
  store.setState({ notice: { text: explain(problem), tone: 'bad', undo: false } })
}

/** What is left of a notice once something else was done: what went wrong a moment ago. What waited to be said is over. */
export function noticeLeft(notice: Notice | null): Notice | null {
  waiting = null
  return isHeld(notice) ? notice : null
}

/**
 * Says one quiet sentence; with `undo`, the last step can be taken back from there. What went wrong a moment ago stays until
 * it could be read, or is closed, and the sentence comes after it.
 */
export function say(text: string, undo = false): void {
  const sentence: Notice = { text, tone: 'quiet', undo }
  if (isHeld(store.getState().notice)) {
    waiting = sentence
    setTimeout(() => waiting === sentence && dismissNotice(), heldUntil - Date.now())
  } else store.setState({ notice: sentence })
}

/** One has gone on from what was said. */
export const letNoticeGo = (): void => store.setState(({ notice }) => ({ notice: noticeLeft(notice) }))

export function dismissNotice(): void {
  store.setState({ notice: waiting })
  waiting = null
}

const isHeld = (notice: Notice | null): boolean => notice?.tone === 'bad' && Date.now() < heldUntil
