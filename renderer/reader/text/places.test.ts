import fc from 'fast-check'
import { $getRoot, createEditor } from 'lexical'
import { describe, expect, it } from 'vitest'
import { structureOf } from '../../../data/importers/blocks'
import { SectionNode } from './nodes'
import { paragraphsOf } from './paragraphs'
import { piecesOf, Places } from './places'

function shown(text: string) {
  const paragraphs = paragraphsOf({ text, blocks: [...structureOf(text).blocks] })
  return { paragraphs, places: new Places(text, paragraphs) }
}

const talks =
  'DALMERE, March 12 (Wire) - Zoë met 🙂 Ada.\n\nShe said “no”.\n\nCopyright © 2031 Wire. All rights reserved.'

describe('the text on screen', () => {
  it('is the article’s, paragraph by paragraph, with the dateline apart', () => {
    const { paragraphs } = shown(talks)
    expect(
      paragraphs
        .flatMap((paragraph) => piecesOf(talks, paragraph))
        .map(
          ({ start, end, isDateline }) => `${isDateline ? 'dateline' : 'words'}: ${talks.slice(start, end)}`,
        ),
    ).toEqual([
      'dateline: DALMERE, March 12 (Wire) - ',
      'words: Zoë met 🙂 Ada.',
      'words: She said “no”.',
      'words: Copyright © 2031 Wire. All rights reserved.',
    ])
    expect(paragraphs.map(({ type, number }) => [type, number])).toEqual([
      ['paragraph', 1],
      ['paragraph', 2],
      ['boilerplate', null],
    ])
  })

  it('is the article’s for Lexical too', () => {
    const { paragraphs } = shown(talks)
    const editor = createEditor({ nodes: [SectionNode], editable: false })
    editor.update(() => void $getRoot().append(new SectionNode({ text: talks, paragraphs, first: 0 })), {
      discrete: true,
    })
    expect(editor.read(() => $getRoot().getTextContent())).toBe(talks)
  })

  it('starts a range after a boundary and ends one before it', () => {
    const { places } = shown(talks)
    const seam = talks.indexOf('Zoë')
    const dateline = talks.slice(0, seam)
    expect(places.placeOf(seam, 'start')).toEqual({ paragraph: 0, piece: 1, at: 0 })
    expect(places.placeOf(seam, 'end')).toEqual({ paragraph: 0, piece: 0, at: dateline.length })
  })
})

/** Any text with something to read in it: lines, emoji, accents, right-to-left words, halves of pairs. */
const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      fc.constantFrom(
        '\n',
        '\n\n',
        ' ',
        '🙂',
        'Zoë',
        'e\u0301',
        'שלום',
        '\ud83d',
        'DALMERE, March 12 (Wire) - ',
        'By Ada Quill\n',
      ),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join('').replace(/\r/g, ''))
  .filter((text) => /\S/u.test(text))

describe('any offset of any text', () => {
  it('comes back from its point', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), (text, n) => {
        const { places, paragraphs } = shown(text)
        const offset = n % (text.length + 1)
        const inside = paragraphs.some(({ start, end }) => start <= offset && offset <= end)
        for (const edge of ['start', 'end'] as const) {
          const back = places.offsetOf(places.placeOf(offset, edge))
          if (inside) expect(back).toBe(offset)
          else expect(paragraphs.flatMap(({ start, end }) => [start, end])).toContain(back)
        }
      }),
      { numRuns: 300 },
    )
  })
})
