import fc from 'fast-check'
import { $getRoot, createEditor, type ElementNode } from 'lexical'
import { describe, expect, it } from 'vitest'
import { structureOf } from '../../../data/importers/blocks'
import { readerNodes } from './nodes'
import { paragraphsOf } from './paragraphs'
import { $showText, Places, type LexicalPoint } from './places'

function shown(text: string) {
  const paragraphs = paragraphsOf({ text, blocks: [...structureOf(text).blocks] })
  const editor = createEditor({ nodes: readerNodes, editable: false })
  let places = new Places([])
  editor.update(() => void (places = new Places($showText(text, paragraphs))), { discrete: true })
  const read = <T>(work: () => T): T => editor.getEditorState().read(work)
  return { editor, places, paragraphs, read, text }
}

const talks =
  'DALMERE, March 12 (Wire) - Zoë met 🙂 Ada.\n\nShe said “no”.\n\nCopyright © 2031 Wire. All rights reserved.'

describe('the text on screen', () => {
  it('is the article’s, paragraph by paragraph, with the dateline apart', () => {
    const { read, paragraphs } = shown(talks)
    expect(
      read(() =>
        $getRoot()
          .getAllTextNodes()
          .map((node) => `${node.getType()}: ${node.getTextContent()}`),
      ),
    ).toEqual([
      'dateline: DALMERE, March 12 (Wire) - ',
      'text: Zoë met 🙂 Ada.',
      'text: She said “no”.',
      'text: Copyright © 2031 Wire. All rights reserved.',
    ])
    expect(paragraphs.map(({ type, number }) => [type, number])).toEqual([
      ['paragraph', 1],
      ['paragraph', 2],
      ['boilerplate', null],
    ])
  })

  it('starts a range after a boundary and ends one before it', () => {
    const { places } = shown(talks)
    const seam = talks.indexOf('Zoë')
    const dateline = talks.slice(0, seam)
    expect(places.pointAt(seam, 'start').offset).toBe(0)
    expect(places.pointAt(seam, 'end').offset).toBe(dateline.length)
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
        const { places, paragraphs, read } = shown(text)
        const offset = n % (text.length + 1)
        const inside = paragraphs.some(({ start, end }) => start <= offset && offset <= end)
        for (const edge of ['start', 'end'] as const) {
          const back = read(() => places.$offsetOf(places.pointAt(offset, edge)))
          if (inside) expect(back).toBe(offset)
          else expect(paragraphs.flatMap(({ start, end }) => [start, end])).toContain(back)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('is found from points between elements too', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { places, paragraphs, read } = shown(text)
        const at = (point: LexicalPoint) => places.$offsetOf(point)
        read(() => {
          const root = $getRoot()
          expect(at({ key: 'root', offset: 0, type: 'element' })).toBe(paragraphs[0]!.start)
          expect(at({ key: 'root', offset: root.getChildrenSize(), type: 'element' })).toBe(
            paragraphs.at(-1)!.end,
          )
          const blocks = root.getChildren().flatMap((section) => (section as ElementNode).getChildren())
          for (const [i, block] of blocks.entries())
            expect(at({ key: block.getKey(), offset: 0, type: 'element' })).toBe(paragraphs[i]!.start)
        })
      }),
      { numRuns: 100 },
    )
  })
})
