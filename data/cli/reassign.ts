import { v5 as uuid5 } from 'uuid'
import type { AnnotationSet, SetLink } from '../model/annotation-set'
import { annotatorIdFrom, contentId } from '../model/ids'
import type { DecidedOn } from '../model/review-records'
import { printOf } from '../review/print'

const NAMESPACE = '0d9d1f0e-6d0b-5c4a-9a53-7f1b1f0a6c52'

/**
 * Whose tags, links, decisions and answers the set holds, by id; where it has none, whom it lists. Others whose registries it brings along,
 * since the tags mean something in them, do not count.
 */
export function makersOf(set: AnnotationSet): readonly string[] {
  const { annotators, annotations, links, decisions, answers = [] } = set
  const own = [...annotations, ...links, ...decisions, ...answers]
  const makers = new Set(own.map(({ annotator }) => annotator))
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
  const links = set.links.map((link) => ({
    ...taken(link),
    id: idOf(link.id),
    from: idOf(link.from),
    to: idOf(link.to),
  }))
  // A link's print has the ids of its ends in it: what was decided on as it is stays so.
  const prints = new Map(set.links.map((link, i) => [`${link.id} ${printIn(link)}`, printIn(links[i]!)]))
  const decidedOn = (on: DecidedOn): DecidedOn => ({
    ...named(on),
    as: prints.get(`${on.id} ${on.as}`) ?? on.as,
  })
  const named = <N extends { readonly annotator: string; readonly id: string }>(record: N): N =>
    record.annotator === from ? { ...record, annotator, id: idOf(record.id) } : record
  const own = new Set(set.decisions.map(({ id }) => id))
  return {
    ...set,
    annotators: [
      { id: annotator, name },
      ...set.annotators.filter(({ id }) => id !== from && id !== annotator),
    ],
    annotations: set.annotations.map((tag) => ({ ...taken(tag), id: idOf(tag.id) })),
    links,
    decisions: set.decisions.map((decision) => ({
      ...taken(decision),
      id: idOf(decision.id),
      on: decision.on.map(decidedOn),
      links: decision.links.map((link) => ({ ...link, from: named(link.from), to: named(link.to) })),
    })),
    ...(set.answers && {
      answers: set.answers.map((answer) => ({
        ...taken(answer),
        id: idOf(answer.id),
        decision: own.has(answer.decision) ? idOf(answer.decision) : answer.decision,
      })),
    }),
    actors: set.actors.map(taken),
    issues: set.issues.map(taken),
    positions: set.positions.map(taken),
  }
}

const printIn = ({ articleId: article, ...link }: SetLink): string =>
  printOf({ is: 'link', article, ...link })
