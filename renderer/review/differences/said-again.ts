import { flushSync } from 'react-dom'
import { say } from '../../state/actions'
import { store } from '../../state/store'
import { goToGroup } from '../review-ui'
import { focusDraft } from './draft-focus'
import { differencesUi, isAnythingSaid, pick, sayAll, type Saying } from './differences-ui'
import type { Difference } from './differences'
import { reviewNow, watchReview } from './review-now'

/** What was said with a decision, and the keys of the differences that were selected to be decided on together. */
interface Kept {
  readonly saying: Saying
  readonly picked: readonly string[]
}

/** What was said of differences and could not be kept, by their keys: it waits for whoever comes back there. */
const waiting = new Map<string, Kept>()
let stoodAt: string | null = null

/**
 * What was said with a decision that was refused is said again: at once, where nothing was begun at another difference
 * meanwhile, else when one comes back to it.
 */
export function sayAgain(of: Difference, kept: Kept): void {
  if (!isAnythingSaid(kept.saying)) return
  waiting.set(of.key, kept)
  const review = reviewNow()
  const isThere = review?.shown.some(({ key }) => key === of.key) ?? false
  const isBusy = isAnythingSaid(differencesUi.getState())
  if (!isThere || isBusy)
    return say(`What you said of ${called(of)} is kept, and there when you come back to it.`)
  // The keys that follow go to the form, as they did before.
  const hadKeys = !document.activeElement?.matches('input, textarea, select')
  flushSync(() => {
    goToGroup(of.key)
    resume()
  })
  if (kept.saying.draft && hadKeys) focusDraft()
}

function resume(): void {
  const key = reviewNow()?.at?.key ?? null
  const kept = key === null ? undefined : waiting.get(key)
  if (key === null || !kept || isAnythingSaid(differencesUi.getState())) return
  waiting.delete(key)
  if (kept.picked.length > 0) pick(kept.picked)
  sayAll(kept.saying)
}

const called = ({ number }: Difference): string =>
  number > 0 ? `difference ${number}` : 'what all have alike'

watchReview(() => {
  const key = reviewNow()?.at?.key ?? null
  if (key === stoodAt) return
  stoodAt = key
  resume()
})

store.subscribe(({ project }, before) => {
  if (project?.project.id !== before.project?.project.id) waiting.clear()
})
