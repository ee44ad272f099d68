import { z } from 'zod'
import { annotationSetSchema, type AnnotationSet } from '../model/annotation-set'
import { builtInCodebook } from '../model/built-in-codebook'
import { checkAs } from '../model/parse'
import type { Problem } from '../model/problem'
import { failed, ok, type Result } from '../model/result'
import { textIn, type Json } from './w3c-json'
import type { extraParts, headerParts } from './w3c-terms'

/** What a set has besides the annotations and links themselves. */
export type Header = Pick<AnnotationSet, (typeof headerParts)[number] | (typeof extraParts)[number]>

const KNOWN = 1
const {
  project,
  annotators,
  codebook,
  articles,
  actors,
  issues,
  positions,
  deleted,
  decisions,
  answers,
  agreed,
} = annotationSetSchema.shape

const ownSchema = z.object({
  'parley:schema': z.literal(KNOWN),
  'parley:project': project,
  'parley:annotators': annotators,
  'parley:codebook': codebook,
  'parley:articles': articles,
  'parley:actors': actors,
  'parley:issues': issues,
  'parley:positions': positions,
  'parley:deleted': deleted,
  'parley:decisions': decisions,
  'parley:answers': answers,
  'parley:agreed': agreed,
})

/**
 * The header of a collection that Parley wrote. Any other file brings nothing of this but perhaps a label, and is read
 * under the built-in codebook.
 */
export function headerOf(whole: Json | null, file: string): Result<Header, Problem> {
  if (!whole || !('parley:schema' in whole)) return ok(emptyHeader(textIn(whole, 'label') ?? file))
  const schema = whole['parley:schema']
  if (typeof schema === 'number' && Number.isInteger(schema) && schema > KNOWN)
    return failed({ kind: 'newer-file', file, schema, known: KNOWN })
  const own = checkAs(ownSchema, whole, file)
  if (!own.ok) return own
  const { value } = own
  return ok({
    project: value['parley:project'],
    annotators: value['parley:annotators'],
    codebook: value['parley:codebook'],
    articles: value['parley:articles'],
    actors: value['parley:actors'],
    issues: value['parley:issues'],
    positions: value['parley:positions'],
    deleted: value['parley:deleted'],
    decisions: value['parley:decisions'],
    ...(value['parley:answers'] && { answers: value['parley:answers'] }),
    ...(value['parley:agreed'] && { agreed: value['parley:agreed'] }),
  })
}

const emptyHeader = (name: string): Header => ({
  project: { id: '', name },
  annotators: [],
  codebook: builtInCodebook,
  articles: [],
  actors: [],
  issues: [],
  positions: [],
  deleted: [],
  decisions: [],
})
