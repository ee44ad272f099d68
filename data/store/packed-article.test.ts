import * as fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import type { Article } from '../model/article'
import type { Annotation, Link, WorkRecord } from '../model/records'
import { packArticle, unpackArticle, type UnpackedArticle } from './packed-article'
import type { PackedRecords } from './packed-records'
import { talks, tag, valueOf } from './testing/talks'

const text = 'Reszek said “no” twice. 🙂 Nobody asked her.'
const article = { id: 'a', text } as Article

const [NINE, TEN] = ['2031-11-20T09:00:00.000Z', '2031-11-20T10:00:00.000Z']
const offsets = fc.nat(text.length)
const cuts = fc.tuple(offsets, offsets, offsets, offsets).map((four) => four.toSorted((a, b) => a - b))
const ranges = cuts.map(([from = 0, start = 0, end = 0, to = 0]) => ({
  start,
  end,
  quote: text.slice(start, end),
  prefix: text.slice(from, start),
  suffix: text.slice(end, to),
}))
const annotations: fc.Arbitrary<Annotation> = fc.record({
  is: fc.constant('annotation' as const),
  id: fc.uuid(),
  created: fc.constantFrom(NINE, TEN, '09:00', '2031-11-20T09:00:00Z'),
  modified: fc.constantFrom(NINE, TEN),
  article: fc.constantFrom('a', 'b'),
  label: fc.constantFrom('actor', 'claim'),
  target: fc.array(ranges, { minLength: 1, maxLength: 3 }),
  attributes: fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.boolean())),
  note: fc.string(),
  means: fc.option(fc.uuid()),
  codebook: fc.constantFrom('first', 'second'),
})
const link = { is: 'link', id: 'l', type: 'makes', from: 'x', to: 'y' } as Link

/** Tags whose words are no longer those of the text, that lie outside it, or that have fields of a newer program. */
const strange = fc
  .tuple(
    annotations,
    fc.constantFrom<object>(
      { start: -4 },
      { end: 900 },
      { quote: 'other' },
      { prefix: 'x'.repeat(90) },
      { suffix: '…' },
      { sure: true },
    ),
    fc.boolean(),
  )
  .map(([annotation, odd, isInside]): WorkRecord =>
    isInside
      ? { ...annotation, target: annotation.target.map((range) => ({ ...range, ...odd })) }
      : { ...annotation, ...odd },
  )

const asListed = ({ article, sets }: UnpackedArticle) => ({
  article,
  sets: sets.map(({ annotator, records }) => ({ annotator, records: [...records.values()] })),
})

it('gives back what was packed, whatever stands in it', () => {
  const records = fc.uniqueArray(fc.oneof(annotations, strange, fc.constant(link)), {
    maxLength: 6,
    selector: ({ id }) => id,
  })
  const sets = fc.array(fc.record({ annotator: fc.string(), records }), { maxLength: 3 })
  fc.assert(
    fc.property(sets, (sets) => {
      expect(asListed(unpackArticle(packArticle({ article, sets })))).toEqual({ article, sets })
    }),
    { numRuns: 1000 },
  )
})

it('says the words of the article once, and each label', async () => {
  const { store, articles } = await talks()
  for (const start of [0, 2, 4]) valueOf(await store.carryOut(tag(articles[0], start, 6)))
  const open = valueOf(await store.openArticle(articles[0]))
  const packed = packArticle(open)
  expect(asListed(unpackArticle(packed))).toEqual(open)
  const [first] = open.sets[0]!.records
  if (first?.is !== 'annotation') throw new Error('There is no tag.')
  const suffix = JSON.stringify(first.target[0]!.suffix).slice(1, -1)
  expect([packed.split(`"${first.label}"`).length - 1, packed.split(suffix).length - 1]).toEqual([1, 1])
  await store.close()
})

const oneTag = (id: string, start: number): Annotation => ({
  is: 'annotation',
  id,
  created: NINE,
  modified: NINE,
  article: 'a',
  label: 'actor',
  target: [{ start, end: start + 2, quote: text.slice(start, start + 2), prefix: '', suffix: '' }],
  attributes: {},
  note: '',
  means: null,
  codebook: 'first',
})

it('tells what is new on it, and how many others’ sets are hidden', () => {
  const news = { since: NINE, records: [{ annotator: 'bo', id: 'x', isChanged: false }] }
  const sets = [{ annotator: 'ada', records: [] }]
  expect(unpackArticle(packArticle({ article, sets, hidden: 2 }))).toMatchObject({ hidden: 2 })
  expect(unpackArticle(packArticle({ article, sets, news }))).toMatchObject({ news })
})

it('is packed once, as long as it is the same', () => {
  const walked = vi.fn(() => [][Symbol.iterator]())
  const records = Object.assign([], { entries: walked })
  const open = { article, sets: [{ annotator: 'ada', records }] }
  expect(packArticle(open)).toBe(packArticle(open))
  expect(walked).toHaveBeenCalledOnce()
  packArticle({ ...open })
  expect(walked).toHaveBeenCalledTimes(2)
})

it('has tags in text order, which their numbers follow, and one without words beside them', () => {
  const wordless = { ...oneTag('00000000-0000-7000-8000-000000000003', 0), target: [] }
  const later = oneTag('00000000-0000-7000-8000-000000000001', 9)
  const earlier = oneTag('00000000-0000-7000-8000-000000000002', 3)
  const all = [later, wordless, earlier]
  const { sets } = unpackArticle(packArticle({ article, sets: [{ annotator: 'ada', records: all }] }))
  const records = sets[0]!.records as PackedRecords
  expect([records.idOf(0), records.idOf(1)]).toEqual([earlier.id, later.id])
  expect(records.others.get(wordless.id)).toEqual(wordless)
  expect([...records.values()]).toEqual(all)
})
