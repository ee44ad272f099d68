import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { faultInBlocks } from '../model/article'
import { oddText } from '../text/odd-text.test-data'
import { articleOf, pictureOf } from './picture.test-data'
import { readArticle } from './read-article'

/** Without the control characters that make a file no text, or text of another encoding. */
const readable = (text: string) =>
  ![...text].some((c) => c < ' ' && !'\n\r\t'.includes(c)) &&
  readArticle({ name: 'a.txt', bytes: new TextEncoder().encode(text) }).ok

describe('the lines above a report', () => {
  it('are headline, subhead, byline and date', () => {
    expect(
      pictureOf(
        'Two Hours In Dalmere\nA door, a key\nBy Jon Orr and Åse Lind\n3 March 2031, 19:05\n\nIt rained.',
      ),
    ).toEqual([
      'headline | Two Hours In Dalmere',
      'subhead | A door, a key',
      'byline | By Jon Orr and Åse Lind',
      'dateline | 3 March 2031, 19:05',
      'paragraph | It rained.',
    ])
  })

  it.each(['Von Jan Kolbe, Torren', 'Par Zoé Dufour', 'by Ada Quill', 'By ADA QUILL, in Torren'])(
    'have a byline: %s',
    (byline) => {
      expect(pictureOf(`WAR OF WORDS OVER DAM\n${byline}\nIt rained all day.`)).toEqual([
        'headline | WAR OF WORDS OVER DAM',
        `byline | ${byline}`,
        'paragraph | It rained all day.',
      ])
    },
  )

  it.each([
    'Published: Feb. 26, 2013 at 7:15 PM',
    'TORREN/ DALMERE | Tue Feb 26, 2013 5:12pm EST',
    '26.2.2013, 19.15 Uhr',
  ])('have the day: %s', (line) => {
    expect(pictureOf(`War of words over dam\n${line}\nIt rained.`)[1]).toBe(`dateline | ${line}`)
  })

  it('have the agency below the names', () => {
    expect(pictureOf('War of words\nBy ADA QUILL\nAssociated Press\nIt rained.').slice(1, 3)).toEqual([
      'byline | By ADA QUILL',
      'byline | Associated Press',
    ])
  })

  it('have a headline that starts with a place in capitals', () => {
    expect(pictureOf('TORREN: Ministers meet in a tent\n\nIt rained.')[0]).toBe(
      'headline | TORREN: Ministers meet in a tent',
    )
  })

  it('are none where the first line is a sentence', () => {
    expect(pictureOf('It rained all day.\nNobody came.')[0]).toBe('paragraph | It rained all day.')
  })

  it('may end in a shortened word', () => {
    expect(pictureOf('Minister leaves for the U.S.\n\nHe left at noon.')[0]).toBe(
      'headline | Minister leaves for the U.S.',
    )
  })

  it('are not made out of verse, where nothing is longer', () => {
    expect(pictureOf('The river\nthe bridge\nthe toll')).toEqual([
      'paragraph | The river',
      'paragraph | the bridge',
      'paragraph | the toll',
    ])
  })
})

describe('a dateline', () => {
  it.each([
    'MUNICH, Germany (AFP) - ',
    ' date 2013-02-26 MOSCOW/ BERLIN (Reuters) - ',
    'TORREN, March 11 (Meridian) – ',
    'LONDON, Feb 26, 2013 /PRNewswire/ -- ',
    'BERLIN — ',
    'HALSUND, 14 October. ',
    'Tolvash, 3. November 2031. ',
    'Berlin (dpa) - ',
    'UNITED NATIONS, Tuesday, Feb. 26 (AP) — ',
    'MOSCOW, May 7. /ITAR-TASS/. ',
    'MADRID, 3 nov. (EFE).- ',
    'ST. PETERSBURG (Reuters) - ',
    '(CNN) -- ',
    'March 11 (Reuters) - ',
    'Moscow, May 7, Interfax - ',
    'BEIRUT: ',
  ])('shares a line with the paragraph that it opens: %s', (dateline) => {
    const report = 'Ministers met on Tuesday.'
    expect(pictureOf(`Ministers meet\n\n${dateline}${report}\n\nThey parted.`)).toEqual([
      'headline | Ministers meet',
      `dateline | ${dateline}`,
      `paragraph | ${report}`,
      'paragraph | They parted.',
    ])
  })

  it('may have a line to itself, or come after a summary', () => {
    expect(pictureOf('TORREN, March 11 (Meridian) –\nMinisters met on Tuesday.')).toEqual([
      'dateline | TORREN, March 11 (Meridian) –',
      'paragraph | Ministers met on Tuesday.',
    ])
    expect(pictureOf('A summary comes first.\n\nTORREN — Ministers met.')[1]).toBe('dateline | TORREN — ')
  })

  it('may follow a byline on the same line', () => {
    expect(pictureOf('By Ada Quill | TORREN (Meridian) – Ministers met on Tuesday.')).toEqual([
      'byline | By Ada Quill | ',
      'dateline | TORREN (Meridian) – ',
      'paragraph | Ministers met on Tuesday.',
    ])
  })

  it.each([
    'NOTE: Ministers met on Tuesday.',
    'EXCLUSIVE - Ministers met on Tuesday.',
    'Ministers – all three of them – met on Tuesday.',
    'On March 11, 2031 they met, and nobody spoke.',
    'The Highland Guard (HG) was not there.',
    'Lavin (left early) - and so did Orr.',
  ])('is not seen where there is none: %s', (sentence) => {
    expect(pictureOf(`${sentence}\n\nThey parted.`)[0]).toBe(`paragraph | ${sentence}`)
  })
})

/** What a line is taken for between two paragraphs. */
const typeBetween = (line: string) =>
  articleOf(`It rained all day on Tuesday.\n\n${line}\n\nNobody came to the old customs house.`).blocks[1]
    ?.type

describe('between paragraphs', () => {
  it.each([
    'Minister Jon Orr (R) meets his colleague in Torren. MERIDIAN/Pia Holm',
    'Jon Orr (L) and Ada Lind (R) in Torren on March 3.',
    'Photo: The harbour of Torren',
    '[Photograph: The harbour. Picture: Theo Lamm/The Post]',
    'Police outside the courthouse in Torren. (AP Photo/Jane Roe)',
    'The harbour at night. Photo by Mette Holm',
    'FILE PHOTO: The harbour at night',
  ])('is a caption: %s', (line) => expect(typeBetween(line)).toBe('caption'))

  it.each([
    'Copyright © 2031 The Torren Post. All rights reserved.',
    '© Neue Torrener 2031',
    '(c) 2031 Meridian',
    'ADVERTISEMENT',
    'Anzeige',
    '(Reporting by Jon Orr; editing by Ada Lind)',
    '(Additional reporting by Jon Orr)',
    'Meridian writer Jon Orr contributed to this report.',
    'Read more: The dam that failed',
    'Sign up for our newsletter',
    'A version of this article appeared in print on page 1.',
    'Follow us on every channel',
    'newsroom@torrenpost.example',
    'https://www.torrenpost.example/a/1',
    '___',
    '* * *',
  ])('is boilerplate: %s', (line) => expect(typeBetween(line)).toBe('boilerplate'))

  it.each([
    'CORRECTION: An earlier version had the wrong day.',
    'The senator (R) said no to that.',
    'Copyrighted songs were played all night.',
    'He asked them to read more books.',
    '— Да, — сказал он.',
    '1. FC Torren won the cup on Tuesday.',
  ])('stays a paragraph: %s', (line) => expect(typeBetween(line)).toBe('paragraph'))

  it.each(['What the sides want', 'KEY POINTS'])('is a subhead: %s', (line) =>
    expect(typeBetween(line)).toBe('subhead'),
  )

  it('are lists, with bullets or with numbers', () => {
    expect(
      pictureOf('It rained.\n• The road\n• The dam\nIt went on.\n1. Flour.\n2. Grain.\n3. May passed.'),
    ).toEqual([
      'paragraph | It rained.',
      'list | • The road',
      'list | • The dam',
      'paragraph | It went on.',
      'list | 1. Flour.',
      'list | 2. Grain.',
      'paragraph | 3. May passed.',
    ])
  })
})

/** Lines as articles have them, in any order. */
const wireLines = fc
  .array(
    fc.oneof(
      oddText,
      fc.constantFrom(
        'TORREN, March 11 (Meridian) – They met.',
        'By Ada Quill',
        'By Ada Quill | TORREN – They met.',
        '© 2031 The Torren Post. https://post.example/1',
        '• One',
        '1. One',
        '2. Two',
        '(CNN) --',
        '',
        ' ',
        'The ministers of both states agreed on Monday to open the only road',
      ),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .chain((all) => fc.constantFrom('\n', '\n\n').map((newline) => all.join(newline)))
  .filter((text) => readable(text))

it('covers any text with valid blocks, and keeps the text', () => {
  fc.assert(
    fc.property(wireLines, (pasted) => {
      const article = articleOf(pasted)
      expect(faultInBlocks(article)).toBeNull()
      const whole = Buffer.from(pasted.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')).toString()
      expect(article.text).toBe(whole)
    }),
    { numRuns: 1000 },
  )
})

it('cuts only at whole lines, but for datelines and bylines', () => {
  fc.assert(
    fc.property(wireLines, (pasted) => {
      const { text, blocks } = articleOf(pasted)
      const insideLines = blocks.filter(({ start }, i) => {
        const before = blocks[i - 1]
        const opened = before?.end === start && ['dateline', 'byline'].includes(before.type)
        return !opened && start > 0 && text[start - 1] !== '\n'
      })
      const endInside = blocks.filter(
        ({ end }, i) => blocks[i + 1]?.start !== end && end < text.length && text[end] !== '\n',
      )
      expect([insideLines, endInside]).toEqual([[], []])
    }),
  )
})
