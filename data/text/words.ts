import type { Span } from '../model/span'
import { widenToGraphemes } from './graphemes'
import { neighbourhood } from './neighbourhood'

const segmenter = new Intl.Segmenter('en', { granularity: 'word' })

/** Code units looked at to each side; a longer run without white space is cut there. */
const REACH = 512

/** Joins what stands to its left and right into one word: "al-Moualem". */
const joiner = /^[-\u2010\u2011'’]$/
/** "U" and "U.S", which go on with a full stop and a letter. */
const initial = /^(?:\p{L}\.)*\p{L}$/u
/** "U.S", whose last full stop belongs to it. */
const initials = /^(?:\p{L}\.)+\p{L}$/u
/** Keeps what it splits at. */
const stopBetween = /(?<=\p{L})([.:])(?=\p{L})/u
const letter = /^\p{L}$/u

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
  const pieces = piecesOf(text.slice(start, end))

  const words: { start: number; end: number }[] = []
  let mayJoin = false
  for (const [i, { segment, index, isWordLike }] of pieces.entries()) {
    const last = words.at(-1)
    const touches = last?.end === start + index
    if (isWordLike && last && touches && mayJoin) last.end = start + index + segment.length
    else if (isWordLike) words.push({ start: start + index, end: start + index + segment.length })
    else if (last && touches) {
      const [before, after] = [text.slice(last.start, last.end), pieces[i + 1]]
      const initialsGoOn = segment === '.' && initial.test(before) && letter.test(after?.segment ?? '')
      mayJoin = initialsGoOn || (joiner.test(segment) && after?.isWordLike === true)
      if (mayJoin || (segment === '.' && initials.test(before))) last.end += segment.length
      continue
    }
    mayJoin = false
  }
  return words
}

/**
 * The segments of a piece of text, those with a full stop or a colon between letters cut there: Chromium's segmenter cuts
 * them, Node's does not, and a word is the same in both.
 */
function piecesOf(text: string): { segment: string; index: number; isWordLike: boolean }[] {
  return [...segmenter.segment(text)].flatMap(({ segment, index, isWordLike = false }) => {
    let at = index
    return segment.split(stopBetween).map((piece) => {
      const cut = { segment: piece, index: at, isWordLike: isWordLike && !/^[.:]$/.test(piece) }
      at += piece.length
      return cut
    })
  })
}

/** Where the last white space before the last character stands; -1 without any. */
function lastGap(text: string): number {
  for (let at = text.length - 1; at >= 0; at--) if (/\s/u.test(text.charAt(at))) return at
  return -1
}
