import type { Span } from '../model/span'

/**
 * Between two such characters a grapheme cluster always ends: ASCII, and the letters of scripts whose letters
 * neither join into clusters nor begin one (Latin, Greek, Cyrillic, Hebrew, Arabic, kana, Han).
 */
const plain = /[\n\x20-\x7EÀ-ˮΑ-ϿЀ-ҁҊ-ԯא-תؠ-يぁ-ゖァ-ヺ一-鿿]/

/** How far to look for such a place, in code units, before giving up and taking the whole text. */
const PATIENCE = 4096

const isPlain = (text: string, at: number) => plain.test(text.charAt(at))

/**
 * A piece of the text around `offset`, at least `reach` code units to each side where the text has them, that
 * starts and ends between two grapheme clusters. `Intl.Segmenter` copies what it is given, so a piece is what makes
 * one look into a long text quick. Where no safe place is near, the piece goes on to the end of the text.
 */
export function neighbourhood(text: string, offset: number, reach: number): Span {
  return { start: safeStart(text, offset - reach), end: safeEnd(text, offset + reach) }
}

function safeStart(text: string, from: number): number {
  for (let at = Math.min(from, text.length); at > from - PATIENCE; at--) {
    if (at <= 0) return 0
    if (isPlain(text, at - 1) && isPlain(text, at)) return at
  }
  return 0
}

function safeEnd(text: string, from: number): number {
  for (let at = Math.max(from, 0); at < from + PATIENCE; at++) {
    if (at >= text.length) return text.length
    if (at > 0 && isPlain(text, at - 1) && isPlain(text, at)) return at
  }
  return text.length
}
