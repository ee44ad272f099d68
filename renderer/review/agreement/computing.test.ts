import { afterEach, expect, it, vi } from 'vitest'
import { ok, type Result } from '../../../data/model/result'
import type { Problem } from '../../../data/model/problem'
import { pack, type Packed } from '../../../data/record/packed'
import { noRecord } from '../../../data/record/query'
import type { ReviewQuery } from '../../../data/review/agreement'
import type { State } from '../../state/state'
import { store } from '../../state/store'
import { compareThese } from './compared-state'
import { computing } from './computing'

interface Figures {
  readonly version: number
  readonly said: string
}
type Answer = Result<Packed<Figures | null>, Problem>

const pair = (...annotators: readonly string[]): ReviewQuery => ({
  annotators,
  articles: null,
  labels: null,
  threshold: 0.5,
})

/** Figures of which every question waits until it is answered by hand. */
function asked() {
  const questions: { readonly query: ReviewQuery; readonly answer: (answer: Answer) => void }[] = []
  let cancelled = 0
  const figures = computing<Figures>({
    ask: (query) => new Promise<Answer>((answer) => questions.push({ query, answer })),
    cancel: () => cancelled++,
  })
  const answer = async (at: number, said: string | null, version = 1) => {
    questions[at]!.answer(ok(pack<Figures | null>(said === null ? null : { version, said })))
    await Promise.resolve()
    await Promise.resolve()
  }
  return { figures, questions, answer, cancelled: () => cancelled }
}

afterEach(() => void vi.useRealTimers())

it('keeps the last figures while others are computed, and through a problem', async () => {
  compareThese(pair('ada', 'jonas'))
  const { figures, questions, answer } = asked()
  void figures.compute()
  await answer(0, 'first')
  expect(figures.state.getState()).toMatchObject({ answer: { said: 'first' }, isComputing: false })

  void figures.compute()
  expect(figures.state.getState()).toMatchObject({ answer: { said: 'first' }, isComputing: true })
  questions[1]!.answer({ ok: false, error: { kind: 'no-record', why: 'it stopped' } })
  await Promise.resolve()
  await Promise.resolve()
  expect(figures.state.getState()).toMatchObject({
    answer: { said: 'first' },
    isComputing: false,
    problem: { kind: 'no-record' },
  })
})

it('takes no answer to an earlier question, and ends it', async () => {
  compareThese(pair('ada', 'jonas'))
  const { figures, questions, answer, cancelled } = asked()
  const end = figures.keepUp()
  compareThese(pair('ada', 'vera'))
  expect(cancelled()).toBe(1)
  expect(questions.map(({ query }) => query.annotators[1])).toEqual(['jonas', 'vera'])
  await answer(0, 'too late')
  expect(figures.state.getState().answer).toBeNull()
  await answer(1, 'ada and vera')
  expect(figures.state.getState().answer?.said).toBe('ada and vera')
  end()
})

it('stops, with what was shown before still there', async () => {
  compareThese(pair('ada', 'jonas'))
  const { figures, answer, cancelled } = asked()
  void figures.compute()
  await answer(0, 'first')
  void figures.compute()
  figures.stop()
  await answer(1, null)
  expect(cancelled()).toBe(1)
  expect(figures.state.getState()).toMatchObject({ answer: { said: 'first' }, isStopped: true })
})

it('computes again when tags have changed, and not because somebody looks again', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  compareThese(pair('ada', 'jonas'))
  const { figures, questions, answer } = asked()
  const end = figures.keepUp()
  await answer(0, 'first')
  end()
  figures.keepUp()()
  expect(questions).toHaveLength(1)

  const again = figures.keepUp()
  store.setState({ record: { ...noRecord, version: 2 } })
  vi.advanceTimersByTime(499)
  expect(questions).toHaveLength(1)
  vi.advanceTimersByTime(1)
  expect(questions).toHaveLength(2)
  again()
})

it('computes again what was computed before the tags of all articles had been read, however long that takes', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] })
  compareThese(pair('ada', 'jonas'))
  const building = { done: 1, of: 9 }
  store.setState({ record: { ...noRecord, version: 1, building } })
  const { figures, questions, answer } = asked()
  const end = figures.keepUp()
  vi.advanceTimersByTime(60_000)
  await answer(0, 'of the first')
  store.setState({ record: { ...noRecord, version: 2, building } })
  vi.advanceTimersByTime(60_000)
  expect(questions).toHaveLength(1)
  store.setState({ record: { ...noRecord, version: 3 } })
  vi.advanceTimersByTime(500)
  expect(questions).toHaveLength(2)

  // What took so long of all of them is computed anew only when that is asked for.
  vi.advanceTimersByTime(60_000)
  await answer(1, 'of all', 3)
  store.setState({ record: { ...noRecord, version: 4 } })
  vi.advanceTimersByTime(60_000)
  expect(questions).toHaveLength(2)
  end()
})

it('shows nothing of one project in another, whatever screen was shown when that was opened', async () => {
  const open = (id: string) => store.setState({ project: { project: { id } } as State['project'] })
  open('harbours')
  compareThese(pair('ada', 'jonas'))
  const { figures, questions, answer } = asked()
  void figures.compute()
  await answer(0, 'of harbours')
  compareThese(pair('ada', 'jonas'))
  void figures.compute()
  open('quotas')
  expect(figures.state.getState()).toMatchObject({ answer: null, isComputing: false })
  await answer(1, 'of harbours, too late')
  expect(figures.state.getState().answer).toBeNull()

  compareThese(pair('ada', 'vera'))
  const end = figures.keepUp()
  expect(questions).toHaveLength(3)
  await answer(2, 'of quotas')
  expect(figures.state.getState().answer?.said).toBe('of quotas')
  end()
})
