import type { Stroke } from './measure'
import type { DrawnTag } from './tag-index'

/** Characters of another tag's name that are said. */
const LENGTH = 80

/**
 * How a tag lies among others where it starts, in words for those who cannot see it: "2 of 3 here, inside Claim: The
 * minister said …". `on` are all strokes of that line, in lane order; `null` when the tag is alone there.
 */
export function overlapWords(
  tag: DrawnTag,
  on: readonly Stroke[],
  nameOf: (tag: DrawnTag) => string,
): string | null {
  const at = tag.spans[0]!.start
  const covers = ({ spans }: DrawnTag) => spans.some(({ start, end }) => start <= at && at < end)
  const here = [...new Set(on.map((stroke) => stroke.tag))].filter(covers)
  const whose = tag.side === 'above' ? 'Another person’s' : null
  if (here.length < 2) return whose
  const place = here.indexOf(tag)
  const around = here.slice(place + 1).find((other) => other.length > tag.length && holds(other, tag))
  const inside = around && `inside ${shortened(nameOf(around))}`
  return [whose, `${place + 1} of ${here.length} here`, inside].filter(Boolean).join(', ')
}

const holds = (outer: DrawnTag, inner: DrawnTag): boolean =>
  outer.spans[0]!.start <= inner.spans[0]!.start && inner.spans.at(-1)!.end <= outer.spans.at(-1)!.end

const shortened = (name: string): string =>
  name.length > LENGTH ? `${name.slice(0, name.lastIndexOf(' ', LENGTH))} …` : name
