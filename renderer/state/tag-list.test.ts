import * as fc from 'fast-check'
import { afterEach, expect, it, vi } from 'vitest'
import type { Article } from '../../data/model/article'
import type { Annotation, WorkRecord } from '../../data/model/records'
import { applied, type ArticleChange } from '../../data/store/changes'
import { PackedRecords } from '../../data/store/packed-records'
import { packedSet } from '../../data/store/packed-set'
import { between, noTags, placeIn, TagList, WovenTags, type Tags } from './tag-list'
import { annotationsIn, countsIn, linksAt } from './tags'

const text = 'Reszek said no twice. Nobody asked her.'
const article = { id: 'a', text } as Article
const time = '2031-11-20T09:00:00.000Z'

const tags = fc
  .tuple(
    fc.nat(99),
    fc.nat(8),
    fc.integer({ min: 1, max: 9 }),
    fc.constantFrom('actor', 'claim'),
    fc.boolean(),
  )
  .map(([n, start, length, label, hasParts]): Annotation => {
    const range = (from: number, to: number) => ({
      start: from,
      end: to,
      quote: text.slice(from, to),
      prefix: '',
      suffix: '',
    })
    const end = start + length
    return {
      is: 'annotation',
      id: `0190a1b2-0000-7000-8000-${String(n).padStart(12, '0')}`,
      created: time,
      modified: time,
      article: 'a',
      label,
      target: hasParts ? [range(start, end), range(end + 2, end + 4)] : [range(start, end)],
      attributes: {},
      note: '',
      means: null,
      codebook: '',
    }
  })
const someTags = fc.uniqueArray(tags, { selector: ({ id }) => id, maxLength: 20 })

const mapOf = (records: readonly WorkRecord[]) => new Map(records.map((record) => [record.id, record]))
const packed = (records: readonly WorkRecord[]) =>
  new PackedRecords(article, packedSet(article, { annotator: 'ada', records }))
const placesOf = (tags: Tags) =>
  Array.from({ length: tags.length }, (_, i) => [tags.idAt(i), tags.startAt(i), tags.endAt(i)])

/** What every list of tags keeps to, whatever it is made of. */
function expectSound(list: Tags, of: readonly Annotation[]): void {
  const all = [...list]
  expect(all.map(({ id }) => id).toSorted()).toEqual(of.map(({ id }) => id).toSorted())
  expect(placesOf(list)).toEqual(all.map(({ id, target }) => [id, target[0]!.start, target.at(-1)!.end]))
  for (const [i, tag] of all.entries()) {
    expect(placeIn(list, tag)).toBe(i)
    expect(list.find(tag.id)).toEqual(tag)
    expect(list.at(i)).toBe(tag)
  }
  for (let i = 1; i < all.length; i++) expect(list.startAt(i - 1)).toBeLessThanOrEqual(list.startAt(i))
  expect(placesOf(list.filter(({ label }) => label === 'claim'))).toEqual(
    placesOf(list).filter((_, i) => all[i]!.label === 'claim'),
  )
  expect(between(list, 1, 3)).toEqual(all.slice(1, 3))
}

it('is the same list of tags that are packed as of tags that are not', () => {
  fc.assert(
    fc.property(someTags, (all) => {
      const list = TagList.of(packed(all))
      expectSound(list, all)
      expect(placesOf(list)).toEqual(placesOf(TagList.of(mapOf(all))))
      expect(list.countLabels()).toEqual(TagList.of(mapOf(all)).countLabels())
    }),
  )
})

it('follows changes to packed tags', () => {
  fc.assert(
    fc.property(someTags, someTags, (first, wished) => {
      const before = packed(first)
      const changes = wished.map((tag, i): ArticleChange => ({
        article: 'a',
        id: tag.id,
        before: before.get(tag.id) ?? null,
        after: i % 3 === 0 ? null : tag,
      }))
      const records = applied(before, changes)
      const list = TagList.of(before).after(changes, records)
      expectSound(
        list,
        [...records.values()].filter((record) => record.is === 'annotation'),
      )
      expect(placesOf(list)).toEqual(placesOf(TagList.of(records)))
    }),
  )
})

it('weaves two people’s tags into one list that knows whose each is', () => {
  fc.assert(
    fc.property(someTags, (all) => {
      const [mine, theirs] = [all.filter((_, i) => i % 2 === 0), all.filter((_, i) => i % 2 === 1)]
      const woven = WovenTags.of(TagList.of(packed(mine)), TagList.of(packed(theirs)))
      expectSound(woven, all)
      expect(placesOf(woven)).toEqual(placesOf(TagList.of(mapOf(all))))
      for (let i = 0; i < woven.length; i++)
        expect(woven.isMine(i)).toBe(mine.some(({ id }) => id === woven.idAt(i)))
    }),
  )
})

it('has no tag at a place where none is', () => {
  const woven = WovenTags.of(noTags, noTags)
  for (const list of [noTags, woven]) expect([list.at(-1), list.at(0)]).toEqual([undefined, undefined])
})

afterEach(() => vi.restoreAllMocks())

it('makes no tag to put them in order, to count them and to know the links', () => {
  const [some] = fc.sample(
    fc.uniqueArray(tags, { selector: ({ id }) => id, minLength: 12, maxLength: 20 }),
    1,
  )
  const records = packed(some!)
  const made = vi.spyOn(PackedRecords.prototype, 'tag')
  expect(annotationsIn(records).length).toBe(some!.length)
  expect(countsIn(records).size).toBeGreaterThan(0)
  expect(linksAt(records, some![0]!.id)).toEqual([])
  expect(records.has(some![0]!.id)).toBe(true)
  expect(made).not.toHaveBeenCalled()
})
