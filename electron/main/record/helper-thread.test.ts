import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { CollectOrder } from '../../../data/review/layers/collect'
import type { CollectingHelper } from '../../../data/review/layers/collect-all'
import { HelperThread } from './helper-thread'

vi.mock('node:os', { spy: true })

/** Says the ids of the articles that it is given; fails at “fails”, falls dead at “falls”, takes a while at “slow”, and is silent at “never”. */
const program = `
  import { parentPort } from 'node:worker_threads'
  parentPort.on('message', ({ is, batch }) => {
    if (is !== 'batch' || batch.ids[0] === 'never') return
    if (batch.ids[0] === 'falls') throw new Error('It fell')
    if (batch.ids[0] === 'fails') parentPort.postMessage({ is: 'failed', why: 'no words' })
    else setTimeout(
      () => parentPort.postMessage({ is: 'collected', collected: batch.ids }),
      batch.ids[0] === 'slow' ? 60 : 0,
    )
  })
`

let folder = ''
beforeEach(() => {
  vi.mocked(availableParallelism).mockReturnValue(2)
  folder = mkdtempSync(join(tmpdir(), 'helper-'))
  writeFileSync(join(folder, 'program.mjs'), program)
})
afterEach(() => rmSync(folder, { recursive: true }))

const order = { annotators: ['ada', 'ben'] } as unknown as CollectOrder
const MUCH = 5_000_000

function thread(rest = 60_000) {
  const logged: string[] = []
  const log = (what: string, error: unknown) => logged.push(`${what}: ${String(error)}`)
  const helper = new HelperThread({ program: join(folder, 'program.mjs'), root: folder, log, rest })
  return { logged, helper, help: (work = MUCH) => helper.help(order, work) }
}

const collect = (helper: CollectingHelper | null, id: string) =>
  helper?.collect([{ id, sheets: [Int32Array.of(0, 0), null] }])

it('collects batch after batch, and helps one question at a time', async () => {
  const { help, helper, logged } = thread()
  const first = help()
  expect([await collect(first, 'monday'), await collect(first, 'tuesday')]).toEqual([['monday'], ['tuesday']])
  expect(help()).toBeNull()
  first?.end()
  const second = help()
  expect(await collect(second, 'wednesday')).toEqual(['wednesday'])
  helper.close()
  expect(logged).toEqual([])
})

it('is not begun for little, nor where there is but one processor', () => {
  const { help } = thread()
  expect(help(10_000)).toBeNull()
  vi.mocked(availableParallelism).mockReturnValue(1)
  expect(help()).toBeNull()
})

it('helps with the next when it has done what it was at, which nobody wants any more', async () => {
  const { help, helper } = thread()
  const first = help()
  const given = collect(first, 'slow')
  first?.end()
  expect(await given).toBeNull()
  expect(help()).toBeNull()
  const second = await vi.waitUntil(() => help())
  expect(await collect(second, 'monday')).toEqual(['monday'])
  helper.close()
})

it('is ended when it does not come to an end with what nobody wants any more', async () => {
  const { help, helper } = thread(1)
  const first = help()
  void collect(first, 'never')
  first?.end()
  const second = await vi.waitUntil(() => help())
  expect(await collect(second, 'monday')).toEqual(['monday'])
  helper.close()
})

it('is ended when it has had nothing to do for a while', async () => {
  const { help, logged } = thread(1)
  const first = help()
  await collect(first, 'monday')
  first?.end()
  await vi.waitFor(async () => expect(await collect(first, 'tuesday')).toBeNull())
  expect(logged).toEqual([])
})

it('says what failed, and that a fault has ended it; after three of these it helps no more', async () => {
  const { help, helper, logged } = thread()
  const failing = help()
  expect(await collect(failing, 'fails')).toBeNull()
  expect(logged).toEqual(['What people agree on could not be collected in a second thread: no words'])
  failing?.end()
  for (let time = 0; time < 3; time++) {
    const falling = help()
    expect(await collect(falling, 'falls')).toBeNull()
    expect(await collect(falling, 'monday')).toBeNull()
    falling?.end()
  }
  expect(logged.slice(1)).toEqual(
    Array.from({ length: 3 }, () => 'The second thread of the record ended: Error: It fell'),
  )
  expect(help()).toBeNull()
  helper.close()
})
