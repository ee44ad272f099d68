import type { Annotation } from '../../../data/model/records'
import { without, type Span } from '../../../data/model/span'

/** A stretch of a quote; `isOwn`: not all others have these words too. */
export interface Piece {
  readonly key: string
  readonly text: string
  readonly isOwn: boolean
}

/** A tag's quote, cut where others' readings of it start and end; "… " where one of them begins before it. */
export function pieces(tag: Annotation, others: readonly Annotation[]): readonly Piece[] {
  const shared = others.length === 0 ? tag.target : others.reduce<readonly Span[]>(commonOf, tag.target)
  const starts = Math.min(...others.map(({ target }) => target[0]!.start))
  const found = tag.target.flatMap(({ start, end, quote }, i): Piece[] => {
    const own = shared.reduce<readonly Span[]>((left, span) => without(left, span), [{ start, end }])
    const cuts = [...new Set([start, end, ...own.flatMap((span) => [span.start, span.end])])].toSorted(
      (a, b) => a - b,
    )
    const parts = cuts.slice(1).map((cut, at): Piece => {
      const from = cuts[at]!
      return {
        key: `${from}`,
        text: quote.slice(from - start, cut - start).replace(/\s+/gu, ' '),
        isOwn: own.some((span) => span.start <= from && from < span.end),
      }
    })
    return i === 0 ? parts : [{ key: `gap ${start}`, text: ' … ', isOwn: false }, ...parts]
  })
  return starts < tag.target[0]!.start ? [{ key: 'before', text: '… ', isOwn: false }, ...found] : found
}

/** The stretches that spans and a tag have in common. */
const commonOf = (spans: readonly Span[], { target }: Annotation): readonly Span[] =>
  spans.flatMap((span) =>
    target
      .map(({ start, end }) => ({ start: Math.max(span.start, start), end: Math.min(span.end, end) }))
      .filter(({ start, end }) => start < end),
  )
