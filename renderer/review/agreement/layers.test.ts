import { expect, it } from 'vitest'
import { builtInCodebook as codebook } from '../../../data/model/built-in-codebook'
import { layer } from './drawn-figures.test-data'
import { layerName, layerRows, partRows, rowOf } from './layers'

const layers = [
  layer('links', 151, 0.79, { f1: 0.74 }),
  layer('attribute:certainty', 68, 1, { alpha: 'one-value' }),
  layer('attribute:speech', 68, 0.93, { ac1: 0.92, alpha: 0.38 }),
  layer('label', 318, 0.97, { ac1: 0.96, alpha: 0.94 }),
  layer('units:claim', 9_000, 0.9, { alphaU: 0.6 }),
  layer('units:*', 41_206, 0.94, { alphaU: 0.68 }),
  layer('from a newer program', 1, 1, { alpha: 1 }),
]

it('tells layers in one order, attributes in that of the codebook, those of one label not among them', () => {
  expect(layerRows(layers, codebook).map(({ name }) => name)).toEqual([
    'Stretches of text',
    'Label',
    'Speech',
    'Speaker is',
    'Links',
  ])
  expect(partRows(layers, codebook).map(({ name }) => name)).toEqual(['Stretches of text: Claim'])
})

it('tells a layer by the coefficient that fits it, whatever came first, and the next beside it', () => {
  const reversed = layers.map((each) => ({ ...each, figures: each.figures.toReversed() }))
  const [, label] = layerRows(reversed, codebook)
  expect([label!.main!.name, label!.second!.name]).toEqual(['alpha', 'ac1'])
})

it('says what is compared in the words of the codebook', () => {
  const compared = (name: string) => rowOf(layer(name, 1, 1, { alpha: 1 }), codebook)!.compared
  expect(compared('attribute:certainty')).toBe('certain, probable, possible')
  expect(compared('attribute:type')).toBe('assertion, demand, …')
  expect(compared('stance')).toBe('from −2 to +2')
  expect(compared('links')).toBe('made by, held by, …')
})

it('takes names apart, colons in ids among them', () => {
  expect(layerName('tokens:a:b')).toEqual({ kind: 'tokens', of: 'a:b' })
  expect(layerName('label')).toEqual({ kind: 'label', of: null })
  expect(layerName('nothing known')).toBeNull()
})
