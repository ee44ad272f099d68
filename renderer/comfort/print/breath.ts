/** Milliseconds of work between two chances for input and frames. */
const SLICE = 12

/** Lets the window breathe during long work: waits for a moment when it is time. Rejects once `signal` says so. */
export function breathing(signal: AbortSignal): () => Promise<void> {
  let began = performance.now()
  return async () => {
    if (performance.now() - began > SLICE) {
      await new Promise((resolve) => setTimeout(resolve, 0))
      began = performance.now()
    }
    signal.throwIfAborted()
  }
}
