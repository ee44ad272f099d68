import fc from 'fast-check'
import { expect, it } from 'vitest'
import { emphasised } from './emphasis'

/** The name with brackets around what is emphasised. */
const drawn = (name: string, typed: string) =>
  emphasised(name, typed)
    .map(({ text, hit }) => (hit ? `[${text}]` : text))
    .join('')

it.each([
  ['the beginning', 'exp', '[Exp]ort…'],
  ['words in any order', 'tag next', 'Select the [next] [tag]'],
  ['what is right of a typo', 'exprot', '[Exp]ort…'],
  ['letters inside a word', 'port', 'Ex[port]…'],
  ['accents that were not typed', 'zoe', '[Zoë] O’Neil'],
  ['a mark that stands apart', 'cafe', '[Cafe\u0301] politics'],
  ['a word with an apostrophe', 'oneil', 'Zoë [O]’[Neil]'],
  ['a letter that is two', 'strasse', 'Die [Straße]'],
  ['another script', 'лавр', 'Сергей [Лавр]ов'],
  ['nothing that says little', 'tag', 'Shrink the selection'],
  ['nothing, with nothing typed', ' ', 'Export…'],
])('emphasises %s', (_, typed, expected) => {
  expect(drawn(expected.replace(/[[\]]/g, ''), typed)).toBe(expected)
})

it('leaves every name whole', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (name, typed) => {
      expect(
        emphasised(name, typed)
          .map(({ text }) => text)
          .join(''),
      ).toBe(name)
    }),
  )
})
