import { v5 as uuid5 } from 'uuid'
import type { AnnotationSet } from '../model/annotation-set'
import { annotatorIdFrom, contentId } from '../model/ids'

const NAMESPACE = '0d9d1f0e-6d0b-5c4a-9a53-7f1b1f0a6c52'

/**
 * Whose tags and links the set holds, by id; where it has none, whom it lists. Others whose registries it brings along,
 * since the tags mean something in them, do not count.
 */
export function makersOf({ annotators, annotations, links }: AnnotationSet): readonly string[] {
  const makers = new Set([...annotations, ...links].map(({ annotator }) => annotator))
  return makers.size > 0 ? [...makers] : annotators.map(({ id }) => id)
}

/**
 * The set with what `from` made as that of another annotator called `name`. Their id comes from the name and the
 * project, and the ids of tags and links from it and the old ones: the same file twice gives the same set, several
 * files under one name are one annotator's, and nobody else's records are ever meant. What tags `means` stays, so
 * that two annotators go on to mean the same actor.
 */
export function reassign(set: AnnotationSet, from: string, name: string, project: string): AnnotationSet {
  const annotator = annotatorIdFrom(name, contentId(`${project}/${name}`))
  const idOf = (id: string) => uuid5(`${annotator}/${id}`, NAMESPACE)
  const taken = <R extends { readonly annotator: string }>(record: R): R =>
    record.annotator === from ? { ...record, annotator } : record
  return {
    ...set,
    annotators: [
      { id: annotator, name },
      ...set.annotators.filter(({ id }) => id !== from && id !== annotator),
    ],
    annotations: set.annotations.map((tag) => ({ ...taken(tag), id: idOf(tag.id) })),
    links: set.links.map((link) => ({
      ...taken(link),
      id: idOf(link.id),
      from: idOf(link.from),
      to: idOf(link.to),
    })),
    actors: set.actors.map(taken),
    issues: set.issues.map(taken),
    positions: set.positions.map(taken),
  }
}
