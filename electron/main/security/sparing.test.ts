import { expect, it } from 'vitest'
import { sparing } from './sparing'

it('does it so many times a second and no more, and counts what it left out', () => {
  let time = 0
  const said: string[] = []
  const say = sparing(
    2,
    (left, words: string) => said.push(`${words} after ${left}`),
    () => time,
  )
  for (let i = 0; i < 10; i++) say(`first ${i}`)
  time = 999
  say('too early')
  time = 1000
  say('next')
  say('again')
  expect(said).toEqual(['first 0 after 0', 'first 1 after 0', 'next after 9', 'again after 0'])
})
