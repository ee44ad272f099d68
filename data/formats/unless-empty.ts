import type { AnnotationSet } from '../model/annotation-set'
import type { Problem } from '../model/problem'
import { failed, ok, type Result } from '../model/result'

/** A set that was read from a file and would bring something; a file in which nobody has made anything is none to be received. */
export function unlessEmpty(set: AnnotationSet, file: string): Result<AnnotationSet, Problem> {
  const brings = [
    set.articles,
    set.annotations,
    set.links,
    set.decisions,
    set.answers ?? [],
    set.deleted,
    set.actors,
    set.issues,
    set.positions,
    set.deletedEntries ?? [],
  ]
  const isEmpty = set.inForce === undefined && brings.every(({ length }) => length === 0)
  return isEmpty ? failed({ kind: 'empty-set', file }) : ok(set)
}
