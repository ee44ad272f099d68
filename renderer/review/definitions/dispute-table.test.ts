import { expect, it } from 'vitest'
import { builtInCodebook } from '../../../data/model/built-in-codebook'
import type { DisputeCount } from '../../../data/review/agreement'
import { definitionName, disputeTable, narrowedBy } from './dispute-table'

/** `drawn('claim ada 03-10 4/9')`: of nine tags of Ada's in that week four were disputed. `claim.speech` is an attribute. */
const drawn = (line: string, more: Partial<DisputeCount> = {}): DisputeCount => {
  const [of = '', annotator = '', week = '', counts = ''] = line.split(' ')
  const [label = '', attribute = null] = of.split('.')
  const [disputed, compared] = counts.split('/').map(Number)
  return {
    label,
    attribute,
    annotator,
    week: `2031-${week}`,
    compared: compared!,
    disputed: disputed!,
    kinds: {},
    reasons: {},
    ...more,
  }
}

const counts = [
  drawn('actor ada 03-10 1/20', { kinds: { boundary: 1 } }),
  drawn('claim ada 03-10 4/10', { kinds: { missed: 3, boundary: 2 }, reasons: { 'codebook-gap': 1 } }),
  drawn('claim jonas 03-03 2/10', { kinds: { missed: 2 }, reasons: { none: 2 } }),
  drawn('claim.speech ada 03-10 5/10', { kinds: { attribute: 5 } }),
  drawn('position ada 03-10 0/0'),
]
const names = ({ rows }: ReturnType<typeof disputeTable>) =>
  rows.map((row) => definitionName(row, builtInCodebook))

it('has the most disputed definition first, and none of which nothing was compared', () => {
  expect(names(disputeTable(counts, 'week', []))).toEqual(['Claim: Speech', 'Claim', 'Actor'])
})

it('tells week by week, the earliest first, with nothing where nothing was compared', () => {
  const { columns, rows } = disputeTable(counts, 'week', [])
  expect(columns).toEqual(['2031-03-03', '2031-03-10'])
  expect(rows[1]!.cells).toEqual([
    { compared: 10, disputed: 2 },
    { compared: 10, disputed: 4 },
  ])
  expect(rows[2]!.cells).toEqual([null, { compared: 20, disputed: 1 }])
})

it('tells by whom, in the order in which they are compared', () => {
  const { columns, rows } = disputeTable(counts, 'person', ['jonas', 'ada', 'vera'])
  expect(columns).toEqual(['jonas', 'ada'])
  expect(rows[1]!.cells.map((cell) => cell?.disputed)).toEqual([2, 4])
})

it('tells in which way and why, of all that was compared', () => {
  const kinds = disputeTable(counts, 'kind', [])
  expect(kinds.columns).toEqual(['missed', 'boundary', 'attribute'])
  expect(kinds.rows[1]!.cells).toEqual([{ compared: 20, disputed: 5 }, { compared: 20, disputed: 2 }, null])
  expect(disputeTable(counts, 'reason', []).columns).toEqual(['codebook-gap', 'none'])
})

it('narrows to what a cell is of', () => {
  expect(narrowedBy('week', '2031-03-03')).toEqual({ week: '2031-03-03' })
  expect(narrowedBy('person', 'ada')).toEqual({ of: 'ada' })
  expect(narrowedBy('kind', 'missed')).toEqual({ kind: 'missed' })
  expect(narrowedBy('reason', 'none')).toEqual({ reason: 'none' })
})
