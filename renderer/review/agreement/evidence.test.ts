import { expect, it } from 'vitest'
import { builtInCodebook } from '../../../data/model/built-in-codebook'
import type { ReviewQuery } from '../../../data/review/agreement'
import { tagsBehind, tagsInCell, tagsOfWeek } from './evidence'
import { layer } from './drawn-figures.test-data'
import { rowOf } from './layers'

const query: ReviewQuery = { annotators: ['ada', 'jonas'], articles: null, labels: null, threshold: 0.5 }

it('opens what differs in the way that the layer is about', () => {
  const kinds = (layer: Parameters<typeof tagsBehind>[0]) => tagsBehind(layer, 'different', query).kinds
  expect(kinds({ kind: 'units', of: '*', name: 'Finding a tag' })).toEqual(['missed', 'boundary'])
  expect(kinds({ kind: 'actor', of: null, name: 'Actor' })).toEqual(['actor'])
  expect(kinds({ kind: 'links', of: null, name: 'Links' })).toEqual(['link'])
  expect(tagsBehind({ kind: 'attribute', of: 'speech', name: 'Speech' }, 'different', query)).toEqual({
    people: ['ada', 'jonas'],
    articles: 'all',
    threshold: 0.5,
    kinds: ['attribute'],
    attributes: ['speech'],
    title: 'Speech: what differs',
  })
})

it('stays within what is compared', () => {
  const some = { ...query, articles: ['one'], labels: ['claim'], threshold: 0.3 }
  expect(tagsBehind({ kind: 'label', of: null, name: 'Label' }, 'same', some)).toEqual({
    people: ['ada', 'jonas'],
    articles: ['one'],
    labels: ['claim'],
    threshold: 0.3,
    standings: ['alike'],
    title: 'Label: what is the same',
  })
})

it('opens the tags of a cell by what one and the other chose', () => {
  const cell = tagsInCell(
    { kind: 'label', of: null, name: 'Label' },
    ['position', null],
    'Ada Position',
    query,
  )
  expect(cell.chosen).toEqual({ of: 'label', values: ['position', null] })
  const speech = { kind: 'attribute', of: 'speech', name: 'Speech' } as const
  expect(tagsInCell(speech, ['direct', 'mixed'], '', query).chosen?.of).toBe('speech')
})

it('opens of a week what was made in it, and of words and stretches the articles that were finished in it', () => {
  const of = (name: string) =>
    tagsOfWeek(rowOf(layer(name, 4, 0.5, { alpha: 0.4 }), builtInCodebook)!, week, query)
  const week = {
    of: ['2031-03-10'],
    value: 0.4,
    why: null,
    interval: null,
    n: 4,
    observed: 0.5,
    articles: ['a'],
  }
  expect(of('label')).toMatchObject({ week: '2031-03-10', articles: 'all', kinds: ['label'] })
  expect(of('units:*')).toMatchObject({ articles: ['a'], kinds: ['missed', 'boundary'] })
  expect(of('units:*').week).toBeUndefined()
})
