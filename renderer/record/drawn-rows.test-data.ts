import { builtInCodebook } from '../../data/model/built-in-codebook'
import type { Named } from '../../data/record/statement'
import type { StatementRow } from '../../data/record/query'
import type { RegistryRecord } from '../../data/model/records'
import { namesIn, type Names } from './names'

const at = '2031-03-12T10:00:00Z'
const registry: readonly RegistryRecord[] = [
  ...['Ilse Harrow', 'Anton Reszek', 'Lucan Dorre', 'Kestria'].map((name) => ({
    is: 'actor' as const,
    id: name,
    created: at,
    modified: at,
    name,
    aliases: [],
    kind: 'person' as const,
    country: null,
    roles: [],
  })),
  { is: 'issue', id: 'talks', created: at, modified: at, question: 'Must Vane leave before talks?' },
  { is: 'position', id: 'front', created: at, modified: at, issue: 'talks', answer: 'For the Front to say' },
]

/** The names of a project in which everything is called by its id, but for an issue and its answer. */
export const names: Names = namesIn(
  {
    registry,
    people: [{ format: 'parley/person', schema: 1, id: 'ada', name: 'Ada Quill' }],
    articles: [
      {
        summary: {
          id: 'meridian',
          title: 'Vane stays, says Dorre',
          outlet: 'Meridian',
          agency: null,
          byline: null,
          dateline: null,
          published: '2031-03-12T16:40:00Z',
          language: 'en',
          url: null,
          sourceName: 'vane.txt',
          words: 300,
        },
        tags: {},
        done: [],
      },
    ],
    codebook: builtInCodebook,
  },
  2031,
)

/** Somebody who is in the registry, or only words. */
export const called = (name: string): Named => ({
  tags: ['tag'],
  means: null,
  entry: registry.some(({ id }) => id === name) ? name : null,
  words: name,
})

/** A claim of Ilse Harrow's, but for what is said of it. */
export const statement = (more: Partial<StatementRow> = {}): StatementRow => ({
  id: 'claim',
  article: 'meridian',
  annotator: 'ada',
  actor: called('Ilse Harrow'),
  position: null,
  issue: null,
  stance: null,
  claim: 'claim',
  words: 'Velmora would not ask the opposition to stay away',
  addressees: [],
  sources: [],
  type: 'promise',
  speech: 'indirect',
  certainty: null,
  voice: 'reported',
  said: '2031-03-12',
  attributes: {},
  evidence: [],
  day: '2031-03-12',
  paragraph: 6,
  ...more,
})
