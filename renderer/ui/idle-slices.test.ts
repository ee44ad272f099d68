import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { inIdleSlices } from './idle-slices'

let idle: (() => void)[] = []
let now = 0

beforeEach(() => {
  idle = []
  vi.stubGlobal('requestIdleCallback', (call: () => void) => idle.push(call))
  vi.stubGlobal('cancelIdleCallback', (which: number) => (idle[which - 1] = () => undefined))
  vi.spyOn(performance, 'now').mockImplementation(() => now)
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

/** Work of so many steps, each of which takes a millisecond. `did` is told the number of each. */
function* steps(many: number, did: (step: number) => void = () => undefined): Generator<null, void> {
  for (let i = 0; i < many; i++) {
    now++
    did(i)
    yield null
  }
}

/** Once all other tasks have had their turn. */
const turn = () => new Promise((resolve) => setTimeout(resolve, 0))

it('waits for an idle moment, does a few milliseconds of the work, and the rest after what else there is to do', async () => {
  const done = vi.fn()
  inIdleSlices(steps(10, done), new AbortController().signal)
  expect(done).not.toHaveBeenCalled()
  idle[0]!()
  expect(done).toHaveBeenCalledTimes(4)
  await vi.waitFor(() => expect(done).toHaveBeenCalledTimes(10))
})

it('does no more of it once it is called off', async () => {
  const off = new AbortController()
  const done = vi.fn()
  inIdleSlices(steps(10, done), off.signal)
  idle[0]!()
  off.abort()
  await turn()
  await turn()
  expect(done).toHaveBeenCalledTimes(4)
  inIdleSlices(steps(10, done), off.signal)
  expect(idle).toHaveLength(1)
})
