import * as fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { Article } from '../model/article'
import type { Annotation, Link, WorkRecord } from '../model/records'
import { applied } from './changes'
import { PackedRecords, type Glanced } from './packed-records'
import { packedSet } from './packed-set'
import { besidesTags, glancesAt } from './patched-records'

const text = 'Reszek said no twice. Nobody asked her.'
const article = { id: 'a', text } as Article

const idOf = (n: number) => `0190a1b2-0000-7000-8000-${String(n).padStart(12, '0')}`
const tag = (n: number, start: number, end: number): Annotation => ({
  is: 'annotation',
  id: idOf(n),
  created: '2031-11-20T09:00:00.000Z',
  modified: '2031-11-20T09:00:00.000Z',
  article: 'a',
  label: n % 2 === 0 ? 'actor' : 'claim',
  target: [{ start, end, quote: text.slice(start, end), prefix: '', suffix: '' }],
  attributes: {},
  note: '',
  means: null,
  codebook: 'first',
})
const link: Link = {
  is: 'link',
  id: idOf(99),
  created: '',
  modified: '',
  article: 'a',
  type: 'makes',
  from: idOf(1),
  to: idOf(2),
}
const packed = (records: readonly WorkRecord[]) =>
  new PackedRecords(article, JSON.parse(JSON.stringify(packedSet(article, { annotator: 'ada', records }))))

/** Of a tag, what is told without making it. */
const whatGlancesTell = (record: Glanced) => {
  if (record.is !== 'annotation') return record
  const { is, id, label, target, attributes, means } = record
  return {
    is,
    id,
    label,
    attributes,
    means,
    words: target.map(({ start, end, quote }) => [start, end, quote]),
  }
}

describe('packed records', () => {
  it('are what a map of them is', () => {
    const numbers = fc.uniqueArray(fc.nat(60), { maxLength: 40 })
    fc.assert(
      fc.property(numbers, fc.nat(40), (numbers, place) => {
        const tags: WorkRecord[] = numbers.map((n) => tag(n, n % 20, (n % 20) + 3))
        const records = tags.toSpliced(Math.min(place, tags.length), 0, link)
        const map = new Map(records.map((record) => [record.id, record]))
        const unpacked = packed(records)
        expect([...unpacked]).toEqual([...map])
        expect([...glancesAt(unpacked)].map(whatGlancesTell)).toEqual([...map.values()].map(whatGlancesTell))
        expect(unpacked.size).toBe(map.size)
        for (let n = 0; n < 100; n++) {
          expect(unpacked.get(idOf(n))).toEqual(map.get(idOf(n)))
          expect(unpacked.has(idOf(n))).toBe(map.has(idOf(n)))
        }
      }),
    )
  })

  it('find no tag by a part of its id, or by an id that goes over two', () => {
    const unpacked = packed([tag(1, 0, 6), tag(2, 7, 11)])
    const both = idOf(1) + idOf(2)
    expect(unpacked.has(both.slice(4, 40))).toBe(false)
    expect(unpacked.has(idOf(1).slice(0, 30))).toBe(false)
  })

  it('have the same ids before and after they are settled', () => {
    const unpacked = packed([tag(1, 0, 6), tag(2, 7, 11)])
    const ids = () => [0, 1].map((number) => unpacked.idOf(number))
    expect(ids()).toEqual([idOf(1), idOf(2)])
    unpacked.settle()
    expect(ids()).toEqual([idOf(1), idOf(2)])
    expect(unpacked.get(idOf(2))?.id).toBe(idOf(2))
  })

  it('are the same objects as long as anybody has them, however many were asked for meanwhile', () => {
    const unpacked = packed(Array.from({ length: 2_000 }, (_, n) => tag(n, n % 20, (n % 20) + 3)))
    const [first] = unpacked.values()
    for (const _ of unpacked.values());
    expect(unpacked.get(first!.id)).toBe(first)
    expect(unpacked.tag(0)).toBe(first)
  })

  it('are looked through without making a tag, also where some were changed', () => {
    const unpacked = packed([tag(1, 0, 6), tag(2, 7, 11), tag(3, 12, 14)])
    const [before, after] = [unpacked.tag(1), { ...tag(2, 7, 11), label: 'claim' }]
    const changed = applied(unpacked, [{ article: 'a', id: idOf(2), before, after }])
    const make = vi.spyOn(PackedRecords.prototype, 'tag')
    expect([...glancesAt(changed)].map(whatGlancesTell)).toEqual(
      [tag(1, 0, 6), after, tag(3, 12, 14)].map(whatGlancesTell),
    )
    expect(make).not.toHaveBeenCalled()
    make.mockRestore()
  })

  it('that are no tags are found without making a tag, also where some were changed, came or went', () => {
    const mark = (n: number): WorkRecord => ({
      is: 'dismissed',
      id: idOf(n),
      created: '2031-03-12T09:00:00.000Z',
      modified: '2031-03-12T09:00:00.000Z',
      article: 'a',
      lint: `lint ${n}`,
    })
    const unpacked = packed([tag(1, 0, 6), mark(2), mark(3), tag(4, 7, 11), mark(5)])
    const make = vi.spyOn(PackedRecords.prototype, 'tag')
    const changed = applied(unpacked, [
      { article: 'a', id: idOf(2), before: mark(2), after: null },
      { article: 'a', id: idOf(3), before: mark(3), after: { ...mark(3), modified: 'later' } },
      { article: 'a', id: idOf(6), before: null, after: mark(6) },
      { article: 'a', id: idOf(7), before: null, after: tag(7, 0, 6) },
    ])
    expect([...besidesTags(unpacked)]).toEqual([mark(2), mark(3), mark(5)])
    expect([...besidesTags(changed)]).toEqual([{ ...mark(3), modified: 'later' }, mark(5), mark(6)])
    expect([...besidesTags(new Map(changed))]).toEqual([...besidesTags(changed)])
    expect(make.mock.calls.length).toBe(2)
    make.mockRestore()
  })

  it('keep ids of any kind', () => {
    const strange = ['0190A1B2-0000-7000-8000-000000000001', '0190a1b2x0000x7000x8000x000000000001', 'tag-1']
    const ids = [idOf(1), 'ffffffff-ffff-ffff-ffff-ffffffffffff', ...strange]
    const unpacked = packed(ids.map((id) => ({ ...tag(1, 0, 6), id })))
    expect([...unpacked.keys()]).toEqual(ids)
    expect(ids.map((id) => unpacked.get(id)?.id)).toEqual(ids)
    expect(unpacked.tags).toBe(2)
  })

  it('tell where a tag is, from its first part to its last', () => {
    const parts = [tag(1, 0, 6), tag(1, 12, 14), tag(1, 22, 28)].flatMap(({ target }) => target)
    const unpacked = packed([{ ...tag(1, 0, 6), target: parts }])
    expect([unpacked.startOf(0), unpacked.endOf(0)]).toEqual([0, 28])
  })
})
