import type { PlacedTags } from '../placed'

/** The words of an article: where each starts and ends in its text, in UTF-16 code units, in text order. */
export interface Tokens {
  readonly count: number
  /** UTF-16 code units of the whole text. */
  readonly length: number
  readonly starts: Int32Array
  readonly ends: Int32Array
}

const segmenters = new Map<string, Intl.Segmenter>()

function segmenterFor(language: string | null): Intl.Segmenter {
  const known = segmenters.get(language ?? '')
  if (known) return known
  const made = new Intl.Segmenter(isLanguage(language) ? language : 'en', { granularity: 'word' })
  segmenters.set(language ?? '', made)
  return made
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
  const segmenter = segmenterFor(language)
  // Each segment comes with a copy of all that was given to be cut, so it is given line by line: no word goes over the end of a line.
  for (let from = 0; from < text.length;) {
    const end = text.indexOf('\n', from)
    const line = end === -1 ? text.slice(from) : text.slice(from, end)
    for (const { segment, index, isWordLike } of segmenter.segment(line)) {
      if (!isWordLike) continue
      starts.push(from + index)
      ends.push(from + index + segment.length)
    }
    from += line.length + 1
  }
  return {
    count: starts.length,
    length: text.length,
    starts: Int32Array.from(starts),
    ends: Int32Array.from(ends),
  }
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
export function histogramOf(sets: readonly TokenSet[], { count }: Tokens): Int32Array {
  const histogram = new Int32Array(sets.length + 1)
  for (let at = 0; at < count; at++) {
    let have = 0
    for (const set of sets) have += (set[at >> 5]! >>> (at & 31)) & 1
    histogram[have]!++
  }
  return histogram
}
