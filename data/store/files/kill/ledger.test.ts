import { describe, expect, it } from 'vitest'
import type { Link } from '../../../model/records'
import { canonical, Ledger } from './ledger'
import type { Line } from './lines'

const record = (id: string, to: string): Link => ({
  is: 'link',
  id,
  created: '2031-03-12T09:00:00Z',
  modified: '2031-03-12T09:00:00Z',
  article: 'a',
  type: 'makes',
  from: 'f',
  to,
})
const asks = (...ids: string[]): Line => ({ is: 'asks', ids, isNew: ids.length === 0 })
const answers = (id: string, to: string | null): Line => ({
  is: 'acknowledged',
  ms: 1,
  after: { [id]: to === null ? null : record(id, to) },
})
const there = (...records: readonly [id: string, to: string][]) =>
  new Map(records.map(([id, to]) => [id, canonical(record(id, to))]))

const after = (...lines: Line[]) => {
  const ledger = new Ledger()
  ledger.take(lines)
  return ledger
}
const ids = (lost: readonly { readonly id: string }[]) => lost.map(({ id }) => id)

describe('the ledger', () => {
  it('is content with what was acknowledged last, deletions too', () => {
    const ledger = after(answers('1', 'x'), answers('1', 'y'), answers('2', 'x'), answers('2', null))
    expect(ledger.settle(there(['1', 'y']))).toEqual([])
  })

  it('misses an acknowledged change, an acknowledged deletion and a record that is gone, each once', () => {
    const ledger = after(answers('1', 'x'), answers('1', 'y'), answers('2', null), answers('3', 'x'))
    expect(ids(ledger.settle(there(['1', 'x'], ['2', 'x'])))).toEqual(['1', '2', '3'])
    expect(ledger.settle(there(['1', 'x'], ['2', 'x']))).toEqual([])
  })

  it('takes either state of what was asked for last and not answered', () => {
    for (const found of [there(['1', 'x']), there(['1', 'y']), there()])
      expect(after(answers('1', 'x'), asks('1')).settle(found)).toEqual([])
    expect(ids(after(asks('1'), answers('1', 'x')).settle(there()))).toEqual(['1'])
  })

  it('takes one new record that was asked for and not answered, and no other stranger', () => {
    expect(after(asks()).settle(there(['1', 'x']))).toEqual([])
    expect(ids(after(asks()).settle(there(['1', 'x'], ['2', 'x'])))).toEqual(['2'])
    expect(ids(after(asks('9')).settle(there(['1', 'x'])))).toEqual(['1'])
  })

  it('takes either state of what the disk refused, and the old one of what the store did', () => {
    const refused = (kind: 'not-saved' | 'already-linked'): Line => ({
      is: 'refused',
      problem: kind === 'not-saved' ? { kind, why: 'the disk is full' } : { kind },
    })
    for (const found of [there(['1', 'x']), there(['1', 'y'])])
      expect(after(answers('1', 'x'), asks('1'), refused('not-saved')).settle(found)).toEqual([])
    const notDone = after(answers('1', 'x'), asks('1'), refused('already-linked'))
    expect(ids(notDone.settle(there(['1', 'y'])))).toEqual(['1'])
  })

  it('goes on with what it found', () => {
    const ledger = after(answers('1', 'x'), asks('1'))
    ledger.settle(there(['1', 'y']))
    expect(ids(ledger.settle(there(['1', 'x'])))).toEqual(['1'])
  })

  it('wants in the folder what was “Saved” and has not changed since', () => {
    const saved: Line[] = [answers('1', 'x'), answers('2', 'x'), { is: 'flushes' }]
    const ledger = after(...saved, answers('3', 'x'), { is: 'saved' }, answers('2', 'y'))
    expect(ids(ledger.notSaved(there()))).toEqual(['1'])
    expect(ledger.notSaved(there(['1', 'x']))).toEqual([])
    expect(after(...saved).notSaved(there())).toEqual([])
  })

  it('does not want it there when it has changed and come back since: the folder may have it between the two', () => {
    const saved: Line[] = [answers('1', 'x'), { is: 'flushes' }, { is: 'saved' }]
    expect(after(...saved, answers('1', 'y'), answers('1', 'x')).notSaved(there(['1', 'y']))).toEqual([])
  })
})
