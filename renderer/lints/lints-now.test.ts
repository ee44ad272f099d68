import { expect, it, vi } from 'vitest'
import { builtInCodebook as codebook } from '../../data/model/built-in-codebook'
import { annotated } from '../../data/samples/annotated'
import { drawnWork } from '../../data/record/drawn-work.test-data'
import type { WorkRecord } from '../../data/model/records'
import type { State } from '../state/state'

vi.stubGlobal('window', { workbench: {} })
vi.stubGlobal('requestAnimationFrame', () => 0)
const { countLints: counting, foldLints, lintsNow, lintsShown, unfoldLints } = await import('./lints-now')
const { store } = await import('../state/store')
const countLints = () => void [...counting()]

const drawing = '[Reszek](actor) says [he must go](claim), and [nobody stays](claim).'
const drawn = (drawnWork(drawing) as WorkRecord[]).filter(({ is }) => is === 'annotation')

function open(records = drawn): void {
  const article = { ...annotated(drawing).articles[0]!, format: 'parley/article', schema: 1 } as const
  const mine = { annotator: 'ada', records: new Map(records.map((record) => [record.id, record])) }
  store.setState({
    open: { article, mine, others: [] },
    project: { project: { id: 'p' }, codebook, registry: [] } as unknown as State['project'],
  })
}

const kept = () => lintsShown.getState().lints.open.length
const counted = () => lintsShown.getState().counts.open

it('keeps lints as long as the list is unfolded or one has come to one of them, and always how many there are', () => {
  open()
  countLints()
  expect([counted(), kept()]).toEqual([2, 0])
  unfoldLints()
  expect([counted(), kept()]).toEqual([2, 2])
  const [first] = lintsNow().open
  lintsShown.setState({ reached: first!.key })
  foldLints()
  expect([counted(), kept()]).toEqual([2, 2])
  lintsShown.setState({ reached: null })
  foldLints()
  expect([counted(), kept()]).toEqual([2, 0])
  expect(lintsNow().open).toHaveLength(2)
})

it('counts again when something has changed while it counted', () => {
  open()
  const first = counting()
  expect(first.next()).toEqual({ done: false, value: null })
  const fewer = drawn.filter(({ id }) => id !== drawn.at(-1)!.id)
  open(fewer)
  const before = counted()
  for (const _ of first) expect(counted()).toBe(before)
  expect(counted()).toBe(before)
  countLints()
  expect(counted()).toBe(1)
})

it('counts what one would find all at once, however many records there are', () => {
  const many = Array.from({ length: 300 }, (_, i) =>
    drawn.map((record) => ({ ...record, id: `${record.id}-${String(i).padStart(3, '0')}` })),
  ).flat()
  open(many)
  const pauses = [...counting()].length
  expect(pauses).toBeGreaterThan(many.length / 200)
  expect(counted()).toBe(lintsNow().open.length)
  // All but the first of each are there twice.
  expect(counted()).toBe(2 * 300 + 3 * 299)
})
