import { annotationSetSchema, type AnnotationSet } from '../model/annotation-set'

/** The set with its keys in the schema's order and attributes by name, so that equal sets give equal bytes. */
export function inOrder(set: AnnotationSet): AnnotationSet {
  const ordered = annotationSetSchema.parse(set)
  return {
    ...ordered,
    annotations: ordered.annotations.map(withAttributesInOrder),
    decisions: ordered.decisions.map((decision) => ({
      ...decision,
      readings: decision.readings.map(withAttributesInOrder),
    })),
  }
}

const withAttributesInOrder = <T extends { readonly attributes: object }>(tag: T): T => ({
  ...tag,
  attributes: Object.fromEntries(Object.entries(tag.attributes).toSorted(([a], [b]) => (a < b ? -1 : 1))),
})
