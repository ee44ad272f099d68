import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Pace } from './pace'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const take = (pace: Pace, turns: number) => ({ turns: Array.from({ length: turns }, () => pace.turn(1)) })

const limits = { rate: 100, waiting: 50, bytes: 1000 }

it('lets a burst through at once', () => {
  const pace = new Pace(limits)
  expect(take(pace, 100).turns).toEqual(Array.from({ length: 100 }, () => null))
})

it('lets what comes too fast wait, in its order, and gives a hundred turns a second', async () => {
  const pace = new Pace(limits)
  take(pace, 100)
  const done: number[] = []
  for (let i = 0; i < 50; i++) void Promise.resolve(pace.turn(1)).then(() => done.push(i))
  await vi.advanceTimersByTimeAsync(250)
  expect(done.length).toBeGreaterThanOrEqual(20)
  expect(done.length).toBeLessThanOrEqual(25)
  await vi.advanceTimersByTimeAsync(250)
  expect(done).toEqual(Array.from({ length: 50 }, (_, i) => i))
})

it('refuses what does not fit into the queue, by number and by weight', () => {
  const pace = new Pace(limits)
  expect(take(pace, 150).turns).not.toContain('refused')
  expect(pace.turn(1)).toBe('refused')

  const heavy = new Pace(limits)
  take(heavy, 100)
  expect(heavy.turn(900)).toBeInstanceOf(Promise)
  expect(heavy.turn(101)).toBe('refused')
  expect(heavy.turn(100)).toBeInstanceOf(Promise)
})

it('never lets a later message overtake one that waits', () => {
  let time = 0
  const pace = new Pace(limits, () => time)
  take(pace, 100)
  expect(pace.turn(1)).toBeInstanceOf(Promise)
  time = 1000
  expect(pace.turn(1)).toBeInstanceOf(Promise)
})

it('never refuses somebody who waits for every answer, however many messages they send', async () => {
  const pace = new Pace()
  let answered = 0
  const sending = (async () => {
    for (; answered < 5000; answered++) {
      const turn = pace.turn(10_000_000)
      expect(turn).not.toBe('refused')
      await turn
    }
  })()
  await vi.advanceTimersByTimeAsync(60_000)
  await sending
  expect(answered).toBe(5000)
})

it('is as quick as ever after a quiet second', async () => {
  const pace = new Pace(limits)
  take(pace, 150)
  await vi.advanceTimersByTimeAsync(2000)
  expect(pace.turn(1)).toBeNull()
})
