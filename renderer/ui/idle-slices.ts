/** The most that a slice takes, in milliseconds: a key that is pressed meanwhile waits no longer. */
const SLICE = 4

/** The most that an idle moment is waited for. */
const PATIENCE = 250

/**
 * Does work between its pauses in idle moments, one slice after the other, until it is done or called off. A window that is
 * never idle goes on with it slowly.
 */
export function inIdleSlices(work: Iterator<unknown>, off: AbortSignal): void {
  const next = () => {
    const idle = requestIdleCallback(
      () => {
        off.removeEventListener('abort', stop)
        const until = performance.now() + SLICE
        do {
          if (work.next().done) return
        } while (performance.now() < until)
        next()
      },
      { timeout: PATIENCE },
    )
    const stop = () => cancelIdleCallback(idle)
    off.addEventListener('abort', stop, { once: true })
  }
  if (!off.aborted) next()
}
