import { expect, it } from 'vitest'
import type { MyStep } from '../../data/store/views'
import { pointsOf, wayInWords } from './points'

const step = (did: string): MyStep => ({
  article: 'a',
  articles: 1,
  did,
  clock: 1,
  entry: null,
  at: null,
  shared: [],
})

it('lists what was taken back, where I stand, and the way back to before all of it', () => {
  const points = pointsOf({ done: [step('third'), step('first')], undone: [step('fourth'), step('last')] })
  expect(
    points.map(
      ({ step: at, isUndone, away }) => `${at?.did ?? 'before'} ${away}${isUndone ? ' undone' : ''}`,
    ),
  ).toEqual(['last 2 undone', 'fourth 1 undone', 'third 0', 'first -1', 'before -2'])
})

it('has one point where nothing was done', () => {
  expect(pointsOf({ done: [], undone: [] })).toEqual([{ step: null, isUndone: false, away: 0 }])
})

it('says which way and how far', () => {
  expect([-1, -3, 1, 2].map(wayInWords)).toEqual([
    'Go back 1 step',
    'Go back 3 steps',
    'Go forward 1 step',
    'Go forward 2 steps',
  ])
})
