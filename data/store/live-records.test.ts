import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Annotation, WorkRecord } from '../model/records'
import { LiveRecords } from './live-records'
import { tallyRecords } from './shelf/tally'

const id = fc.constantFrom('a', 'b', 'c', 'd', 'e')
const fields = { created: '', modified: '', article: '' }
const tag: Omit<Annotation, 'id'> = {
  is: 'annotation',
  ...fields,
  label: '',
  target: [],
  attributes: {},
  note: '',
  means: null,
  codebook: '',
}
const record = fc.oneof(
  fc.constant(tag),
  fc.record({ is: fc.constant('link' as const), from: id, to: id }).map((link) => ({
    ...fields,
    ...link,
    type: '',
  })),
  fc.constant({ is: 'done', ...fields } as const),
  fc
    .record({ is: fc.constant('reviewed' as const), agreed: fc.boolean() })
    .map((mark) => ({ ...fields, ...mark })),
  fc
    .record({ is: fc.constant('assignment' as const), person: id, off: fc.boolean() })
    .map((mark) => ({ ...fields, ...mark, to: 'review' as const })),
)
const puts = fc.array(fc.tuple(id, fc.option(record)))

it('has the tally, the links and what there is of a kind that a look at every record would give, whatever came and went', () => {
  fc.assert(
    fc.property(puts, puts, (first, then) => {
      const all = new Map<string, WorkRecord>()
      for (const [key, one] of first) if (one) all.set(key, { id: key, ...one })
      const live = new LiveRecords([...all.values()])
      for (const [key, one] of then) {
        const before = live.byId.get(key) ?? null
        const foreseen = live.tallyAfter([
          { article: '', id: key, before, after: one && { id: key, ...one } },
        ])
        const next: WorkRecord | null = one && { id: key, ...one }
        live.put(key, next)
        if (next) all.set(key, next)
        else all.delete(key)
        expect(live.tally).toEqual(foreseen)
      }
      expect(new Map(live.byId)).toEqual(all)
      expect(live.tally).toEqual(tallyRecords(all.values()))
      for (const is of ['link', 'done', 'reviewed', 'assignment', 'dismissed'] as const)
        expect(new Set(live.ofKind(is))).toEqual(new Set([...all.values()].filter((one) => one.is === is)))
      for (const end of ['a', 'b', 'c', 'd', 'e'])
        expect(new Set(live.linksAt(end))).toEqual(
          new Set([...all.values()].filter((one) => one.is === 'link' && [one.from, one.to].includes(end))),
        )
    }),
  )
})
