import { beforeEach, expect, it, vi } from 'vitest'
import type { Workbench } from '../../electron/ipc/contract'
import type { Article } from '../../data/model/article'
import type { Annotation } from '../../data/model/records'
import type { Problem } from '../../data/model/problem'
import { ok, type Result } from '../../data/model/result'
import type { ArticleChange } from '../../data/store/changes'
import type { Reply } from '../../data/store/views'

/** Answers that the test gives when it wants to. */
const asked: ((reply: Reply) => void)[] = []
const answer = () =>
  new Promise<Result<Reply, Problem>>((resolve) => asked.push((reply) => resolve(ok(reply))))
const workbench: Partial<Workbench> = { carryOut: answer, undo: answer }
vi.stubGlobal('window', { workbench })
const { carryOut, undo } = await import('./steps')
const { store } = await import('./store')

const tag: Annotation = {
  is: 'annotation',
  id: 't',
  created: '',
  modified: '',
  article: 'a',
  label: 'actor',
  target: [{ start: 0, end: 1, quote: 'x', prefix: '', suffix: '' }],
  attributes: {},
  note: '',
  means: null,
  codebook: '',
}
const article: Article = {
  format: 'parley/article',
  schema: 1,
  id: 'a',
  text: 'x',
  blocks: [],
  title: 'X',
  outlet: null,
  agency: null,
  byline: null,
  dateline: null,
  published: null,
  language: null,
  url: null,
  source: { name: 'x.txt', encoding: 'utf-8', newlines: 'none', byteOrderMark: false },
}
const reply = (...changes: readonly ArticleChange[]): Reply => ({
  changes,
  history: { undo: null, redo: null },
})
const made: ArticleChange = { article: 'a', id: 't', before: null, after: tag }
const gone: ArticleChange = { article: 'a', id: 't', before: tag, after: null }
const mine = () => [...(store.getState().open?.mine.records.keys() ?? [])]

beforeEach(() => {
  const empty = { annotator: 'ada', records: new Map() }
  store.setState({ open: { article, mine: empty, others: [] }, selected: null, pending: 0 })
})

it('counts a command as pending until its answer is here, and shows what the answer changed', async () => {
  const step = carryOut({ do: 'annotate', article: 'a', spans: [{ start: 0, end: 1 }], label: 'actor' })
  expect(store.getState().pending).toBe(1)
  expect(mine()).toEqual([])
  asked.shift()?.(reply(made))
  expect(await step).toEqual([made])
  expect(store.getState().pending).toBe(0)
  expect(mine()).toEqual(['t'])
})

it('selects none when the selected tag goes', async () => {
  store.setState({ selected: 't' })
  const step = carryOut({ do: 'delete', article: 'a', annotations: ['t'] })
  asked.shift()?.(reply(gone))
  await step
  expect(store.getState().selected).toBeNull()
})

it('selects the tag that undo brought back', async () => {
  const step = undo()
  asked.shift()?.(reply(made))
  await step
  expect(store.getState().selected).toBe('t')
})
