import type { PlacedTags } from '../placed'

/** The words of an article: where each starts and ends in its text, in UTF-16 code units, in text order. */
export interface Tokens {
  readonly count: number
  /** UTF-16 code units of the whole text. */
  readonly length: number
  readonly starts: Int32Array
  readonly ends: Int32Array
}

/** What stands as the language of an article can be anything; `Intl` throws at what is no language tag. */
function isLanguage(language: string | null): language is string {
  if (language === null) return false
  try {
    return Intl.getCanonicalLocales(language).length === 1
  } catch {
    return false
  }
}

/**
 * A token is a word-like segment of `Intl.Segmenter` in the article's language (BCP 47), or in English where it has none: “don’t” is one
 * token, “al-Moualem” two, a full stop none.
 */
export function tokensOf(text: string, language: string | null): Tokens {
  const starts: number[] = []
  const ends: number[] = []
  const words = wordsFor(language)
  const cut = (piece: string, at: number) => {
    const edges = words(piece)
    for (let i = 0; i < edges.length; i += 2) {
      starts.push(at + edges[i]!)
      ends.push(at + edges[i + 1]!)
    }
  }
  // Each segment comes with a copy of all that was given to be cut, so it is given line by line: no word goes over the end of a line.
  for (let from = 0; from < text.length;) {
    const end = endOf(text, '\n', from)
    const line = text.slice(from, end)
    if (endsAtSpaces.test(line))
      for (let at = 0; at < line.length;) {
        const space = endOf(line, ' ', at)
        if (space > at) cut(line.slice(at, space), from + at)
        at = space + 1
      }
    else cut(line, from)
    from = end + 1
  }
  return {
    count: starts.length,
    length: text.length,
    starts: Int32Array.from(starts),
    ends: Int32Array.from(ends),
  }
}

function endOf(text: string, sign: string, from: number): number {
  const at = text.indexOf(sign, from)
  return at === -1 ? text.length : at
}

/**
 * Lines in which nothing goes over a space: of Latin letters and the usual signs. What joins on to a sign before it, even to a space
 * (Unicode Standard Annex 29, rule WB4), is not among them.
 */
const endsAtSpaces = /^[\x20-\x7e\xa0-\xac\xae-\u02ff\u2010-\u2027\u2030-\u205e]*$/

/** What stands between two spaces, that is kept; the most words of a language's news are among so many. */
const KEPT = 50_000
/** Code units of such a piece at most: what is longer hardly comes again. */
const LONGEST = 40

const known = new Map<string, (text: string) => readonly number[]>()

/** Cuts a text that holds no end of a line: start and end of each token, one after the other. The same text is mostly cut but once. */
function wordsFor(language: string | null): (text: string) => readonly number[] {
  const made = known.get(language ?? '')
  if (made) return made
  const segmenter = new Intl.Segmenter(isLanguage(language) ? language : 'en', { granularity: 'word' })
  const pieces = new Map<string, readonly number[]>()
  const words = (text: string) => {
    const cut = pieces.get(text)
    if (cut) return cut
    const edges: number[] = []
    for (const { segment, index, isWordLike } of segmenter.segment(text))
      if (isWordLike) edges.push(index, index + segment.length)
    if (text.length <= LONGEST) {
      if (pieces.size === KEPT) pieces.clear()
      pieces.set(text, edges)
    }
    return edges
  }
  known.set(language ?? '', words)
  return words
}

/** Sets of tokens as bits, 32 a number. */
export type TokenSet = Int32Array

export const tokenSet = ({ count }: Pick<Tokens, 'count'>): TokenSet => new Int32Array((count + 31) >> 5)

/** Puts the tokens into `into` of which a tag covers at least one code unit. */
export function cover(into: TokenSet, tokens: Tokens, tags: PlacedTags, tag: number): void {
  for (let part = tags.parts[tag]!; part < tags.parts[tag + 1]!; part += 2) {
    const end = tags.edges[part + 1]!
    for (let at = firstEndingAfter(tokens, tags.edges[part]!); at < tokens.count; at++) {
      if (tokens.starts[at]! >= end) break
      into[at >> 5]! |= 1 << (at & 31)
    }
  }
}

function firstEndingAfter({ count, ends }: Tokens, offset: number): number {
  let [low, high] = [0, count]
  while (low < high) {
    const middle = (low + high) >> 1
    if (ends[middle]! > offset) high = middle
    else low = middle + 1
  }
  return low
}

/** How many tokens are in both. */
export function countBoth(a: TokenSet, b: TokenSet): number {
  let count = 0
  for (let i = 0; i < a.length; i++) count += bits(a[i]! & b[i]!)
  return count
}

export function countOf(a: TokenSet): number {
  let count = 0
  for (let i = 0; i < a.length; i++) count += bits(a[i]!)
  return count
}

/** The bits of 32 that are set (Warren, Hacker's Delight, 5-1). */
function bits(word: number): number {
  let sum = word - ((word >>> 1) & 0x55555555)
  sum = (sum & 0x33333333) + ((sum >>> 2) & 0x33333333)
  return Math.imul((sum + (sum >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** By how many sets a token is in, how many tokens there are: the first for none. */
export function histogramOf(sets: readonly TokenSet[], { count }: Pick<Tokens, 'count'>): Int32Array {
  const histogram = new Int32Array(sets.length + 1)
  // For 32 tokens at once: the first of these has the ones of how many sets each is in, the next the twos, then the fours.
  const digits = new Int32Array(32 - Math.clz32(sets.length))
  for (let word = 0; 32 * word < count; word++) {
    digits.fill(0)
    for (const set of sets)
      for (let carry = set[word]!, digit = 0; carry !== 0; digit++) {
        const next = digits[digit]! & carry
        digits[digit]! ^= carry
        carry = next
      }
    const left = count - 32 * word
    const there = left < 32 ? (1 << left) - 1 : -1
    for (let have = 0; have <= sets.length; have++) {
      let those = there
      for (let digit = 0; digit < digits.length; digit++)
        those &= (have >> digit) & 1 ? digits[digit]! : ~digits[digit]!
      if (those !== 0) histogram[have]! += bits(those)
    }
  }
  return histogram
}
