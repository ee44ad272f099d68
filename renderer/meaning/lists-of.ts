import type { LearntNames } from '../../data/record/evidence'

type Called = LearntNames['entries'][string]

/**
 * What was learnt now, with the very lists of `before` where they say the same: what was made ready from a list serves as long
 * as the list is the same object.
 */
export const withListsOf = (before: LearntNames, now: LearntNames): LearntNames => ({
  ...now,
  entries: Object.fromEntries(
    Object.entries(now.entries).map(([id, called]) => {
      const known = before.entries[id]
      return [id, known && saysTheSame(known, called) ? known : called]
    }),
  ),
})

const saysTheSame = (a: Called, b: Called): boolean =>
  a.length === b.length && a.every(([words, tags], i) => words === b[i]![0] && tags === b[i]![1])
