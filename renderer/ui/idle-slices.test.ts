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

/** Work of so many steps, each of which takes a millisecond. */
function* steps(many: number): Generator<null, void> {
  for (let i = 0; i < many; i++) {
    now++
    yield null
  }
}

it('does a few milliseconds of the work in an idle moment, and the rest in further ones', () => {
  inIdleSlices(steps(10), new AbortController().signal)
  const took: number[] = []
  for (const [at] of idle.entries()) {
    const before = now
    idle[at]!()
    took.push(now - before)
  }
  expect(took).toEqual([4, 4, 2])
})

it('does no more of it once it is called off', () => {
  const off = new AbortController()
  inIdleSlices(steps(10), off.signal)
  idle[0]!()
  off.abort()
  const before = now
  idle[1]!()
  expect(now).toBe(before)
  inIdleSlices(steps(10), off.signal)
  expect(idle).toHaveLength(2)
})
