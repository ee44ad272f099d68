/** The IRIs and terms of our Web Annotation files. They name things and lead nowhere: nothing is ever fetched. */
export const ANNO_CONTEXT = 'http://www.w3.org/ns/anno.jsonld'

const json = (name: string) => ({ '@id': `urn:parley:ns:1#${name}`, '@type': '@json' })
const plain = (name: string) => ({ '@id': `urn:parley:ns:1#${name}` })

/**
 * Our own terms, version 1, as a JSON-LD 1.1 context: without it a reader of linked data would drop what the
 * standard has no word for. What is no statement about the annotation itself is kept as a JSON literal.
 */
export const PARLEY_CONTEXT = {
  '@version': 1.1,
  parley: 'urn:parley:ns:1#',
  'parley:schema': plain('schema'),
  'parley:project': json('project'),
  'parley:annotators': json('annotators'),
  'parley:codebook': json('codebook'),
  'parley:articles': json('articles'),
  'parley:actors': json('actors'),
  'parley:issues': json('issues'),
  'parley:positions': json('positions'),
  'parley:deleted': json('deleted'),
  'parley:decisions': json('decisions'),
  'parley:answers': json('answers'),
  'parley:agreed': json('agreed'),
  'parley:label': plain('label'),
  'parley:codebookRevision': plain('codebookRevision'),
  'parley:attributes': json('attributes'),
  'parley:linkType': plain('linkType'),
  'parley:rev': json('rev'),
  'parley:provenance': json('provenance'),
}

/** Parts of a set that stand in the collection as they are, each under `parley:` and its name. */
export const headerParts = [
  'project',
  'annotators',
  'codebook',
  'articles',
  'actors',
  'issues',
  'positions',
  'deleted',
  'decisions',
] as const

/** Those that not every set has. */
export const extraParts = ['answers', 'agreed'] as const

export const GENERATOR = 'urn:parley:workbench'

const ARTICLE = 'urn:sha256:'
const ANNOTATOR = 'urn:parley:annotator:'
const RECORD = 'urn:uuid:'

export const articleIri = (id: string) => `${ARTICLE}${id}`
export const annotatorIri = (id: string) => `${ANNOTATOR}${id}`
export const recordIri = (id: string) => `${RECORD}${id}`

const after = (prefix: string) => (iri: string) => (iri.startsWith(prefix) ? iri.slice(prefix.length) : null)

/** The id in an IRI of ours, not checked yet; `null` in any other IRI. */
export const articleIn = after(ARTICLE)
export const annotatorIn = after(ANNOTATOR)
export const recordIn = after(RECORD)
