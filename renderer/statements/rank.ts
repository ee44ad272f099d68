import type { Article } from '../../data/model/article'
import type { Annotation } from '../../data/model/records'
import type { Span } from '../../data/model/span'
import { sentenceAt } from '../../data/text/sentences'
import { standsAsSpeaker } from '../../data/text/speech'
import { endOf, startOf } from '../../data/model/text-order'

type Text = Pick<Article, 'text' | 'blocks'>

/**
 * Actor tags in the order in which they are likely to be who says or holds what `tag` stands on: first who speaks in its
 * sentences by the verb beside the name, then who is named in them before it and after it, then in its paragraph, then
 * earlier, then later, last those inside its own words; each time the nearest first.
 */
export function rankActors(article: Text, tag: Annotation, actors: readonly Annotation[]): Annotation[] {
  const { paragraph, sentences } = surroundings(article, tag)
  return inOrder(tag, actors, (actor) => {
    const span = spanOf(actor)
    const isBefore = span.start < startOf(tag)
    if (startOf(tag) <= span.start && span.end <= endOf(tag)) return 7
    if (isIn(sentences, span)) {
      if (standsAsSpeaker(article.text, span, sentences)) return 0
      return isBefore ? 1 : 2
    }
    if (isIn(paragraph, span)) return isBefore ? 3 : 4
    return isBefore ? 5 : 6
  })
}

/**
 * Position tags in the order in which they are likely to be what `tag` is for or against: first those that share words with
 * it, then the one used last, then those of its sentences, of its paragraph, earlier ones, later ones; the nearest first.
 */
export function rankPositions(
  article: Text,
  tag: Annotation,
  positions: readonly Annotation[],
  usedLast: string | null,
): Annotation[] {
  const { paragraph, sentences } = surroundings(article, tag)
  return inOrder(tag, positions, (position) => {
    const span = spanOf(position)
    if (span.start < endOf(tag) && startOf(tag) < span.end) return 0
    if (position.id === usedLast) return 1
    if (isIn(sentences, span)) return 2
    if (isIn(paragraph, span)) return 3
    return span.start < startOf(tag) ? 4 : 5
  })
}

const spanOf = (tag: Annotation): Span => ({ start: startOf(tag), end: endOf(tag) })

const isIn = (outer: Span, { start, end }: Span): boolean => outer.start <= start && end <= outer.end

/** By rank, then by the code units between it and the tag, then by place in the text. */
function inOrder(
  tag: Annotation,
  others: readonly Annotation[],
  rankOf: (other: Annotation) => number,
): Annotation[] {
  return others
    .map((other) => {
      const apart = Math.max(0, startOf(other) - endOf(tag), startOf(tag) - endOf(other))
      return { other, rank: rankOf(other), apart }
    })
    .toSorted((a, b) => a.rank - b.rank || a.apart - b.apart || startOf(a.other) - startOf(b.other))
    .map(({ other }) => other)
}

/** The paragraph that a tag starts in, and the sentences it stands in; with the next one if it ends as a quotation does. */
function surroundings({ text, blocks }: Text, tag: Annotation): { paragraph: Span; sentences: Span } {
  const [start, end] = [startOf(tag), endOf(tag)]
  const paragraph = blocks.find((block) => block.start <= start && start < block.end) ?? { start, end }
  const first = sentenceAt(text, paragraph, start) ?? paragraph
  let last = sentenceAt(text, paragraph, Math.min(end, paragraph.end) - 1) ?? paragraph
  if (/[”"’»“]\s*$/u.test(text.slice(start, end)) && last.end <= end)
    last = sentenceAt(text, paragraph, Math.min(last.end + 2, paragraph.end)) ?? last
  return { paragraph, sentences: { start: first.start, end: Math.max(last.end, first.end) } }
}
