import { beforeEach, expect, it, vi } from 'vitest'
import type { Workbench } from '../../electron/ipc/contract'
import type { Article } from '../../data/model/article'
import type { Annotation } from '../../data/model/records'
import type { Problem } from '../../data/model/problem'
import { ok, type Result } from '../../data/model/result'
import { builtInCodebook } from '../../data/model/built-in-codebook'
import { IN_FORCE, type InForce, type Issue } from '../../data/model/records'
import type { Change, RegistryChange } from '../../data/store/changes'
import type { Reply } from '../../data/store/views'
import { emptyProject } from './empty-project.test-data'

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
const reply = (...changes: readonly Change[]): Reply => ({
  changes,
  history: { undo: null, redo: null },
})
const made: Change = { article: 'a', id: 't', before: null, after: tag }
const gone: Change = { article: 'a', id: 't', before: tag, after: null }
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

const project = emptyProject('Ada')
const issue: Issue = { is: 'issue', id: 'i', created: '', modified: '', question: 'Who?' }
const asking: RegistryChange = { article: null, id: 'i', before: null, after: issue }

it('shows what a step over many articles changed: here, in the registries, and nowhere else', async () => {
  store.setState({ project })
  const elsewhere = { ...made, article: 'b', id: 'u' }
  const step = carryOut({ do: 'together', as: 'assign-new', commands: [] })
  expect([mine(), store.getState().pending]).toEqual([[], 1])
  asked.shift()?.(reply(asking, made, elsewhere))
  expect(await step).toHaveLength(3)
  expect(mine()).toEqual(['t'])
  expect(store.getState().project?.registry).toEqual([issue])
  const back = undo()
  asked.shift()?.(reply({ ...asking, before: issue, after: null }, gone))
  await back
  expect([mine(), store.getState().project?.registry]).toEqual([[], []])
})

it('shows another codebook when it comes in force, and leaves the registries as they are', async () => {
  store.setState({ project })
  const inForce: InForce = { is: 'in-force', id: IN_FORCE, created: '', modified: '', codebook: 'c' }
  const codebook = { ...builtInCodebook, id: 'c', name: 'Who said what' }
  const step = carryOut({ do: 'revise-codebook', of: builtInCodebook.id, to: codebook })
  const change: RegistryChange = { article: null, id: IN_FORCE, before: null, after: inForce }
  asked.shift()?.({ ...reply(change), codebook })
  await step
  expect(store.getState().project).toEqual({ ...project, codebook })
  expect(store.getState().project?.registry).toBe(project.registry)
})
