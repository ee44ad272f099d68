import type { Problem } from '../model/problem'
import { failed, ok, type Result } from '../model/result'
import { inParallel } from './read-files'

/** Whoever waits for something that is done to many articles. */
export interface Watch {
  /** So many of these articles are ready; when it is all of them, nothing can be stopped any more. */
  readonly went: (done: number, of: number) => void
  readonly isStopped: () => boolean
}

export const unwatched: Watch = { went: () => undefined, isStopped: () => false }

const stopped: Problem = { kind: 'cancelled' }

/** What the work gives for each of these, all of it; or why one has none, or that somebody stopped it, and then nothing. */
export async function forAll<I, O>(
  inputs: readonly I[],
  { went, isStopped }: Watch,
  work: (input: I) => Promise<Result<O, Problem>>,
): Promise<Result<readonly O[], Problem>> {
  let problem: Problem | null = null
  let done = 0
  const answers = await inParallel(inputs, 8, async (input) => {
    if (isStopped()) problem ??= stopped
    if (problem) return []
    const answer = await work(input)
    if (answer.ok) return (went(++done, inputs.length), [{ value: answer.value }])
    problem ??= answer.error
    return []
  })
  if (isStopped()) problem ??= stopped
  return problem ? failed(problem) : ok(answers.flatMap((each) => each.map(({ value }) => value)))
}
