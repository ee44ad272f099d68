import type { AnnotationSet } from '../model/annotation-set'
import { contentId } from '../model/ids'
import { AGREED, agreedFrom } from '../review/agreed'

/**
 * A set as it comes into a project. An agreed set stands under a name that belongs to the one which is derived here: one that
 * was derived elsewhere, or at another time, comes in as the work of somebody called so, told apart by the project it is from, and is not one of those who tagged.
 */
export function withoutAgreedName(set: AnnotationSet): AnnotationSet {
  if (!set.annotators.some(({ id }) => id === AGREED)) return set
  const id = agreedFrom(contentId(set.project.id).slice(0, 10))
  const renamed = <R extends { readonly annotator: string }>(record: R): R =>
    record.annotator === AGREED ? { ...record, annotator: id } : record
  return {
    ...set,
    annotators: set.annotators.map((person) =>
      person.id === AGREED ? { id, name: `${person.name} (${set.project.name})` } : person,
    ),
    annotations: set.annotations.map(renamed),
    links: set.links.map(renamed),
    deleted: set.deleted.map(renamed),
    decisions: set.decisions.map((decision) => ({
      ...renamed(decision),
      on: decision.on.map(renamed),
    })),
    ...(set.answers && { answers: set.answers.map(renamed) }),
  }
}
