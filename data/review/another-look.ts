import type { Annotation, Link } from '../model/records'
import type { Named } from '../model/review-records'
import type { Drafts } from './drafts'
import { printOf } from './print'
import type { Side } from './side'
import { keyOfNamed, type Made, type Standing } from './standing'

/** A record that changed after a decision that counts for it: it is for another look. */
export interface Stale {
  readonly on: Named
  readonly made: Made
  /** `gone`: its annotator has deleted it. */
  readonly why: 'changed' | 'gone'
}

/**
 * What changed after it was decided on, in the order of the decisions. What its annotator has made what the decision says
 * it should be is none of it, nor what was deleted because it was rejected, or went into another.
 */
export function staleIn(sides: readonly Side[], standing: Standing, drafts: Drafts): Stale[] {
  const records = new Map<string, Annotation | Link>()
  for (const { annotator, tags, links } of sides)
    for (const record of [...tags, ...links]) records.set(keyOfNamed({ annotator, id: record.id }), record)
  return standing.counting.flatMap(({ made, on }) => {
    const { action, readings, links } = made.decision
    const isMade = (record: Annotation | Link) =>
      record.is === 'annotation'
        ? readings.some((reading) => drafts.keyOf(reading) === drafts.keyOf(record))
        : links.some(
            ({ type, from, to }) => record.type === type && record.from === from.id && record.to === to.id,
          )
    const hasTakenOver = (annotator: string) =>
      made.decision.on.some((each) => {
        const record = each.annotator === annotator ? records.get(keyOfNamed(each)) : undefined
        return record !== undefined && isMade(record)
      })
    return on.flatMap(({ annotator, id, as }): Stale[] => {
      const record = records.get(keyOfNamed({ annotator, id }))
      const named = { annotator, id }
      if (!record) {
        const isDone = action === 'reject' || hasTakenOver(annotator)
        return isDone ? [] : [{ on: named, made, why: 'gone' }]
      }
      return printOf(record) === as || isMade(record) ? [] : [{ on: named, made, why: 'changed' }]
    })
  })
}
