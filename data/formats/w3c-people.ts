import type { AnnotationSet } from '../model/annotation-set'
import { annotatorIdFrom, annotatorIdSchema, contentId } from '../model/ids'
import { annotatorIn } from './w3c-terms'
import { iriOf, isObject, listOf, textIn, type Json } from './w3c-json'

export type Annotator = AnnotationSet['annotators'][number]

/**
 * Who made an item: its creator (the first of several), the whole file's, or "Unknown". A creator of ours keeps
 * their id; anybody else gets one from name and IRI that is the same each time the file is read.
 */
export function annotatorOf(item: Json, whole: Json | null): Annotator {
  const creator = creatorIn(item) ?? creatorIn(whole ?? {}) ?? null
  const iri = iriOf(creator)
  const name = nameOf(creator) ?? 'Unknown'
  const ours = annotatorIdSchema.safeParse(annotatorIn(iri ?? ''))
  if (ours.success) return { id: ours.data, name: textIn(creator, 'name') ?? ours.data }
  return { id: annotatorIdFrom(name, contentId(iri ?? name)), name }
}

/** Hypothesis has `user` where the standard has `creator`. */
const creatorIn = (item: Json): unknown => listOf(item['creator'])[0] ?? listOf(item['user'])[0]

function nameOf(creator: unknown): string | null {
  const given = isObject(creator) ? textIn(creator, 'name', 'nickname') : null
  const iri = iriOf(creator)
  const account = /^acct:([^@]+)@/.exec(iri ?? '')?.[1]
  return given ?? account ?? iri?.split(/[/#:]/).findLast((part) => part !== '') ?? null
}
