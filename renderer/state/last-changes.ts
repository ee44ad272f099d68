import type { Change } from '../../data/store/changes'
import type { ShownSet } from './state'

type Records = ShownSet['records']

let last: { readonly before: Records; readonly after: Records; readonly changes: readonly Change[] } | null =
  null

/** Remembers which changes made one map of records out of another. */
export function rememberChanges(before: Records, after: Records, changes: readonly Change[]): void {
  last = { before, after, changes }
}

/**
 * What made `after` out of `before`, if that was the last step: so that whoever shows records need not compare all of
 * them after each. `null` when they have to be compared.
 */
export const lastChanges = (before: Records | undefined, after: Records): readonly Change[] | null =>
  last && last.before === before && last.after === after ? last.changes : null
