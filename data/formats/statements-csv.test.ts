import * as fc from 'fast-check'
import papa from 'papaparse'
import { expect, it } from 'vitest'
import { builtInCodebook } from '../model/built-in-codebook'
import type { RegistryRecord } from '../model/records'
import { statementColumns, type StatementRow } from '../record/query'
import { statementsCsv, type StatementScene } from './statements-csv'
import { unguardCell } from './guard-cell'

const at = '2031-03-12T10:00:00Z'
const registry: readonly RegistryRecord[] = [
  {
    is: 'actor',
    id: 'dorre',
    created: at,
    modified: at,
    name: 'Lucan Dorre',
    aliases: [],
    kind: 'person',
    country: null,
    roles: [],
  },
  {
    is: 'actor',
    id: 'ld',
    into: 'dorre',
    created: at,
    modified: at,
    name: 'L. Dorre',
    aliases: [],
    kind: 'person',
    country: null,
    roles: [],
  },
  { is: 'issue', id: 'talks', created: at, modified: at, question: 'Must Vane leave before talks?' },
  { is: 'position', id: 'front', created: at, modified: at, issue: 'talks', answer: 'For the Front to say' },
]
const scene: StatementScene = {
  registry,
  people: [{ format: 'parley/person', schema: 1, id: 'ada', name: 'Ada Quill' }],
  articles: [],
  codebook: builtInCodebook,
}

const called = (words: string, entry: string | null = null) => ({ tags: ['t'], means: entry, entry, words })

const statement = (more: Partial<StatementRow> = {}): StatementRow => ({
  id: 's',
  article: 'a',
  annotator: 'ada',
  actor: called('he', 'ld'),
  position: called('go', 'front'),
  issue: 'talks',
  stance: { sign: -1, degree: 2 },
  claim: 'c',
  words: 'he goes',
  sources: [],
  addressees: [called('reporters'), called('him', 'dorre')],
  type: 'promise',
  speech: null,
  certainty: null,
  voice: 'own',
  said: '2031-03',
  day: '2031-03',
  attributes: {},
  paragraph: 6,
  evidence: [
    { tag: 'p', as: 'position', ranges: [{ start: 0, end: 2, quote: 'go' }] },
    {
      tag: 'c',
      as: 'claim',
      ranges: [
        { start: 5, end: 9, quote: 'he' },
        { start: 12, end: 15, quote: 'goes' },
      ],
    },
  ],
  ...more,
})

const rowsOf = (
  rows: readonly StatementRow[],
  columns: Parameters<typeof statementsCsv>[1] = statementColumns,
) =>
  papa.parse<Record<string, string>>(statementsCsv(rows, columns, scene), {
    header: true,
    skipEmptyLines: true,
  }).data

it('has what is shown, in its order, and then ids and offsets', () => {
  const [head] = statementsCsv([statement()], ['words', 'actor'], scene).split('\r\n')
  expect(head).toBe(
    '"words","actor","actor_words","statement_id","article_id","paragraph","start_u16","end_u16","ranges_u16",' +
      '"annotator_id","actor_id","position_id","issue_id","tags"',
  )
})

it('names what is meant, counts merged entries as one, and keeps the words', () => {
  expect(rowsOf([statement()])[0]).toMatchObject({
    actor: 'Lucan Dorre',
    actor_words: 'he',
    issue: 'Must Vane leave before talks?',
    answer: 'For the Front to say',
    answer_words: 'go',
    stance: '-2',
    side: '-1',
    type: 'Promise',
    addressed_to: 'reporters; Lucan Dorre',
    said: '2031-03',
    annotator: 'Ada Quill',
    paragraph: '6',
    start_u16: '5',
    end_u16: '15',
    ranges_u16: '5-9;12-15',
    tags: 'position:p; claim:c',
  })
})

it('leaves empty what nobody has said', () => {
  const bare = statement({
    actor: null,
    position: null,
    issue: null,
    stance: null,
    type: null,
    said: null,
    day: null,
  })
  expect(rowsOf([bare])[0]).toMatchObject({ actor: '', answer: '', stance: '', side: '', type: '', said: '' })
  expect(rowsOf([statement({ stance: { sign: 1, degree: null } })])[0]).toMatchObject({
    stance: '',
    side: '1',
  })
})

it('gives back any words, and no cell that a spreadsheet would run', () => {
  const anyWords = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1 }),
    fc.constantFrom('=1+1', '@x', '"a",\r\n'),
  )
  fc.assert(
    fc.property(fc.array(anyWords), (all) => {
      const rows = rowsOf(all.map((words) => statement({ words })))
      expect(rows.map((row) => unguardCell(row['words']!))).toEqual(all)
      for (const row of rows) expect(row['words']).not.toMatch(/^[=+\-@\t\r\n]/)
    }),
  )
})
