import fc from 'fast-check'
import { expect, it } from 'vitest'
import { placeNotes, type MarginNote } from './place-notes'

const measures = { leading: 10, gap: 5, height: 100 }
const note = (y: number, lines = 1): MarginNote => ({ y, lines })

/** "0@20 1@35 | 2@0": the pages with each note and where it stands. */
const drawn = (...pages: (readonly MarginNote[])[]) =>
  placeNotes(pages, measures)
    .pages.map((page) => page.map(({ note: i, y }) => `${i}@${y}`).join(' '))
    .join(' | ')

it('puts notes at their lines', () => {
  expect(drawn([note(20), note(60, 2)], [note(0)])).toBe('0@20 1@60 | 2@0')
})

it('moves a note down that would lie over the one before', () => {
  expect(drawn([note(20, 3), note(30)])).toBe('0@20 1@55')
})

it('moves notes up that would go off the page, and those before them with them', () => {
  expect(drawn([note(60, 2), note(90, 2)])).toBe('0@55 1@80')
})

it('goes on with a note on the next page, before that one’s own', () => {
  expect(placeNotes([[note(0, 8), note(90, 8)], [note(10)]], measures)).toEqual({
    pages: [
      [
        { note: 0, from: 0, to: 8, y: 0 },
        { note: 1, from: 0, to: 1, y: 85 },
      ],
      [
        { note: 1, from: 1, to: 8, y: 0 },
        { note: 2, from: 0, to: 1, y: 75 },
      ],
    ],
    left: [],
  })
})

it('says what found no room at all', () => {
  expect(placeNotes([[note(0, 25)]], measures).left).toEqual([{ note: 0, from: 10 }])
})

it('loses no line of any note, lets none overlap, and has none off the page', () => {
  const anyNote = fc.record({ y: fc.integer({ min: 0, max: 95 }), lines: fc.integer({ min: 1, max: 14 }) })
  const anyPage = fc.array(anyNote, { maxLength: 6 }).map((notes) => notes.toSorted((a, b) => a.y - b.y))
  fc.assert(
    fc.property(fc.array(anyPage, { maxLength: 6 }), (pages) => {
      const placed = placeNotes(pages, measures)
      const lines = placed.pages
        .flat()
        .flatMap(({ note: i, from, to }) => Array.from({ length: to - from }, (_, j) => `${i}.${from + j}`))
      const all = pages.flat()
      const rest = placed.left.flatMap(({ note: i, from }) =>
        Array.from({ length: all[i]!.lines - from }, (_, j) => `${i}.${from + j}`),
      )
      expect([...lines, ...rest]).toEqual(
        all.flatMap(({ lines: count }, i) => Array.from({ length: count }, (_, j) => `${i}.${j}`)),
      )
      for (const page of placed.pages) {
        let foot = 0
        for (const { from, to, y } of page) {
          expect(y).toBeGreaterThanOrEqual(foot)
          foot = y + (to - from) * measures.leading
        }
        expect(foot).toBeLessThanOrEqual(measures.height)
      }
    }),
  )
})
