import * as fc from 'fast-check'
import papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import type { AnnotationSet } from '../model/annotation-set'
import { annotated, DRAWN_AT, drawer, drawnId, linked } from '../samples/annotated'
import { arbitrarySet } from '../samples/arbitrary-set'
import { csv } from './csv'
import { unguardCell } from './guard-cell'

const written = (set: AnnotationSet) => csv.write(set)[0]!.text
const rowsOf = (set: AnnotationSet) => {
  const { data, errors } = papa.parse<Record<string, string>>(written(set), {
    header: true,
    skipEmptyLines: true,
  })
  expect(errors).toEqual([])
  return data
}

describe('the table of tags', () => {
  it('gives every tag a row, with its words and both kinds of offsets', () => {
    fc.assert(
      fc.property(arbitrarySet, (set) => {
        const rows = rowsOf(set)
        expect(rows.map((row) => row['annotation_id'])).toEqual(set.annotations.map(({ id }) => id))
        for (const [i, { target, note, articleId }] of set.annotations.entries()) {
          const row = rows[i]!
          const { text } = set.articles.find(({ id }) => id === articleId)!
          const ranges = row['ranges']!.split(';').map((range) => range.split('-').map(Number))
          expect(unguardCell(row['quote']!)).toBe(
            ranges.map(([start, end]) => text.slice(start, end)).join(' … '),
          )
          expect(unguardCell(row['note']!)).toBe(note)
          const points = [...text].slice(Number(row['start_cp']), Number(row['end_cp'])).join('')
          expect(points).toBe(text.slice(target[0]!.start, target.at(-1)!.end))
        }
      }),
    )
  })

  it('writes meanings, attributes and links in words', () => {
    const drawn = linked(
      annotated('[Ada](actor) said: [=so](claim) [1|not](1|position) [1|now](1|position)'),
      1,
      'makes',
      2,
    )
    const [actor, claim, position] = drawn.annotations
    const made = { created: DRAWN_AT, modified: DRAWN_AT, annotator: drawer.id }
    const set: AnnotationSet = {
      ...drawn,
      annotations: [
        { ...actor!, means: drawnId(50), attributes: { confidence: 4 } },
        { ...claim!, attributes: { speech: 'direct', note: ['a', 'b'] } },
        { ...position!, means: drawnId(52), attributes: { stance: -2 } },
      ],
      actors: [
        { id: drawnId(50), name: 'Ada King', aliases: [], kind: 'person', country: null, roles: [], ...made },
      ],
      issues: [{ id: drawnId(51), question: 'When?', ...made }],
      positions: [{ id: drawnId(52), issue: drawnId(51), answer: 'Not now', ...made }],
    }
    const rows = rowsOf(set)
    expect(rows[0]).toMatchObject({ means: 'Ada King', confidence: '4', links: `makes:${drawnId(2)}` })
    expect(rows[1]).toMatchObject({ quote: "'=so", speech: 'direct', attribute_note: 'a; b', note: '' })
    expect(rows[2]).toMatchObject({
      quote: 'not … now',
      means: 'Not now',
      means_issue: 'When?',
      stance: '-2',
    })
    expect(written(set)).toContain(',-2,')
  })

  it('ends every line with CRLF, has no byte-order mark, and keeps its columns without tags', () => {
    const text = written(annotated('None.'))
    expect(text).toMatch(/^"annotation_id","article_id",.*"speech",.*"modified"\r\n$/)
    expect(written(annotated('[a](actor)\n[b](actor)')).split('\r\n')).toHaveLength(4)
  })
})
