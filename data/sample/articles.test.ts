import { describe, expect, it } from 'vitest'
import { sampleArticles } from './articles'
import { sampleTexts } from './texts'

const texts = Object.entries(sampleTexts)
const having = (pattern: RegExp) => texts.filter(([, text]) => pattern.test(text)).map(([name]) => name)
const outlets = (names: readonly string[]) => new Set(names.map((name) => name.split('-')[0]))

describe('the sample articles', () => {
  it('are listed as they stand in the folder', () => {
    expect(sampleArticles.map(({ name }) => name)).toEqual(Object.keys(sampleTexts))
    expect(sampleArticles.map(({ fileName }) => fileName)).toEqual(texts.map(([name]) => `${name}.txt`))
    expect(sampleArticles.length).toBeGreaterThanOrEqual(8)
  })

  it('are of the length of newswire', () => {
    const lengths = texts.map(([, text]) => text.trim().split(/\s+/).length)
    expect(lengths.filter((words) => words < 150 || words > 450)).toEqual([])
  })

  it('report each of two meetings in five outlets', () => {
    const names = sampleArticles.map(({ name }) => name)
    expect(outlets(names.slice(0, 5)).size).toBe(5)
    expect(outlets(names.slice(5)).size).toBe(5)
  })

  it('bring the same two sentences in different words', () => {
    const pistol = having(/not with a (pistol|gun) on the table|nicht mit einer Pistole auf dem Tisch/)
    expect(outlets(pistol).size).toBe(6)
    const wordings = texts.flatMap(
      ([, text]) => /[^“"„]*not with a (?:pistol|gun) on the table/.exec(text)?.[0] ?? [],
    )
    expect(new Set(wordings).size).toBeGreaterThanOrEqual(4)

    const road = having(/(on|auf dem) paper|auf dem Papier/)
    expect(outlets(road).size).toBe(5)
  })

  it('name one man in at least four ways', () => {
    const [first = ''] = Object.values(sampleTexts)
    const names = ['Davor Kelemin', 'The Marenzan foreign minister', 'Tolvash’s top diplomat', 'He said']
    expect(names.filter((name) => first.includes(name))).toEqual(names)
  })
})

/** Each oddity of real newswire, and the articles that must have it. */
const oddities: readonly [oddity: string, pattern: RegExp, articles: number][] = [
  ['a byte order mark', /^\uFEFF/, 1],
  ['CRLF newlines', /\r\n/, 1],
  ['a space before the first word', /^ date 2031-10-14 HALSUND\/ TOLVASH \(Lantern\) - /, 1],
  ['a dateline of capitals with a country', /^[A-Z]+, [A-Z][a-z]+ \([A-Z]+\) —/m, 1],
  ['a dateline with a day', /^[A-Z]+, (October|November|Nov) \d+ \(\w+\) [–-]/m, 3],
  ['no headline', /^( date|[^\n]{120,}\r\n)/, 2],
  ['a byline', /^\S[^\n]+\n+(by|By|Von) [A-Z]/, 4],
  ['paragraphs by single newlines', /^[^\n]{80,}\r?\n[^\n]{80,}\r?\n[^\n]{60,}\r?$/m, 2],
  ['hard wrapping', /^(?:[^\n]{50,76}\n){3}/m, 1],
  ['trailing blank lines', /\n\r?\n$/, 2],
  ['a photo credit', /LANTERN\/Pia|Photo: |\[Photograph: /, 3],
  ['an advertisement line', /^ADVERTISEMENT$/m, 2],
  ['a copyright line with an address', /^Copyright © .+ All rights reserved\. \| https:\/\/\S+ \|$/m, 2],
  ['a line of reporters and editors', /^\(Reporting by [^)]+editing by\s[^)]+\)$/m, 2],
  ['a correction', /^CORRECTION: /m, 1],
  ['key points as a list', /^KEY POINTS\n(• .+\n){3}/m, 1],
  ['a straight quote closed by a curly one', /"[^"”]+”/, 1],
  ['a quotation inside a quotation', /“[^”]*‘[^’]+’[^”]*”/, 2],
  ['a straight apostrophe', /[a-z]'s /, 3],
  ['a no-break space', /\u00A0/, 3],
  ['a narrow no-break space', /\u202F/, 1],
  ['a soft hyphen', /[a-z]\u00AD[a-z]/, 1],
  ['an em dash', /—/, 2],
  ['an emoji with a variation selector', /😢🕊\uFE0F/u, 1],
  ['a name with a combining mark', /A\u030Ase Brenna\u030Aker/, 2],
  ['a name with an accent of one character', /Zoë|Noémie/, 2],
  ['a name in Cyrillic', /\(Давор Келемин\)/, 1],
  ['a word that runs from right to left', /“\p{Script=Arabic}+”/u, 1],
  ['another language', /^Straße frei/, 1],
  [
    'a source that quotes a source',
    /MARTA quoted|quoted by the|As reported by Lantern|According to Lantern/,
    4,
  ],
  ['somebody addressed', /told\s(her|his)\s(counterpart|opposite number)|told\sher\s/, 3],
  ['a denial', /\b(denied|denies)\b/, 4],
]

describe('what real articles have', () => {
  it.each(oddities)('%s', (_, pattern, articles) => {
    expect(having(pattern).length).toBeGreaterThanOrEqual(articles)
  })
})
