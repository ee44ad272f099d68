import type { AnnotationSet, SetAnnotation } from '../model/annotation-set'
import { overlap, type Span } from '../model/span'

interface Edge {
  readonly at: number
  readonly mark: string
  /** Where the other end of the range is. */
  readonly other: number
  /** The tag's place in the set. */
  readonly tag: number
}

/**
 * The first article of a set, drawn as `annotated` reads it: only tags that cross another or have several ranges
 * carry numbers, counted from 1 in the order of the set. Of tags on the same words the first of the set is outside.
 */
export function picture(set: AnnotationSet): string {
  const [article] = set.articles
  if (!article) return ''
  const tags = set.annotations.filter(({ articleId }) => articleId === article.id)
  const numbered = tags.filter((tag) => tag.target.length > 1 || tags.some((other) => cross(tag, other)))
  const prefix = (tag: SetAnnotation) => (numbered.includes(tag) ? `${numbered.indexOf(tag) + 1}|` : '')

  const opens: Edge[] = tags.flatMap((tag, i) =>
    tag.target.map(({ start, end }) => ({ at: start, other: end, tag: i, mark: `[${prefix(tag)}` })),
  )
  const closes: Edge[] = tags.flatMap((tag, i) =>
    tag.target.map(({ start, end }) => ({
      at: end,
      other: start,
      tag: i,
      mark: `](${prefix(tag)}${tag.label})`,
    })),
  )
  const edges = [
    ...closes.toSorted((a, b) => b.other - a.other || b.tag - a.tag),
    ...opens.toSorted((a, b) => b.other - a.other || a.tag - b.tag),
  ].toSorted((a, b) => a.at - b.at)

  let drawing = ''
  let at = 0
  for (const edge of edges) {
    drawing += article.text.slice(at, edge.at) + edge.mark
    at = edge.at
  }
  return drawing + article.text.slice(at)
}

const cross = (a: SetAnnotation, b: SetAnnotation): boolean =>
  a.target.some((one) =>
    b.target.some((two) => overlap(one, two) && !contains(one, two) && !contains(two, one)),
  )

const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end
