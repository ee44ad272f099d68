import { expect, it } from 'vitest'
import { mayBeAlias, saysNobodyByItself } from './pronouns'

it.each([
  ['he', true],
  ['She', true],
  ['his government', true],
  ['the latter', true],
  ['—', true],
  ['Sergei Lavrov', false],
  ['the Russian foreign minister', false],
  ['Heath', false],
])('%j says who is meant only by what stands around it: %s', (words, says) =>
  expect(saysNobodyByItself(words)).toBe(says),
)

it.each([
  ['Moscow', true],
  ['Moscow’s top diplomat', true],
  ['the Russian foreign minister', true],
  ['“the butcher”', false],
  ['his government', false],
  ['they', false],
  ['officials', false],
  ['俄罗斯', true],
  ['a man who had been seen at the gate with Lavrov', false],
])('%j may be an alias: %s', (words, may) => expect(mayBeAlias(words)).toBe(may))
