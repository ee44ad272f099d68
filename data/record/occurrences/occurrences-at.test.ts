import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Annotation } from '../../model/records'
import { overlap } from '../../model/span'
import { Searchable } from '../../text/find'
import { graphemeAt, isBetweenGraphemes } from '../../text/graphemes'
import { oddText } from '../../text/odd-text.test-data'
import { around, occurrencesAt } from './occurrences-at'

const tag = (id: string, ...target: readonly (readonly [number, number])[]): Annotation => ({
  is: 'annotation',
  id,
  created: '2031-03-12T09:00:00Z',
  modified: '2031-03-12T09:00:00Z',
  article: 'a',
  label: 'actor',
  target: target.map(([start, end]) => ({ start, end, quote: '-', prefix: '', suffix: '' })),
  attributes: {},
  note: '',
  means: null,
  codebook: 'c',
})

describe('around a place', () => {
  it('stands the text, in one line and cut between words', () => {
    const text = `${'many words '.repeat(9)}and\nthen his\ngovernment fell${' more words'.repeat(9)}`
    const start = text.indexOf('his')
    const found = around(text, { start, end: start + 'his government'.length })
    expect(found.before).toBe('…many words many words many words and then ')
    expect(found.quote).toBe('his government')
    expect(found.after).toBe(' fell more words more words more words more words more words more words…')
  })

  it('cuts no character, wherever it is cut', () => {
    fc.assert(
      fc.property(oddText, fc.nat(), (odd, at) => {
        const text = odd.replace(/[\s…]/gu, '').repeat(4)
        if (text === '') return
        const { start, end } = graphemeAt(text, at % text.length)
        const { before, after } = around(text, { start, end })
        expect(isBetweenGraphemes(text, start - before.replace('…', '').length)).toBe(true)
        expect(isBetweenGraphemes(text, end + after.replace('…', '').length)).toBe(true)
      }),
    )
  })
})

describe('tags on the places', () => {
  it('are told with each place that they share words with', () => {
    //            0123456789012345678
    const text = 'one two one two one'
    const places = new Searchable(text).find('one')
    const tags = [tag('a', [0, 3]), tag('b', [0, 11]), tag('c', [12, 15]), tag('d', [0, 3], [16, 19])]
    const told = occurrencesAt(text, places, tags).map((place) =>
      place.tags.map(({ id, isSame }) => (isSame ? `${id} same` : id)),
    )
    expect(told).toEqual([['a same', 'b', 'd'], ['b'], ['d']])
  })

  it('are as by comparing every tag with every place', () => {
    const spans = fc
      .uniqueArray(fc.nat(60), { maxLength: 12 })
      .map((edges) => edges.toSorted((a, b) => a - b))
      .map((edges) =>
        edges
          .slice(1)
          .map((end, i) => ({ start: edges[i]!, end }))
          .filter((_, i) => i % 2 === 0),
      )
    const ranges = fc.array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 30 })), { maxLength: 12 })
    fc.assert(
      fc.property(spans, ranges, (places, targets) => {
        const tags = targets.map(([start, length], i) => tag(String(i), [start, start + length]))
        const told = occurrencesAt('x'.repeat(100), places, tags)
        for (const place of told)
          expect(new Set(place.tags.map(({ id }) => id))).toEqual(
            new Set(tags.filter(({ target }) => overlap(target[0]!, place)).map(({ id }) => id)),
          )
      }),
    )
  })
})
