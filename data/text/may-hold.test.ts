import { expect, it } from 'vitest'
import { foldCharacter } from './folded-text'
import { mayHold, plainLetters } from './may-hold'

const loose = { matchCase: false, accents: false }

it.each([
  ['Zoe', 'with Zoë in it', true],
  ['zoë', 'with ZOE\u0308 in it', true],
  ['cooperate', 'they co\u00ADoperate', true],
  ['his government', 'His own Government', true],
  ['his government', 'her Government', false],
  ['his government', 'her ministry', false],
  ['Лавров', 'сказал лавров', true],
  ['Лавров', 'сказал он', false],
  ['…', 'anything', true],
])('%j in %j: %s', (words, text, may) => expect(mayHold(words, loose)(text)).toBe(may))

it('minds the case when that counts', () => {
  expect(mayHold('US', { ...loose, matchCase: true })('tell us')).toBe(false)
  expect(mayHold('US', { ...loose, matchCase: true })('the US')).toBe(true)
})

it('knows every character of Unicode that folds to a plain letter', () => {
  const unknown: string[] = []
  for (const isExact of [true, false]) {
    const exactness = { matchCase: isExact, accents: isExact }
    const letters = plainLetters(exactness)
    for (let code = 0; code <= 0x10ffff; code++) {
      const character = String.fromCodePoint(code)
      for (const unit of foldCharacter(character, exactness))
        if (/^[a-zA-Z0-9α-ωΑ-Ωа-яА-Я]$/.test(unit) && !letters.get(unit)?.includes(character))
          unknown.push(`U+${code.toString(16)}`)
    }
  }
  expect(unknown).toEqual([])
})
