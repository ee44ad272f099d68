import { beforeEach, expect, it, vi } from 'vitest'
import type { Workbench } from '../../../electron/ipc/contract'
import type { Problem } from '../../../data/model/problem'
import { failed, ok, type Result } from '../../../data/model/result'
import type { AnyCommand } from '../../../data/store/registry-commands'
import type { Reply } from '../../../data/store/views'

const sent: AnyCommand[] = []
let reply: Result<Reply, Problem>
const workbench: Partial<Workbench> = {
  carryOut: async (command) => {
    sent.push(command)
    return reply
  },
}
vi.stubGlobal('window', { workbench })
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined }))
const { sendAnswer, typeAnswer, typedAnswer } = await import('./answering')

const full: Result<Reply, Problem> = failed({ kind: 'not-saved', why: 'the disk is full' })
beforeEach(() => {
  sent.length = 0
  typeAnswer('d', '')
})

it('sends an answer once, however often one asks, and the field is empty', async () => {
  reply = ok({ changes: [], history: { undo: null, redo: null } })
  typeAnswer('d', ' Her union speaks. ')
  await Promise.all([sendAnswer('a', 'd'), sendAnswer('a', 'd')])
  expect(sent).toEqual([{ do: 'answer', article: 'a', decision: 'd', text: 'Her union speaks.' }])
  expect(typedAnswer('d')).toBe('')
})

it('has the words again that could not be saved, before what was typed since', async () => {
  reply = full
  typeAnswer('d', 'Her union speaks.')
  const first = sendAnswer('a', 'd')
  typeAnswer('d', 'Not she.')
  await first
  expect(typedAnswer('d')).toBe('Her union speaks.\nNot she.')
})
