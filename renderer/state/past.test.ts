import { beforeEach, expect, it, vi } from 'vitest'
import type { Workbench } from '../../electron/ipc/contract'
import type { Article } from '../../data/model/article'
import type { Problem } from '../../data/model/problem'
import { failed, ok, type Result } from '../../data/model/result'
import type { TagSet } from '../../data/store/views'
import { change, minute, step, tag } from '../history/made-up'

/** What was asked, and answers that the test gives when it wants to. */
const asked: {
  readonly at: string
  readonly answer: (answer: Result<readonly TagSet[], Problem>) => void
}[] = []
const undone = vi.fn(() => Promise.resolve(ok({ changes: [], history: { undo: null, redo: null } })))
const workbench: Partial<Workbench> = {
  asItWas: (_, at) => new Promise((answer) => asked.push({ at, answer })),
  undo: undone,
}
class Field {
  blur = vi.fn()
}
const field = new Field()
vi.stubGlobal('window', { workbench })
vi.stubGlobal('HTMLElement', Field)
vi.stubGlobal('document', { activeElement: field })
const { leavePast, shownArticle, showPast } = await import('./past')
const { undo } = await import('./steps')
const { store } = await import('./store')

const old = tag('old', 'quota')
const article = { id: 'a' } as Article
const then: readonly TagSet[] = [{ annotator: 'ada', records: [old] }]
const shown = () => {
  const open = shownArticle(store.getState())
  return { at: store.getState().past?.at ?? 'now', mine: [...(open?.mine.records.keys() ?? [])] }
}
/** Lets what was promised come about. */
const settled = () => new Promise((resolve) => setTimeout(resolve))

beforeEach(() => {
  asked.length = 0
  vi.clearAllMocks()
  const empty = { annotator: 'ada', records: new Map() }
  store.setState({
    open: { article, mine: empty, others: [] },
    past: null,
    selected: null,
    pending: 0,
    notice: null,
    trail: null,
  })
})

it('shows what there was, and then again what there is', async () => {
  const looking = showPast('09:00', 'old')
  await settled()
  asked[0]?.answer(ok(then))
  await looking
  expect(shown()).toEqual({ at: '09:00', mine: ['old'] })
  expect(store.getState().selected).toBe('old')
  leavePast()
  expect(shown()).toEqual({ at: 'now', mine: [] })
  expect(store.getState().selected).toBeNull()
})

it('sends what is typed first, and waits until it is answered', async () => {
  store.setState({ pending: 1 })
  void showPast('09:00')
  await settled()
  expect(field.blur).toHaveBeenCalledOnce()
  expect(asked).toEqual([])
  store.setState({ pending: 0 })
  await settled()
  expect(asked).toHaveLength(1)
  asked[0]?.answer(ok(then))
  await settled()
})

it('asks one at a time, and then only for where one got to meanwhile', async () => {
  const looking = showPast('09:00')
  await settled()
  for (const at of ['09:01', '09:02', '09:03']) void showPast(at)
  asked[0]?.answer(ok(then))
  await settled()
  asked[1]?.answer(ok(then))
  await looking
  expect(asked.map(({ at }) => at)).toEqual(['09:00', '09:03'])
  expect(shown().at).toBe('09:03')
})

it('walks through a history that the window has without asking', async () => {
  const by = { annotator: 'ada' }
  const entries = [
    step('annotate', [change(null, old)], by),
    step('delete', [change(old, null)], { ...by, at: minute(9) }),
  ]
  store.setState({ trail: { article: 'a', of: null, history: ok({ entries, damaged: 0 }) } })
  await showPast(minute(8))
  expect(shown()).toEqual({ at: minute(8), mine: ['old'] })
  await showPast(minute(9))
  expect(shown().mine).toEqual([])
  expect(asked).toEqual([])
})

it('does not bring back who has left before the answer came', async () => {
  const looking = showPast('09:00')
  await settled()
  asked[0]?.answer(ok(then))
  await looking
  const later = showPast('09:01')
  leavePast()
  asked[1]?.answer(ok(then))
  await later
  expect(shown().at).toBe('now')
})

it('stays where it is and says why when the answer is a problem', async () => {
  const looking = showPast('09:00')
  await settled()
  asked[0]?.answer(failed({ kind: 'no-project' }))
  await looking
  expect(shown().at).toBe('now')
  expect(store.getState().notice?.tone).toBe('bad')
})

it('takes no step back meanwhile, and says so', async () => {
  store.setState({ past: { at: '09:00', open: store.getState().open! } })
  await undo()
  expect(undone).not.toHaveBeenCalled()
  expect(store.getState().notice?.text).toMatch(/as it was/)
  leavePast()
  await undo()
  expect(undone).toHaveBeenCalledOnce()
})
