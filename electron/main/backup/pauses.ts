import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises'

/** Milliseconds of work after which others get a turn. */
const STRETCH = 4
const LONGEST = 40

/**
 * How work of the main process gives way: at once, so that nothing has to wait for it longer than a few milliseconds;
 * quietly, resting as long as it worked.
 */
export function pauses(manner: 'at once' | 'quietly'): () => Promise<void> {
  let since = performance.now()
  return async () => {
    const worked = performance.now() - since
    if (worked < STRETCH) return
    if (manner === 'quietly') await sleep(Math.min(worked, LONGEST))
    else await nextTurn()
    since = performance.now()
  }
}
