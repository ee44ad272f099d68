/** The most that a slice takes, in milliseconds: a key that is pressed meanwhile waits no longer. */
const SLICE = 4

/** The most that an idle moment is waited for. */
const PATIENCE = 1_000

/**
 * Does work between its pauses once the window is idle, in slices until it is done or called off. One slice follows the other as
 * a task of its own, so that what is pressed or to be drawn comes in between.
 */
export function inIdleSlices(work: Iterator<unknown>, off: AbortSignal): void {
  if (off.aborted) return
  const { port1, port2 } = new MessageChannel()
  const stop = () => {
    off.removeEventListener('abort', stop)
    cancelIdleCallback(idle)
    port1.close()
  }
  const next = () => {
    if (off.aborted) return
    const until = performance.now() + SLICE
    do {
      if (work.next().done) return stop()
    } while (performance.now() < until)
    port2.postMessage(null)
  }
  port1.addEventListener('message', next)
  port1.start()
  off.addEventListener('abort', stop)
  const idle = requestIdleCallback(next, { timeout: PATIENCE })
}
