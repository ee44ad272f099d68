/**
 * Work that pauses now and then, each time with `null`, so that whoever waits for an answer meanwhile gets it; and
 * what comes of it.
 */
export type ByAndBy<T> = Generator<null, T, void>

/** What comes of work that nobody has to wait beside. */
export function atOnce<T>(work: ByAndBy<T>): T {
  for (;;) {
    const { done, value } = work.next()
    if (done) return value
  }
}

/** Each of these, with a pause after so many. */
export function* paused<One>(all: Iterable<One>, many: number): Generator<One | null, void, void> {
  let left = many
  for (const one of all) {
    yield one
    if (--left > 0) continue
    yield null
    left = many
  }
}
