import { expect, it } from 'vitest'
import { LongSteps } from './long-steps'

/** A clock that is set by hand, in milliseconds, and what was told. */
function watched() {
  const told: (string | null)[] = []
  const clock = { at: 0 }
  const steps = new LongSteps({
    tell: (step) => told.push(step && `${step.did} ${step.done}/${step.of}`),
    now: () => clock.at,
  })
  return { steps, told, clock }
}

it('tells nothing of a step that is soon over', async () => {
  const { steps, told, clock } = watched()
  await steps.watched('do', async ({ went }) => {
    for (let done = 1; done <= 3; done++) {
      clock.at += 100
      went(done, 3)
    }
  })
  expect(told).toEqual([])
})

it('tells a long one ten times a second at most, its last number in any case, and then that it is over', async () => {
  const { steps, told, clock } = watched()
  await steps.watched('undo', async ({ went }) => {
    for (let done = 1; done <= 13; done++) {
      clock.at += 50
      went(done, 13)
    }
  })
  expect(told).toEqual(['undo 9/13', 'undo 11/13', 'undo 13/13', null])
})

it('stops the step that was told of, and none that comes after it', async () => {
  const { steps, told, clock } = watched()
  const run = () =>
    steps.watched('do', async ({ went, isStopped }) => {
      for (let done = 1; done <= 30 && !isStopped(); done++) {
        clock.at += 200
        went(done, 30)
        if (done === 4) steps.stop()
      }
      return isStopped()
    })
  expect(await run()).toBe(true)
  expect(told).toEqual(['do 3/30', 'do 4/30', null])
  steps.stop()
  expect(await steps.watched('do', async ({ isStopped }) => isStopped())).toBe(false)
})

it('says that a step is over which fails', async () => {
  const { steps, told, clock } = watched()
  const run = steps.watched('redo', async ({ went }) => {
    went(1, 9)
    clock.at = 1_000
    went(2, 9)
    throw new Error('a fault')
  })
  await expect(run).rejects.toThrow('a fault')
  expect(told).toEqual(['redo 2/9', null])
})
