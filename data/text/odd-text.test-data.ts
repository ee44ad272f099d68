import * as fc from 'fast-check'

/** Pieces on which careless counting goes wrong: pairs, families, accents, half pairs, right-to-left, long runs. */
const oddPieces = [
  'a',
  'word ',
  ' ',
  '\n',
  '\t',
  '.',
  '. ',
  'U.S. ',
  'al-Moualem',
  '’s',
  '-',
  '🙂',
  '👩‍👩‍👧',
  '👍🏽',
  '🇺🇸',
  '🇩🇪🇫🇷',
  'é',
  'e\u0301',
  '\u0301',
  '\u200D',
  '\uFE0F',
  'Zoe\u0308',
  'سلام ',
  'שלום',
  '각',
  '\u1100\u1161',
  'क्षि',
  '八百万',
  '\u00A0',
  '\u2028',
  '\uFEFF',
  '\uD83D',
  '\uDE42',
  '1 200',
  '“',
  '”',
]

/** Texts for property tests, made of such pieces and of any other string. */
export const oddText = fc
  .array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...oddPieces) }, fc.string({ unit: 'binary' })), {
    maxLength: 40,
  })
  .map((pieces) => pieces.join(''))

/** Such a text and a span inside it, which may be empty. */
export const oddTextAndSpan = oddText.chain((text) =>
  fc.tuple(fc.nat(text.length), fc.nat(text.length)).map(([a, b]) => ({
    text,
    span: { start: Math.min(a, b), end: Math.max(a, b) },
  })),
)
