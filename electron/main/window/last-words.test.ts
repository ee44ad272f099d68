import { expect, it } from 'vitest'
import { LastWords } from './last-words'

it('waits until the window has sent everything', async () => {
  const heard: string[] = []
  const words = new LastWords(() => heard.push('asked'))
  const waiting = words.wait().then(() => heard.push('left'))
  await Promise.resolve()
  expect(heard).toEqual(['asked'])
  words.given()
  await waiting
  expect(heard).toEqual(['asked', 'left'])
})

it('does not wait for ever for a window that does not answer', async () => {
  await expect(new LastWords(() => {}, 5).wait()).resolves.toBeUndefined()
})

it('takes an answer that nobody asked for', () => {
  expect(() => new LastWords(() => {}).given()).not.toThrow()
})
