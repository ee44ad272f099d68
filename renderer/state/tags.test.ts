import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import type { WorkRecord } from '../../data/model/records'
import { applied, reverse, type ArticleChange } from '../../data/store/changes'
import { tag } from '../history/made-up'
import { rememberChanges } from './last-changes'
import { placeIn } from './tag-list'
import { annotationsIn, countsIn, linksAt, linksIn } from './tags'

type Records = ReadonlyMap<string, WorkRecord>

const names = ['a', 'b', 'c', 'd', 'e', 'f']
const range = (start: number, end: number) => ({ start, end, quote: 'x', prefix: '', suffix: '' })
const tags = fc
  .tuple(
    fc.constantFrom(...names),
    fc.nat(5),
    fc.integer({ min: 1, max: 3 }),
    fc.constantFrom('actor', 'claim'),
  )
  .map(([id, start, length, label]): WorkRecord => ({
    ...tag(id, 'x'),
    label,
    target: [range(start, start + length)],
  }))
const links = fc
  .tuple(fc.constantFrom('k', 'l', 'm'), fc.constantFrom(...names), fc.constantFrom(...names))
  .map(([id, from, to]): WorkRecord => ({
    is: 'link',
    id,
    created: '',
    modified: '',
    article: 'a',
    type: 'makes',
    from,
    to,
  }))
const wishes = fc.array(
  fc.array(fc.tuple(fc.oneof(tags, links), fc.boolean()), { minLength: 1, maxLength: 3 }),
  { maxLength: 12 },
)

/** Changes that put records in, in the place of what has their id, or take that away. */
function changesOf(records: Records, wished: readonly (readonly [WorkRecord, boolean])[]): ArticleChange[] {
  let now = records
  return wished.map(([record, stays]) => {
    const change = {
      article: 'a',
      id: record.id,
      before: now.get(record.id) ?? null,
      after: stays ? record : null,
    }
    now = applied(now, [change])
    return change
  })
}

const byId = (records: readonly WorkRecord[]) => records.map(({ id }) => id).toSorted()
const seen = (records: Records) => ({
  tags: [...annotationsIn(records)],
  counts: Object.fromEntries([...countsIn(records)].filter(([, count]) => count > 0)),
  links: byId(linksIn(records)),
  at: names.map((name) => byId(linksAt(records, name))),
})

it('knows after every step, and after it was taken back, what going through all records tells', () => {
  fc.assert(
    fc.property(fc.array(tags), wishes, (first, steps) => {
      let records: Records = new Map(first.map((record) => [record.id, record]))
      const make = (changes: readonly ArticleChange[]) => {
        const before = records
        seen(before)
        records = applied(before, changes)
        rememberChanges(before, records, changes)
        expect(seen(records)).toEqual(seen(new Map(records)))
      }
      for (const step of steps) {
        const changes = changesOf(records, step)
        make(changes)
        make(reverse(changes))
        make(changes)
      }
      const all = annotationsIn(records)
      expect(Array.from(all, (tag) => placeIn(all, tag))).toEqual(Array.from(all, (_, place) => place))
    }),
    { numRuns: 300 },
  )
})

it('looks at no other record when one is changed', () => {
  const first: Records = new Map([['a', tag('a', 'x')]])
  annotationsIn(first)
  countsIn(first)
  linksAt(first, 'a')
  const next: Records = Object.assign(new Map([['a', tag('a', 'x')]]), {
    values: () => {
      throw new Error('All records were read.')
    },
  })
  const made = tag('b', 'y')
  rememberChanges(first, next, [{ article: 'a', id: 'b', before: null, after: made }])
  expect([annotationsIn(next).length, countsIn(next).get(made.label), linksAt(next, 'a').length]).toEqual([
    2, 2, 0,
  ])
})
