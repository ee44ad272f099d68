/** Longer lines are no headlines, in code units. */
const LONGEST_HEADLINE = 200
const LONGEST_SUBHEAD = 60

const shortened = /(?:^|\s)(?:\p{L}\.){1,4}$|(?:Inc|Ltd|Corp|Co|Jr|Sr|etc)\.$|(?:\.\.\.|…)$/u
const stopped = /[.,;:。][”"’')\]»]*$/u

/** Whether the line is short and ends without a full stop, as headlines do. "… leaves the U.S." and "…" may end one. */
export function mayBeHeadline(line: string): boolean {
  const text = line.trim()
  if (text.length > LONGEST_HEADLINE || !/[\p{L}\p{N}]/u.test(text)) return false
  return shortened.test(text) || !stopped.test(text)
}

/** Whether a line between paragraphs may head those below it: shorter, and no question or speech that is part of the text. */
export function mayBeSubhead(line: string): boolean {
  const text = line.trim()
  if (text.length > LONGEST_SUBHEAD || !mayBeHeadline(text)) return false
  return /^[“"‘'«„]?[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u.test(text) && !/[!?…”"»]$|\.\.\.$|\.$/u.test(text)
}
