import { expect, it } from 'vitest'
import { optionsOf } from './options'

const known = ['start', 'open']

it('runs everything ten times unless told otherwise', () => {
  expect(optionsOf([], known)).toMatchObject({ suites: known, quick: false, repetitions: 10, seed: 1 })
  expect(optionsOf(['open', '--quick', '--seed=4'], known)).toMatchObject({
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
    wrong:
      'There is no option “--fast”. There are --quick, --seed=NUMBER, --rounds, --size, --peers and --browser.',
  })
})

const reader = (...args: string[]) => optionsOf(['reader', ...args], known, ['reader'])

it('reads what only the readers have, with a sign between or without', () => {
  const size = { words: 10_000, tags: 5_000 }
  expect(reader('--rounds=3', '--size=10000/5000', '--peers=floor-css,ours')).toMatchObject({
    reader: { rounds: 3, sizes: [size], peers: ['floor-css', 'ours'], browser: 'electron' },
  })
  expect(reader('--size', '10000/5000', '--quick')).toMatchObject({ reader: { rounds: 2, sizes: [size] } })
  expect(reader('--browser', 'chromium')).toMatchObject({ reader: { rounds: 5, browser: 'chromium' } })
})

it.each([
  [['--rounds=0'], '“0” is no number of rounds: 1 to 99.'],
  [['--size=10000'], '“10000” is no size: words/tags, as 10000/500.'],
  [['--peers'], '“--peers” needs a value.'],
  [['--browser=netscape'], 'There is no browser “netscape”. There are electron and chromium.'],
])('says what is wrong with %j', (args, wrong) => {
  expect(reader(...args)).toEqual({ wrong })
})

it('names the readers there are, and keeps their options to them', () => {
  expect(reader('--peers=theirs')).toMatchObject({
    wrong: expect.stringMatching(/^There is no reader “theirs”.*ours/),
  })
  expect(optionsOf(['open', '--rounds=3'], known)).toEqual({
    wrong: '--rounds is only for the suite “reader”.',
  })
})
