import type { Span } from '../model/span'

/** Scripts whose words have no space between them, so that nobody can tell by looking where one is cut. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const ofAWord = /^[\p{L}\p{N}\p{M}]$/u

/** The character that ends just before `offset`, a pair of surrogates as one; empty at the start of the text. */
function before(text: string, offset: number): string {
  const low = text.charAt(offset - 1)
  return /[\uDC00-\uDFFF]/.test(low) ? text.slice(Math.max(0, offset - 2), offset) : low
}

const after = (text: string, offset: number): string =>
  offset < text.length ? String.fromCodePoint(text.codePointAt(offset)!) : ''

/** Whether letters or digits go on over this place without anything between them. */
function isInsideWord(text: string, offset: number): boolean {
  const [left, right] = [before(text, offset), after(text, offset)]
  return ofAWord.test(left) && ofAWord.test(right) && !unspaced.test(left) && !unspaced.test(right)
}

/** Whether the span starts or ends inside a word. The "’s" of "Assad’s" and the parts of "Russian-backed" are none. */
export const cutsWord = (text: string, { start, end }: Span): boolean =>
  isInsideWord(text, start) || isInsideWord(text, end)

/** The span with the rest of the words that it cuts. */
export function withWholeWords(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end]
  while (isInsideWord(text, from)) from -= before(text, from).length
  while (isInsideWord(text, to)) to += after(text, to).length
  return { start: from, end: to }
}

export const hasWhiteSpaceAtEdge = (text: string, span: Span): boolean => {
  const { start, end } = withoutWhiteSpace(text, span)
  return start !== span.start || end !== span.end
}

/** The span without white space at its ends; as it is when it holds nothing else. */
export function withoutWhiteSpace(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end)
  const trimmed = words.trim()
  if (trimmed === '') return { start, end }
  const from = start + words.length - words.trimStart().length
  return { start: from, end: from + trimmed.length }
}
