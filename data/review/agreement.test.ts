import { expect, it } from 'vitest'
import { figuresOf, slicesOf, type Agreement } from './agreement'
import type { LayerFigures, Slice } from './figures'

const layer = (name: string): LayerFigures => ({ layer: name, n: 1, observed: 1, figures: [] })
const slice = (of: string, ...layers: readonly string[]): Slice => ({ of: [of], layers: layers.map(layer) })

const agreement: Agreement = {
  version: 1,
  query: { annotators: ['ada', 'jonas'], articles: null, labels: null, threshold: 0.5 },
  articles: 2,
  shares: [],
  layers: [layer('label'), layer('stance')],
  by: {
    pair: [],
    label: [slice('claim', 'label')],
    article: [slice('vane', 'label', 'stance'), slice('dorre', 'label')],
    week: [],
  },
  findings: [],
  confusions: [],
}

it('tells one layer apart, without the slices that do not have it', () => {
  expect(slicesOf(agreement, 'article', 'stance')).toEqual([slice('vane', 'stance')])
  expect(slicesOf(agreement, 'article', 'label')).toEqual([slice('vane', 'label'), slice('dorre', 'label')])
})

it('leaves out what is told apart finely, and nothing else', () => {
  const { by, ...rest } = agreement
  expect(figuresOf(agreement)).toEqual({ ...rest, labels: by.label })
})
