import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { failed, ok } from '../../model/result'
import { Searchable } from '../../text/find'
import { oddText } from '../../text/odd-text.test-data'
import { MOST_LISTED, type Finding, type Sought } from './occurrence'
import { searchArticles, type SearchPorts } from './search-articles'

const sought = (words: string): Sought => ({ words, wholeWords: true, matchCase: false, accents: false })

/** Articles by id; each look at the clock takes a millisecond. */
function portsOver(
  texts: Readonly<Record<string, string>>,
): SearchPorts & { readonly breaths: () => number } {
  let time = 0
  let breaths = 0
  return {
    async *read(ids) {
      for (const id of ids) {
        const text = texts[id]
        if (text === undefined) yield ok(null)
        else if (text === 'damaged') yield failed({ kind: 'damaged-file', file: id })
        else yield ok({ id, title: id.toUpperCase(), language: null, text })
      }
    },
    tagsOn: async () => new Map(),
    now: () => time++,
    breathe: async () => void breaths++,
    breaths: () => breaths,
  }
}

async function search(
  texts: Readonly<Record<string, string>>,
  what: Sought,
  ports: SearchPorts = portsOver(texts),
): Promise<readonly Finding[]> {
  const parts: Finding[] = []
  for await (const part of searchArticles(what, Object.keys(texts), ports, () => false)) parts.push(part)
  return parts
}

describe('looking through articles', () => {
  it('gives what stands in each, in their order, the first at once', async () => {
    const parts = await search(
      { a: 'Russia.', b: 'nothing', c: 'Russian, Russia’s, RUSSIA' },
      sought('Russia'),
    )
    expect(parts[0]).toMatchObject({ done: 1, of: 3, places: 1, articles: 1, isOver: false })
    const found = parts.flatMap((part) => part.found)
    expect(found.map(({ title, occurrences }) => [title, ...occurrences.map(({ quote }) => quote)])).toEqual([
      ['A', 'Russia'],
      ['C', 'Russia', 'RUSSIA'],
    ])
    expect(parts.at(-1)).toMatchObject({ done: 3, places: 3, articles: 2, isOver: true })
  })

  it('passes over what is gone, and tells what cannot be read', async () => {
    const parts = await search({ a: 'damaged', b: 'a word' }, sought('word'))
    expect(parts.flatMap(({ troubles }) => troubles)).toEqual([{ kind: 'damaged-file', file: 'a' }])
    expect(parts.at(-1)).toMatchObject({ places: 1, isOver: true })
  })

  it('lists five thousand places and counts the others', async () => {
    const text = 'word '.repeat(3_000)
    const parts = await search({ a: text, b: text, c: text }, sought('word'))
    const listed = parts.flatMap(({ found }) => found.map(({ occurrences }) => occurrences.length))
    expect(listed).toEqual([3_000, MOST_LISTED - 3_000])
    expect(parts.at(-1)).toMatchObject({ places: 9_000, articles: 3 })
  })

  it('pauses in the middle of a long text, and ends when it is told to', async () => {
    const ports = portsOver({ a: 'some words here '.repeat(200_000) })
    let asked = 0
    const parts: Finding[] = []
    for await (const part of searchArticles(sought('words'), ['a'], ports, () => ++asked > 50))
      parts.push(part)
    expect(parts).toEqual([])
    expect(ports.breaths()).toBeGreaterThan(2)
  })

  it('reads few articles before it looks into the first, and none any more once it is told to end', async () => {
    const texts = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`t${i}`, 'nothing here']))
    const ports = portsOver(texts)
    const asked: number[] = []
    let looked = 0
    const watched: SearchPorts = {
      ...ports,
      async *read(ids) {
        asked.push(ids.length)
        for await (const text of ports.read(ids)) {
          looked++
          yield text
        }
      },
    }
    for await (const _ of searchArticles(sought('word'), Object.keys(texts), watched, () => looked > 100))
      continue
    expect(asked[0]).toBeLessThan(10)
    expect(looked).toBe(101)
    expect(ports.breaths()).toBeGreaterThan(10)
  })

  it('tells ever again what was found on the way', async () => {
    const texts = Object.fromEntries(Array.from({ length: 600 }, (_, i) => [`t${i}`, 'a word']))
    const parts = await search(texts, sought('word'))
    const told = parts.map(({ done }) => done)
    expect(told.length).toBeGreaterThan(5)
    const steps = told.map((done, i) => done - (told[i - 1] ?? 0))
    expect(Math.max(...steps)).toBeLessThan(60)
  })

  it('finds in every text what stands there', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(oddText, { maxLength: 6 }),
        fc.constantFrom('a', 'word', 'zoe', '’s', '🙂', 'é'),
        async (list, words) => {
          const texts = Object.fromEntries(list.map((text, i) => [`t${i}`, text]))
          const found = (await search(texts, sought(words))).flatMap((part) => part.found)
          const expected = Object.entries(texts).flatMap(([id, text]) => {
            const spans = new Searchable(text).find(words, sought(words))
            return spans.length > 0 ? [[id, spans]] : []
          })
          expect(
            found.map(({ article, occurrences }) => [
              article,
              occurrences.map(({ start, end }) => ({ start, end })),
            ]),
          ).toEqual(expected)
        },
      ),
    )
  })
})
