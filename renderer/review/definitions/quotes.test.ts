import { expect, it } from 'vitest'
import type { DisputedReading, DisputedTag } from '../../../data/review/agreement'
import { quotesOf } from './quotes'

/** `disputed('a1', 'a1', 'b1')`: the tag a1, matched with b1; `null` where somebody has none. */
const disputed = (tag: string, ...readings: readonly (string | null)[]): DisputedTag => ({
  tag,
  article: 'vane',
  annotator: 'ada',
  words: 'would not ask',
  before: '',
  after: '',
  week: '2031-03-10',
  kinds: ['boundary'],
  readings: readings.map((each): DisputedReading => ({
    annotator: 'somebody',
    tag: each,
    label: null,
    words: null,
    value: null,
    means: null,
  })),
  decision: null,
})
const tags = (rows: readonly DisputedTag[]) => rows.map(({ tag }) => tag)

it('has tags that are matched with each other once', () => {
  const rows = [disputed('a1', 'a1', 'b1'), disputed('b1', 'a1', 'b1'), disputed('a2', 'a2', null)]
  expect(tags(quotesOf(rows))).toEqual(['a1', 'a2'])
})

it('has tags of different articles each for itself', () => {
  const rows = [disputed('a1', 'a1', null), { ...disputed('a1', 'a1', null), article: 'dorre' }]
  expect(quotesOf(rows)).toHaveLength(2)
})

it('keeps what was decided on another of them', () => {
  const decision = { action: 'reject', reason: 'missed', note: '', by: 'ruth' } as const
  const [quote] = quotesOf([disputed('a1', 'a1', 'b1'), { ...disputed('b1', 'a1', 'b1'), decision }])
  expect(quote).toMatchObject({ tag: 'a1', decision })
})
