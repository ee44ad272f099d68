import type { ArticleChange } from '../../data/store/changes'
import type { ShownSet } from './state'

type Records = ShownSet['records']

/** By the map that was made. Weak both ways, so that records go when their article is left. */
const made = new WeakMap<
  Records,
  { readonly before: WeakRef<Records>; readonly changes: readonly ArticleChange[] }
>()

const followers: ((before: Records, after: Records, changes: readonly ArticleChange[]) => void)[] = []

/** Remembers which changes made one map of records out of another. */
export function rememberChanges(before: Records, after: Records, changes: readonly ArticleChange[]): void {
  made.set(after, { before: new WeakRef(before), changes })
  for (const follow of followers) follow(before, after, changes)
}

/**
 * What made `after` out of `before`, if that was one step: so that whoever shows records need not compare all of
 * them after each. `null` when they have to be compared.
 */
export function lastChanges(before: Records | undefined, after: Records): readonly ArticleChange[] | null {
  const step = made.get(after)
  return before && step?.before.deref() === before ? step.changes : null
}

/**
 * Computes a value once for each map of records. Where the map was made of another by changes, the value is made of
 * that one's by `change`, which is to cost what the changes do and not what the records do.
 */
export function kept<T>(
  compute: (records: Records) => T,
  change: (value: T, changes: readonly ArticleChange[], after: Records) => T,
): (records: Records) => T {
  const known = new WeakMap<Records, T>()
  followers.push((before, after, changes) => {
    const value = known.get(before)
    if (value !== undefined) known.set(after, change(value, changes, after))
  })
  return (records) => {
    const value = known.get(records) ?? compute(records)
    known.set(records, value)
    return value
  }
}
