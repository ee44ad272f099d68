import type { Span } from '../model/span'

/** Scripts that put nothing between words: whether one ends between two of their letters, no sign tells. */
const unparted =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** Letters, digits, marks on them, and what joins them to one word, as "_". */
const ofWord = /[\p{L}\p{N}\p{M}\p{Pc}]/u

/**
 * Whether no word goes on over either end of the span: "Russia" is whole in "Russia’s", in "pro-Russia" and beside an emoji,
 * and not in "Russian". Between two letters of a script that is written without gaps a word may always end.
 */
export const isWhole = (text: string, { start, end }: Span): boolean =>
  !isCutAt(text, start) && !isCutAt(text, end)

function isCutAt(text: string, offset: number): boolean {
  const [before, after] = [characterBefore(text, offset), characterAt(text, offset)]
  return ofWord.test(before) && ofWord.test(after) && !(unparted.test(before) && unparted.test(after))
}

const characterAt = (text: string, offset: number): string => {
  const code = text.codePointAt(offset)
  return code === undefined ? '' : String.fromCodePoint(code)
}

function characterBefore(text: string, offset: number): string {
  const isLow = /[\uDC00-\uDFFF]/.test(text.charAt(offset - 1))
  return text.slice(Math.max(0, offset - (isLow ? 2 : 1)), offset)
}
