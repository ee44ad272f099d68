import type { Annotation } from '../../model/records'
import { overlap, type Span } from '../../model/span'
import { graphemeAt } from '../../text/graphemes'
import type { Occurrence, TagThere } from './occurrence'

/** Code units shown to each side, about: enough to know the place by. */
const BEFORE = 48
const AFTER = 72

/** The places with the words around them and the tags on them. `spans` are in text order and disjoint. */
export function occurrencesAt(
  text: string,
  spans: readonly Span[],
  tags: readonly Annotation[],
): readonly Occurrence[] {
  const ranges = tags
    .flatMap((tag) => tag.target.map((range) => ({ tag, range })))
    .toSorted((a, b) => a.range.start - b.range.start)
  let next = 0
  let open: typeof ranges = []
  return spans.map((span) => {
    while (next < ranges.length && ranges[next]!.range.start < span.end) open.push(ranges[next++]!)
    // The places to come lie behind this one, so what ends before it is never needed again.
    open = open.filter(({ range }) => range.end > span.start)
    const there = new Set(open.filter(({ range }) => overlap(range, span)).map(({ tag }) => tag))
    return { ...around(text, span), tags: [...there].map((tag) => tagThere(tag, span)) }
  })
}

const tagThere = ({ id, label, means, target }: Annotation, { start, end }: Span): TagThere => ({
  id,
  label,
  means,
  isSame: target.length === 1 && target[0]?.start === start && target[0].end === end,
})

/** The text of a span and around it, in one line, cut between words where there are gaps, and never inside a character. */
export function around(text: string, { start, end }: Span): Omit<Occurrence, 'tags'> {
  const from = start <= BEFORE ? 0 : graphemeAt(text, start - BEFORE).start
  const to = end + AFTER >= text.length ? text.length : graphemeAt(text, end + AFTER).start
  const before = text.slice(from, start)
  const after = text.slice(end, to)
  return {
    start,
    end,
    before: inOneLine(from === 0 ? before : `…${before.replace(/^\S{0,20}\s/u, '')}`),
    quote: inOneLine(text.slice(start, end)),
    after: inOneLine(to === text.length ? after : `${after.replace(/\s\S{0,20}$/u, '')}…`),
  }
}

const inOneLine = (words: string): string => words.replace(/\s+/gu, ' ')
