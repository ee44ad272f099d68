import { expect, it } from 'vitest'
import type { WorkRecord } from '../../data/model/records'
import { mapOf, tag } from './made-up'
import { becameOf, sinceInWords } from './since'

const article = undefined as never
const opened = (...mine: readonly WorkRecord[]) => ({
  article,
  mine: { annotator: 'ada', records: mapOf(...mine) },
  others: [],
})
const [pell, claim, crews] = [tag('pell', 'Pell'), tag('claim', 'stand'), tag('crews', 'crews')]
const past = { at: '2031-03-12T09:00:00Z', open: opened(pell, claim) }

it('tells what became of a tag since', () => {
  const now = opened({ ...pell, note: 'x' })
  expect(['pell', 'claim'].map((id) => becameOf(past, now, id))).toEqual(['changed', 'gone'])
  expect(becameOf(past, opened({ ...pell }, claim), 'pell')).toBeNull()
  expect(becameOf(null, now, 'pell')).toBeNull()
})

it('counts what is different now', () => {
  expect(sinceInWords(past, opened({ ...pell, note: 'x' }, crews), null)).toBe(
    '2 tags then, 2 now: 1 gone, 1 changed, 1 new',
  )
  expect(sinceInWords(past, opened(pell, claim), null)).toBe('2 tags then, 2 now, all the same')
})
