import { expect, it } from 'vitest'
import { foldCharacter } from './folded-text'
import { mayHold, plainLetters } from './may-hold'

const loose = { matchCase: false, accents: false }

it.each([
  ['Zoe', 'with Zoë in it', true],
  ['zoë', 'with ZOE\u0308 in it', true],
  ['cooperate', 'they co\u00ADoperate', true],
  ['his government', 'Her Government', true],
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
  for (const matchCase of [true, false])
    for (const accents of [true, false]) {
      const letters = plainLetters({ matchCase, accents })
      for (let code = 0; code <= 0x10ffff; code++) {
        if (code >= 0xd800 && code <= 0xdfff) continue
        const character = String.fromCodePoint(code)
        for (const unit of foldCharacter(character, { matchCase, accents }))
          if (/^[a-zA-Z0-9α-ωΑ-Ωа-яА-Я]$/.test(unit))
            expect(letters.get(unit)?.includes(character), `U+${code.toString(16)}`).toBe(true)
      }
    }
})
