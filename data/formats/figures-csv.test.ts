import papa from 'papaparse'
import { expect, it } from 'vitest'
import { builtInCodebook } from '../model/built-in-codebook'
import type { Agreement } from '../review/agreement'
import { defined, undefinedFor, type LayerFigures } from '../review/figures'
import { figuresCsv, figuresIn } from './figures-csv'

const label: LayerFigures = {
  layer: 'label',
  n: 3,
  observed: 2 / 3,
  figures: [
    { name: 'alpha', measured: defined(0.123456789), interval: [-0.2, 0.9] },
    { name: 'ac1', measured: undefinedFor('one-value'), interval: null },
  ],
}

const agreement: Agreement = {
  version: 1,
  query: { annotators: ['ada', 'jonas'], articles: null, labels: null, threshold: 0.5 },
  articles: 2,
  shares: [],
  layers: [label],
  by: {
    pair: [{ of: ['ada', 'jonas'], layers: [label] }],
    label: [{ of: ['claim'], layers: [label] }],
    article: [{ of: ['vane'], layers: [label] }],
    week: [{ of: ['2031-03-10'], layers: [] }],
  },
  findings: [{ overlap: 'any', both: 8, only: [1, 2], f1: defined(0.84) }],
  confusions: [],
}

const scene = {
  people: [
    { format: 'parley/person', schema: 1, id: 'ada', name: '=Ada' },
    { format: 'parley/person', schema: 1, id: 'jonas', name: 'Jonas Beck' },
  ] as const,
  articles: [],
  codebook: builtInCodebook,
}

const read = () =>
  papa.parse<Record<string, string>>(figuresCsv(agreement, scene), { header: true, skipEmptyLines: true })
    .data

it('has a row a figure, of everything first, then of every slice, and says what was compared', () => {
  const rows = read()
  expect(rows).toHaveLength(figuresIn(agreement))
  expect(rows.map((row) => [row['told_apart_by'], row['of'], row['layer'], row['coefficient']])).toEqual([
    ['all', '', 'label', 'alpha'],
    ['all', '', 'label', 'ac1'],
    ['pair', "'=Ada; Jonas Beck", 'label', 'alpha'],
    ['pair', "'=Ada; Jonas Beck", 'label', 'ac1'],
    ['label', 'Claim', 'label', 'alpha'],
    ['label', 'Claim', 'label', 'ac1'],
    ['article', 'vane', 'label', 'alpha'],
    ['article', 'vane', 'label', 'ac1'],
    ['all', '', 'finding:any', 'f1'],
  ])
  expect(rows[0]).toMatchObject({ annotator_ids: 'ada; jonas', overlap_asked: '0.5', articles: '2' })
})

it('does not round, and has the reason where there is no value', () => {
  const [alpha, ac1] = read()
  expect(alpha).toMatchObject({ value: '0.123456789', low_95: '-0.2', high_95: '0.9', not_defined: '' })
  expect(ac1).toMatchObject({ value: '', low_95: '', not_defined: 'one-value' })
})
