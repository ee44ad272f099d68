import { annotationSetSchema, type AnnotationSet } from '../model/annotation-set'
import { parseJson } from '../model/parse'
import { failed } from '../model/result'
import { checkSet } from './check-set'
import type { Format } from './format'
import { layOutJson } from './lay-out-json'

/** Our own annotation set: one JSON file that needs no other, and loses nothing. */
export const parleySet: Format = {
  id: 'parley',
  title: 'Parley annotation set (JSON)',
  about:
    'Everything that some annotators made, with texts, codebook and registries in one file, for other Parley projects, for archives and for scripts.',
  extension: '.json',
  offsets: 'both',
  loses: [],
  write: (set) => [{ path: 'annotation-set.json', text: `${layOutJson(inOrder(set))}\n` }],
  read: async ({ name, text }) => {
    const json = parseJson(text)
    if (!json.ok) return failed({ kind: 'bad-file', file: name, ...json.error })
    return checkSet(json.value, name)
  },
}

/** The set with its keys in the schema's order and attributes by name, so that equal sets give equal bytes. */
const inOrder = (set: AnnotationSet): AnnotationSet => {
  const ordered = annotationSetSchema.parse(set)
  return {
    ...ordered,
    annotations: ordered.annotations.map((annotation) => ({
      ...annotation,
      attributes: Object.fromEntries(
        Object.entries(annotation.attributes).toSorted(([a], [b]) => (a < b ? -1 : 1)),
      ),
    })),
  }
}
