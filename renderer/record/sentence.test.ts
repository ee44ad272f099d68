import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sentenceAround } from './sentence'

/** A passage drawn with what is said in square brackets; `|` is where it begins to be shown to us, after twenty code units. */
function drawn(drawing: string): string {
  const ranges: { start: number; end: number }[] = []
  let text = ''
  for (const sign of drawing) {
    if (sign === '[') ranges.push({ start: 20 + text.length, end: 0 })
    else if (sign === ']') ranges[ranges.length - 1]!.end = 20 + text.length
    else text += sign
  }
  return sentenceAround({ start: 20, text, paragraph: 1 }, ranges)
    .map(({ words, isSaid }) => (isSaid ? `[${words}]` : words))
    .join('')
}

it.each([
  ['It rained. He said [it would stop]. It did.', 'He said [it would stop].'],
  ['It rained. [It would stop. It would.] It did.', '[It would stop. It would.]'],
  [
    'It rained. He said [a conference] soon, [without an agenda]. It did.',
    'He said [a conference] soon, [without an agenda].',
  ],
  ['The U.S. envoy [would go]. He went.', 'The U.S. envoy [would go].'],
  ['One paragraph\n\nAnother says [this]\n\nA third', 'Another says [this]'],
])('%j shows %j', (passage, shown) => {
  expect(drawn(passage)).toBe(shown)
})

it('shows all there is when the words stand elsewhere', () => {
  expect(drawn('It rained.')).toBe('It rained.')
  expect(sentenceAround({ start: 0, text: '', paragraph: null }, [{ start: 3, end: 9 }])).toEqual([])
})

it('has every word that is said, whatever the text', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }),
      fc.nat(60),
      fc.nat(60),
      (text, a, b) => {
        const [start, end] = [Math.min(a, b), Math.max(a, b) + 1]
        const said = sentenceAround({ start: 0, text, paragraph: 1 }, [{ start, end }])
          .filter(({ isSaid }) => isSaid)
          .map(({ words }) => words)
        expect(said.join('')).toBe(text.slice(start, end))
      },
    ),
  )
})
