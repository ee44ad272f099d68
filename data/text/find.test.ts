import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Searchable, firstFindOptions, type FindOptions } from './find'
import { foldCharacter } from './folded-text'
import { isBetweenGraphemes } from './graphemes'
import { oddText } from './odd-text.test-data'
import { isWhole } from './whole-words'

/** The text with every hit in square brackets. */
function found(text: string, words: string, options: Partial<FindOptions> = {}): string {
  const hits = new Searchable(text).find(words, { ...firstFindOptions, ...options })
  return hits.reduceRight(
    (drawn, { start, end }) => `${drawn.slice(0, start)}[${drawn.slice(start, end)}]${drawn.slice(end)}`,
    text,
  )
}

describe('words are found', () => {
  it.each([
    ['Zoe', '[Zoë] met [Zoe\u0308] and [zoe]'],
    ['zoë', '[Zoe] met [Zoë]'],
    ["Assad's", '[Assad’s] men'],
    ['"no"', '[“no”], [«no»]'],
    ['a - b', '[a – b]'],
    ['second line', 'the [second\n  line]'],
    ['gun', '[gun]boat, [GUN]'],
    ['aa', '[aa][aa]a'],
    ['cooperate', '[co\u00ADoperate]'],
    ['οδος', '[ΟΔΟΣ], [οδός]'],
    ['שלום', '[שָׁלוֹם] [שלום]'],
    ['👩', '👩‍👩‍👧 is not [👩]'],
    ['각', '[각] and [\u1100\u1161\u11A8]'],
  ])('%j in %s', (words, drawing) => {
    expect(found(drawing.replace(/[[\]]/g, ''), words)).toBe(drawing)
  })

  it.each([
    ['May', { matchCase: true }, 'may [May] MAY'],
    ['zoë', { accents: true }, '[Zoë] [Zoe\u0308] Zoe'],
    ['gun', { wholeWords: true }, '[gun] gunboat begun [gun]-boat “[gun]”'],
    ['lá', { wholeWords: true }, '[la] lay el [la]'],
  ] as const)('%j with %j', (words, options, drawing) => {
    expect(found(drawing.replace(/[[\]]/g, ''), words, options)).toBe(drawing)
  })

  it.each(['', ' ', '\n', '\u200B'])('none for %j', (words) => {
    expect(found('any text\n at all', words)).toBe('any text\n at all')
  })
})

/** The same by trying every stretch of whole characters, from the left, the shortest first. */
function slowly(text: string, words: string, options: FindOptions): { start: number; end: number }[] {
  const folds = (part: string) =>
    [...new Intl.Segmenter('en').segment(part)]
      .map(({ segment }) => foldCharacter(segment, options))
      .join('')
      .replace(/ +/g, ' ')
  const sought = folds(words).trim()
  if (sought === '') return []
  const edges = Array.from({ length: text.length + 1 }, (_, at) => at).filter((at) =>
    isBetweenGraphemes(text, at),
  )
  const hits: { start: number; end: number }[] = []
  let from = 0
  for (const [i, start] of edges.entries()) {
    if (start < from || folds(text.slice(start, edges[i + 1])) === '') continue
    const end = edges.slice(i + 1).find((to) => folds(text.slice(start, to)) === sought)
    if (end === undefined || (options.wholeWords && !isWhole(text, { start, end }))) continue
    hits.push({ start, end })
    from = end
  }
  return hits
}

const anyOptions = fc.record({ matchCase: fc.boolean(), accents: fc.boolean(), wholeWords: fc.boolean() })

describe('any words in any text', () => {
  it('are found as by trying every stretch of the text', () => {
    const textAndWords = oddText.chain((text) =>
      fc.tuple(
        fc.constant(text),
        fc.oneof(
          fc.tuple(fc.nat(text.length), fc.nat(6)).map(([at, length]) => text.slice(at, at + length)),
          fc.constantFrom('a', 'e', 'wo', 's', '’', 'É', '🙂', '👩', ' ', 'a \n b'),
        ),
      ),
    )
    fc.assert(
      fc.property(textAndWords, anyOptions, ([text, words], options) => {
        expect(new Searchable(text).find(words, options)).toEqual(slowly(text, words, options))
      }),
      { numRuns: 300 },
    )
  })

  it('are hits that neither overlap nor cut a character', () => {
    fc.assert(
      fc.property(oddText, oddText, anyOptions, (text, words, options) => {
        let last = 0
        for (const { start, end } of new Searchable(text + words + text).find(words, options)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          for (const edge of [start, end]) expect(isBetweenGraphemes(text + words + text, edge)).toBe(true)
          last = end
        }
      }),
    )
  })
})
