import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import type { WorkRecord } from '../model/records'
import { applied, type ArticleChange } from './changes'

const ids = fc.constantFrom('a', 'b', 'c', 'd', '00000000-0000-7000-8000-000000000001')
const records = fc.record({ id: ids, note: fc.nat(9) }).map((record) => record as unknown as WorkRecord)
const changes = fc
  .tuple(ids, fc.option(records))
  .map(([id, after]): ArticleChange => ({ article: 'x', id, before: null, after }))

it('says after each change what a map would say', () => {
  fc.assert(
    fc.property(
      fc.array(records),
      fc.array(fc.array(changes, { maxLength: 4 }), { maxLength: 8 }),
      (first, steps) => {
        const map = new Map(first.map((record) => [record.id, record]))
        let patched: ReadonlyMap<string, WorkRecord> = new Map(map)
        const before: [ReadonlyMap<string, WorkRecord>, Map<string, WorkRecord>][] = []
        for (const step of steps) {
          before.push([patched, new Map(map)])
          patched = applied(patched, step)
          for (const { id, after } of step) {
            if (after) map.set(id, after)
            else map.delete(id)
          }
          expect(patched.size).toBe(map.size)
        }
        before.push([patched, map])
        // The maps before the changes say what they said.
        for (const [patched, map] of before) {
          expect(new Map(patched)).toEqual(map)
          expect([...patched.keys()].toSorted()).toEqual([...map.keys()].toSorted())
          for (const id of ['a', 'b', 'c', 'd'])
            expect([patched.get(id), patched.has(id)]).toEqual([map.get(id), map.has(id)])
        }
      },
    ),
  )
})

it('looks at none of the records that do not change', () => {
  class Unread extends Map<string, WorkRecord> {
    override entries(): never {
      throw new Error('All records were read.')
    }
    override [Symbol.iterator](): never {
      throw new Error('All records were read.')
    }
  }
  const record = { id: 'new' } as WorkRecord
  const patched = applied(new Unread(), [{ article: 'x', id: 'new', before: null, after: record }])
  expect([patched.size, patched.get('new')]).toEqual([1, record])
  expect(() => [...patched]).toThrow('All records were read.')
})
