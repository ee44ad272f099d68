import { expect, it } from 'vitest'
import { optionsOf } from './options'

const known = ['start', 'open']

it('runs everything ten times unless told otherwise', () => {
  expect(optionsOf([], known)).toEqual({ suites: known, quick: false, repetitions: 10, seed: 1 })
  expect(optionsOf(['open', '--quick', '--seed=4'], known)).toEqual({
    suites: ['open'],
    quick: true,
    repetitions: 3,
    seed: 4,
  })
})

it('runs some suites only when they are named', () => {
  expect(optionsOf([], known, ['store'])).toMatchObject({ suites: known })
  expect(optionsOf(['store'], known, ['store'])).toMatchObject({ suites: ['store'] })
})

it('says what there is when something else was asked for', () => {
  expect(optionsOf(['speed'], known)).toEqual({
    wrong: 'There is no suite “speed”. The suites are start and open.',
  })
  expect(optionsOf(['--fast'], known)).toEqual({
    wrong: 'There is no option “--fast”. There are --quick and --seed=NUMBER.',
  })
})
