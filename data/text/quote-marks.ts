import type { Span } from '../model/span'

/** A quotation mark in a text: what it may be there, by the signs around it. */
export interface QuoteMark {
  /** Code units of the text; a mark is one long. */
  readonly at: number
  readonly sign: string
  readonly opens: boolean
  readonly closes: boolean
}

/** Which signs close what a sign opens. „…“ is German, »…« too, ”…” Swedish, and ’ is also an apostrophe. */
const closers: Readonly<Record<string, string>> = {
  '“': '”"',
  '„': '“”"',
  '‟': '”',
  '"': '"”',
  '”': '”',
  '‘': "’'",
  '‚': '‘’',
  "'": "'’",
  '«': '»',
  '»': '«',
  '‹': '›',
  '›': '‹',
}

export const closes = (opening: string, closing: string): boolean =>
  closers[opening]?.includes(closing) === true

const signs = /[“”„‟"‘’‚'«»‹›]/g
const single = /[‘’‚']/
const letter = /[\p{L}\p{N}]/u
const opener = /[\s([{<–—“”„‟"‘’‚'«»‹›/-]/u

/**
 * The quotation marks of a stretch in text order, apostrophes left out. Which way a mark that does both turns is told
 * by its neighbours: it opens after white space, a bracket, a dash or another mark, and before what is no white space;
 * it closes after what is no white space. Marks that mean one thing whatever stands beside them do that.
 */
export function quoteMarksIn(text: string, { start, end }: Span): QuoteMark[] {
  const marks: QuoteMark[] = []
  for (const { 0: sign, index } of text.slice(start, end).matchAll(signs)) {
    const at = start + index
    const before = at > start ? text.charAt(at - 1) : ' '
    const after = at + 1 < end ? text.charAt(at + 1) : ' '
    const [afterGap, beforeGap] = [opener.test(before), /\s/u.test(after)]
    if (single.test(sign)) {
      const isApostrophe = letter.test(before) && letter.test(after)
      if (isApostrophe) continue
      const opens = sign !== '’' && afterGap && letter.test(after)
      const closing = sign !== '‚' && !/\s/u.test(before) && !letter.test(after)
      if (opens || closing) marks.push({ at, sign, opens, closes: closing })
      continue
    }
    const isLow = sign === '„' || sign === '‟'
    // French marks stand off their words: « oui ».
    const opens = sign === '“' || isLow || (afterGap && (!beforeGap || sign === '«' || sign === '‹'))
    const standsOff = (sign === '»' || sign === '›') && !letter.test(after)
    marks.push({ at, sign, opens, closes: !isLow && (standsOff || !/\s/u.test(before)) })
  }
  return marks
}
