import { expect, it, vi } from 'vitest'
import { builtInCodebook as codebook } from '../../data/model/built-in-codebook'
import { annotated } from '../../data/samples/annotated'
import { drawnWork } from '../../data/record/drawn-work.test-data'
import type { WorkRecord } from '../../data/model/records'
import type { State } from '../state/state'

vi.stubGlobal('window', { workbench: {} })
vi.stubGlobal('requestAnimationFrame', () => 0)
const { countLints, foldLints, lintsNow, lintsShown, unfoldLints } = await import('./lints-now')
const { store } = await import('../state/store')

const drawing = '[Reszek](actor) says [he must go](claim), and [nobody stays](claim).'
const records = (drawnWork(drawing) as WorkRecord[]).filter(({ is }) => is === 'annotation')

function open(): void {
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
