import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { RecordState } from '../../../data/record/query'
import { BlindStore } from '../../../data/store/blind-store'
import { memoryJournal } from '../../../data/store/memory/memory-journal'
import { emptyProject, open } from '../../../data/store/testing/talks'
import type { Ask } from './messages'
import { RecordThread } from './record-thread'

/**
 * A thread that says a version when it is opened, answers with the last version it was told of, falls dead at the words
 * "once" when it was begun first, and at "always"; at "leaves" it ends without a fault.
 */
const program = `
  import { parentPort } from 'node:worker_threads'
  let after = 0
  parentPort.on('message', (message) => {
    if (message.is === 'open') {
      after = message.after
      parentPort.postMessage({ is: 'state', state: { version: after + 5, building: null, isStopped: false } })
    }
    if (message.is !== 'ask') return
    const [what] = message.ask.entries
    if (what === 'leaves') process.exit()
    if (what === 'always' || (what === 'once' && after === 0)) throw new Error('It fell at ' + what)
    parentPort.postMessage({ is: 'answer', id: message.id, packed: String(after) })
  })
`

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'record-'))
  writeFileSync(join(folder, 'program.mjs'), program)
})
afterEach(() => rmSync(folder, { recursive: true }))

async function thread() {
  const store = new BlindStore(await open(await emptyProject(), memoryJournal()))
  const [told, logged]: [RecordState[], string[]] = [[], []]
  const record = new RecordThread({
    program: join(folder, 'program.mjs'),
    root: folder,
    vault: folder,
    store,
    told: (state) => told.push(state),
    log: (what, error) => logged.push(`${what}: ${String(error)}`),
    again: 5,
  })
  const ask = (what: string) => record.ask({ name: 'wordsFor', entries: [what] } satisfies Ask)
  const close = async () => {
    const answer = await record.close()
    answer()
    await store.close()
  }
  return { record, ask, close, told, logged }
}

const stopped = {
  ok: false,
  error: { kind: 'no-record', why: 'the part of the program that reads all tags has stopped' },
}

it('is made when it says so, or when its project is closed before', async () => {
  const { record, ask, close } = await thread()
  const isMade = vi.fn<() => void>()
  void record.made.then(isMade)
  expect(isMade).not.toHaveBeenCalled()
  await ask('names')
  await record.made
  expect(isMade).toHaveBeenCalledOnce()
  await close()

  const closed = await thread()
  await closed.close()
  await closed.record.made
})

describe('a record that a fault has ended', () => {
  it('is begun again, and answers what it was being asked', async () => {
    const { ask, close, told, logged } = await thread()
    expect(await Promise.all([ask('once'), ask('names')])).toEqual([
      { ok: true, value: '5' },
      { ok: true, value: '5' },
    ])
    expect(told.map(({ version }) => version)).toEqual([5, 10])
    expect(logged).toEqual(['The record of all articles ended: Error: It fell at once'])
    expect(await ask('names')).toEqual({ ok: true, value: '5' })
    await close()
  })

  it('is not asked a third time what ends it, and answers the rest', async () => {
    const { ask, close } = await thread()
    expect(await ask('always')).toEqual(stopped)
    expect(await ask('names')).toEqual({ ok: true, value: '10' })
    await close()
  })

  it('has told all that it said before its end', async () => {
    for (let round = 0; round < 20; round++) {
      const { ask, close, told } = await thread()
      expect(await ask('always')).toEqual(stopped)
      expect(told.map(({ version }) => version)).toEqual([5, 10])
      await close()
    }
  })

  it('is begun again too when it left without a fault', async () => {
    const { ask, close, logged } = await thread()
    expect(await ask('leaves')).toEqual(stopped)
    expect(await ask('names')).toEqual({ ok: true, value: '10' })
    expect(logged.at(0)).toBe('The record of all articles ended: it ended by itself')
    await close()
  })

  it('stays ended when that happens again and again, and says so', async () => {
    const { ask, close, told, logged } = await thread()
    expect(await ask('always')).toEqual(stopped)
    expect(await ask('always')).toEqual(stopped)
    expect(await ask('names')).toEqual(stopped)
    expect(logged).toHaveLength(3)
    expect(told.at(-1)).toEqual({ version: 16, building: null, isStopped: false })
    await close()
  })

  it('is not begun again once its project is closed', async () => {
    const { ask, close, told } = await thread()
    const answer = ask('always')
    await close()
    expect(await answer).toMatchObject({ ok: false, error: { why: 'the project was closed' } })
    expect(told).toEqual([])
  })
})
