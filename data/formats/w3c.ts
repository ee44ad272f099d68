import type { AnnotationSet, SetAnnotation, SetLink } from '../model/annotation-set'
import { labelOf } from '../model/codebook'
import { contentId } from '../model/ids'
import { AGREED } from '../review/agreed'
import type { Format } from './format'
import { inOrder } from './in-order'
import { readW3c } from './w3c-read'
import {
  ANNO_CONTEXT,
  annotatorIri,
  articleIri,
  extraParts,
  GENERATOR,
  headerParts,
  PARLEY_CONTEXT,
  recordIri,
} from './w3c-terms'

/**
 * W3C Web Annotation Data Model, as JSON-LD: one AnnotationCollection with one page in it. Positions count code
 * points, as the standard wants. An agreed set has a piece of software as its creator, and as `dcterms:contributor` those whose
 * tags and decisions each part of it comes from. What it has no word for stands under `parley:` terms, so nothing is lost.
 */
export const w3c: Format = {
  id: 'w3c',
  title: 'Web Annotations (W3C JSON-LD)',
  about:
    'The open standard, for archives, for publishing and for other annotation tools. Reads what other tools wrote, too.',
  extension: '.jsonld',
  offsets: 'code-points',
  loses: [],
  write: (set) => [
    { path: 'annotations.jsonld', text: `${JSON.stringify(collectionOf(inOrder(set)), null, 1)}\n` },
  ],
  read: readW3c,
}

function collectionOf(set: AnnotationSet) {
  const creators = new Map(
    set.annotators.map(({ id, name }) => [
      id,
      { id: annotatorIri(id), type: set.agreed && id === AGREED ? 'Software' : 'Person', name },
    ]),
  )
  const items = [
    ...set.annotations.map((tag) => ({ ...annotationOf(set, tag), ...historyOf(tag, creators) })),
    ...set.links.map((link) => ({ ...linkOf(link), ...historyOf(link, creators) })),
  ]
  const parts = [...headerParts, ...extraParts.filter((part) => set[part])]
  const header = Object.fromEntries(parts.map((part) => [`parley:${part}`, set[part]]))
  const id = `urn:parley:set:${contentId(JSON.stringify([header, items]))}`
  const about = {
    id,
    type: 'AnnotationCollection',
    label: set.project.name || 'Parley',
    total: items.length,
  }
  return {
    '@context': [ANNO_CONTEXT, PARLEY_CONTEXT],
    ...about,
    generator: { id: GENERATOR, type: 'Software', name: 'Parley' },
    'parley:schema': set.schema,
    ...header,
    first: { id: `${id}:page:1`, type: 'AnnotationPage', partOf: about, startIndex: 0, items },
    last: `${id}:page:1`,
  }
}

/** What is of an agreed set says whose work and decisions it comes from: for other tools, whoever contributed. */
const historyOf = (
  { annotator, created, modified, rev, provenance }: SetAnnotation | SetLink,
  creators: Creators,
) => ({
  creator: creators.get(annotator) ?? annotatorIri(annotator),
  ...(provenance && {
    'dcterms:contributor': contributorsOf(provenance).map(annotatorIri),
    'parley:provenance': provenance,
  }),
  created,
  modified,
  generator: GENERATOR,
  ...(rev && { 'parley:rev': rev }),
})

const contributorsOf = ({ from, decisions }: NonNullable<SetAnnotation['provenance']>): string[] =>
  [...new Set([...from.map(({ annotator }) => annotator), ...decisions.map(({ by }) => by)])].toSorted()

type Creators = ReadonlyMap<string, { readonly id: string; readonly type: string; readonly name: string }>

/** The label stands there thrice: as a word for other tools, as an IRI for linked data, and as the id it is. */
function annotationOf({ codebook }: AnnotationSet, tag: SetAnnotation) {
  const name = labelOf(codebook, tag.label)?.name ?? tag.label
  const targets = tag.target.map((range) => ({
    type: 'SpecificResource',
    source: articleIri(tag.articleId),
    selector: [
      { type: 'TextQuoteSelector', exact: range.quote, prefix: range.prefix, suffix: range.suffix },
      { type: 'TextPositionSelector', start: range.startCodePoint, end: range.endCodePoint },
    ],
  }))
  return {
    id: recordIri(tag.id),
    type: 'Annotation',
    motivation: 'classifying',
    body: [
      textualBody('tagging', name),
      resource('classifying', `urn:parley:codebook:${tag.codebook}#${tag.label}`),
      ...(tag.means ? [resource('identifying', recordIri(tag.means))] : []),
      ...(tag.note ? [textualBody('commenting', tag.note)] : []),
    ],
    target: targets.length === 1 ? targets[0] : targets,
    'parley:label': tag.label,
    'parley:codebookRevision': tag.codebook,
    ...(Object.keys(tag.attributes).length > 0 && { 'parley:attributes': tag.attributes }),
  }
}

/** The standard has no relations between annotations: a linking annotation has one as body, the other as target. */
const linkOf = ({ id, type, from, to }: SetLink) => ({
  id: recordIri(id),
  type: 'Annotation',
  motivation: 'linking',
  body: [recordIri(to), textualBody('tagging', type)],
  target: recordIri(from),
  'parley:linkType': type,
})

const textualBody = (purpose: string, value: string) => ({
  type: 'TextualBody',
  purpose,
  value,
  format: 'text/plain',
})

const resource = (purpose: string, source: string) => ({ type: 'SpecificResource', purpose, source })
