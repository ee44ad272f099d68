import { expect, it, vi } from 'vitest'
import { ok } from '../../data/model/result'
import { noRecord } from '../../data/record/query'
import { pack } from '../../data/record/packed'
import type { State } from '../state/state'

const counts = { version: 1, all: 0, found: 0, articles: 0, groups: [] }
const statementCounts = vi.fn(async () => ok(pack(counts)))
vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined })
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined }))
vi.stubGlobal('window', {
  workbench: { recordState: async () => ok(noRecord), statementCounts, saveView: async () => ok(null) },
})
const { keepUp, table } = await import('./record-table')
const { store } = await import('../state/store')

const open = (id: string) => store.setState({ project: { project: { id } } as State['project'] })

it('shows no statements of one project in another, though it was opened from another screen', async () => {
  open('harbours')
  const end = keepUp()
  await vi.waitFor(() => expect(table.getState().found?.counts).toEqual(counts))
  end()
  open('quotas')
  expect(table.getState()).toMatchObject({ found: null, isAsking: false })
})

it('takes no answer that another project has given', async () => {
  let answer = (_: unknown) => {}
  statementCounts.mockReturnValueOnce(new Promise((resolve) => (answer = resolve as typeof answer)))
  const end = keepUp()
  await vi.waitFor(() => expect(table.getState().isAsking).toBe(true))
  end()
  open('harbours')
  answer({ ok: false, error: { kind: 'no-record', why: 'the project was closed' } })
  await new Promise((resolve) => setTimeout(resolve, 0))
  expect(table.getState()).toMatchObject({ found: null, problem: null })
})
