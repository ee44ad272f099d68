import { expect, it } from 'vitest'
import { builtInCodebook } from '../../data/model/built-in-codebook'
import type { Annotation, Link } from '../../data/model/records'
import { candidates, waysToLink, type Way } from './link-ways'

const tag = (id: string, label: string, start: number, end: number): Annotation => ({
  is: 'annotation',
  id,
  created: '',
  modified: '',
  article: 'a',
  label,
  target: [{ start, end, quote: id, prefix: '', suffix: '' }],
  attributes: {},
  note: '',
  means: null,
  codebook: '',
})

const link = (type: string, from: string, to: string): Link => ({
  is: 'link',
  id: `${from}-${to}`,
  created: '',
  modified: '',
  article: 'a',
  type,
  from,
  to,
})

const common = (label: string) =>
  waysToLink(builtInCodebook, label)
    .filter(({ isCommon }) => isCommon)
    .map(({ phrase }) => phrase)

it('gives each label of the built-in codebook the rows that people use most', () => {
  expect(common('claim')).toEqual(['made by', 'addressed to'])
  expect(common('position')).toEqual(['held by'])
  expect(common('actor')).toEqual(['makes', 'holds', 'cites'])
})

it('offers the other ways too, read from the tag', () => {
  expect(waysToLink(builtInCodebook, 'position').map(({ phrase }) => phrase)).toEqual([
    'held by',
    'supported by',
    'opposed by',
  ])
})

it('lists the tags that may be linked, nearest first, without those that are', () => {
  const claim = tag('claim', 'claim', 50, 80)
  const far = tag('far', 'actor', 0, 5)
  const inside = tag('inside', 'actor', 60, 65)
  const after = tag('after', 'actor', 82, 88)
  const position = tag('position', 'position', 81, 90)
  const madeBy: Way = waysToLink(builtInCodebook, 'claim').find(({ phrase }) => phrase === 'made by')!
  const all = [far, claim, inside, position, after]
  const ids = (links: readonly Link[]) => candidates(all, links, madeBy, claim).map(({ id }) => id)

  expect(ids([])).toEqual(['inside', 'after', 'far'])
  expect(ids([link('makes', 'after', 'claim')])).toEqual(['inside', 'far'])
  expect(ids([link('addresses', 'claim', 'after')])).toEqual(['inside', 'after', 'far'])
})
