import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Dictionary } from './dictionary'
import { PackedDictionary } from './packed-dictionary'

/** Any code units at all, halves of pairs among them; few letters, so that texts come twice. */
const text = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'b', '\0', 'ÿ', 'Ā', '\uD83D', '\uDE42'), maxLength: 4 }),
  fc.string({ unit: 'binary', maxLength: 300 }),
)

it('numbers texts as the other dictionary does, and gives each back to the last code unit', () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 200 }), fc.array(text, { maxLength: 5 }), (texts, others) => {
      const [packed, plain] = [new PackedDictionary(), new Dictionary()]
      expect(texts.map((each) => packed.numberOf(each))).toEqual(texts.map((each) => plain.numberOf(each)))
      for (const each of [...texts, ...others]) expect(packed.find(each)).toBe(plain.find(each))
      expect(packed.size).toBe(plain.size)
      for (let number = -1; number <= plain.size; number++)
        expect(packed.textOf(number)).toBe(plain.textOf(number))
    }),
  )
})

it('keeps its numbers when it grows over many pieces of memory', () => {
  const packed = new PackedDictionary()
  const texts = Array.from(
    { length: 20_000 },
    (_, i) => `${i} ${'of the treaty, said “nobody” '.repeat(i % 40)}`,
  )
  const isOdd = (text: string, i: number) => packed.numberOf(text) !== i + 1
  expect(texts.filter(isOdd)).toEqual([])
  expect(texts.filter(isOdd)).toEqual([])
  expect(packed.size).toBe(20_001)
  expect(texts.filter((text, i) => packed.find(text) !== i + 1 || packed.textOf(i + 1) !== text)).toEqual([])
  expect(packed.find('nowhere')).toBe(0)
})

it('takes a text that is longer than a piece of memory', () => {
  const packed = new PackedDictionary()
  const long = ['x'.repeat(3_000_000), `${'y'.repeat(1_500_000)}…`]
  const texts = ['short', ...long, 'and after']
  const numbers = texts.map((each) => packed.numberOf(each))
  expect(numbers).toEqual([1, 2, 3, 4])
  expect(numbers.map((number) => packed.textOf(number) === texts[number - 1])).not.toContain(false)
  expect(packed.find(long[1]!)).toBe(3)
})
