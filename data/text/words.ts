import type { Span } from '../model/span'
import { widenToGraphemes } from './graphemes'
import { neighbourhood } from './neighbourhood'

const segmenter = new Intl.Segmenter('en', { granularity: 'word' })

/** Code units looked at to each side; a longer run without white space is cut there. */
const REACH = 512

/** Joins what stands to its left and right into one word: "al-Moualem". */
const joiner = /^[-\u2010\u2011'’]$/
/** "U.S", whose last full stop belongs to it. */
const initials = /^(?:\p{L}\.)+\p{L}$/u

/**
 * The word that the character at `offset` belongs to, else the word that ends there, else `null`. Words joined by
 * a hyphen or an apostrophe are one ("al-Moualem", "Assad’s"), and so are initials with their last full stop ("U.S.").
 */
export function wordAt(text: string, offset: number): Span | null {
  const words = wordsAround(text, offset)
  return (
    words.find(({ start, end }) => start <= offset && offset < end) ??
    words.find(({ end }) => end === offset) ??
    null
  )
}

/** Where the next word ends after `offset`; the end of the text if there is none. */
export function nextWordEnd(text: string, offset: number): number {
  for (let at = Math.max(offset, 0); at < text.length; at++) {
    if (!mayBeWord(text, at)) continue
    const word = wordAt(text, at)
    if (word && word.end > offset) return word.end
  }
  return text.length
}

/** Where the last word starts before `offset`; the start of the text if there is none. */
export function previousWordStart(text: string, offset: number): number {
  for (let at = Math.min(offset, text.length) - 1; at >= 0; at--) {
    if (!mayBeWord(text, at)) continue
    const word = wordAt(text, at)
    if (word && word.start < offset) return word.start
  }
  return 0
}

/**
 * The least span around this one that cuts neither a word nor a grapheme cluster. Edges that stand between words
 * stay; an empty span inside a word gives the word.
 */
export function widenToWords(text: string, span: Span): Span {
  const { start, end } = widenToGraphemes(text, span)
  return { start: wordCutAt(text, start)?.start ?? start, end: wordCutAt(text, end)?.end ?? end }
}

const wordCutAt = (text: string, offset: number): Span | undefined =>
  wordsAround(text, offset).find(({ start, end }) => start < offset && offset < end)

const mayBeWord = (text: string, at: number) => /[\p{L}\p{N}\p{M}\p{Pc}\uD800-\uDFFF]/u.test(text.charAt(at))

/** The words near `offset`, in text order. No word holds white space, so the piece between two gaps is enough. */
function wordsAround(text: string, offset: number): Span[] {
  const near = neighbourhood(text, offset, REACH)
  const gapBefore = lastGap(text.slice(near.start, offset))
  const gapAfter = text.slice(offset + 1, near.end).search(/\s/u)
  const start = gapBefore < 0 ? near.start : near.start + gapBefore
  const end = gapAfter < 0 ? near.end : offset + 1 + gapAfter + 1
  const pieces = [...segmenter.segment(text.slice(start, end))]

  const words: { start: number; end: number }[] = []
  let mayJoin = false
  for (const [i, { segment, index, isWordLike }] of pieces.entries()) {
    const last = words.at(-1)
    const touches = last?.end === start + index
    if (isWordLike && last && touches && mayJoin) last.end = start + index + segment.length
    else if (isWordLike) words.push({ start: start + index, end: start + index + segment.length })
    else if (last && touches && segment === '.' && initials.test(text.slice(last.start, last.end))) last.end++
    else if (last && touches && joiner.test(segment) && pieces[i + 1]?.isWordLike) {
      last.end += segment.length
      mayJoin = true
      continue
    }
    mayJoin = false
  }
  return words
}

/** Where the last white space before the last character stands; -1 without any. */
function lastGap(text: string): number {
  for (let at = text.length - 1; at >= 0; at--) if (/\s/u.test(text.charAt(at))) return at
  return -1
}
