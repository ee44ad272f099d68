import { expect, it } from 'vitest'
import type { Problem } from '../model/problem'
import { failed, ok, type Result } from '../model/result'
import { Saver } from './saver'
import type { Saving } from './views'

function saver(write: () => Promise<Result<null, Problem>>) {
  const told: Saving['state'][] = []
  const made = new Saver(write, ({ state }) => told.push(state))
  return { made, told }
}

it('tells that it is saving, and that it has saved, once each', async () => {
  const { made, told } = saver(async () => ok(null))
  made.changed()
  made.changed()
  expect(await made.flush()).toEqual({ state: 'saved' })
  expect(told).toEqual(['saving', 'saved'])
})

it('goes on saving after a fault in the program', async () => {
  let tries = 0
  const { made, told } = saver(async () => {
    if (++tries === 1) throw new Error('a bug')
    return ok(null)
  })
  made.changed()
  expect(await made.flush()).toMatchObject({ state: 'kept', problem: { kind: 'not-saved' } })
  expect(await made.flush()).toEqual({ state: 'saved' })
  expect(told).toEqual(['saving', 'kept', 'saved'])
  made.stop()
})

it('does not say “saved” while a change came during the writing', async () => {
  let release = () => {}
  const first = new Promise<void>((resolve) => (release = resolve))
  const toldBefore: Saving['state'][][] = []
  const { made, told } = saver(async () => {
    if (toldBefore.push([...told]) === 1) await first
    return ok(null)
  })
  made.changed()
  const flushed = made.flush()
  made.changed()
  release()
  await flushed
  expect(toldBefore).toEqual([['saving'], ['saving']])
  expect(told).toEqual(['saving', 'saved'])
})

it('is saved when a change came during the first try that went well', async () => {
  let writes = 0
  const { made, told } = saver(async () => {
    if (++writes === 1) return failed({ kind: 'not-saved', why: 'the disk is full' })
    if (writes === 2) made.changed()
    return ok(null)
  })
  made.changed()
  expect(await made.flush()).toMatchObject({ state: 'kept' })
  expect(await made.flush()).toEqual({ state: 'saved' })
  expect([writes, told]).toEqual([3, ['saving', 'kept', 'saved']])
  made.stop()
})
