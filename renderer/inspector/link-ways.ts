import type { Codebook } from '../../data/model/codebook'
import { labelInForce } from '../../data/model/labels-in-force'
import type { Annotation, Link } from '../../data/model/records'
import { endOf, startOf } from '../../data/model/text-order'

/** A link as it reads from one tag: "made by" an actor, when the tag is a claim. */
export interface Way {
  /** Unlike for any two ways of one label. */
  readonly id: string
  /** A link type's id. */
  readonly type: string
  readonly phrase: string
  /** Whether the tag that it is read from is the link's start. */
  readonly leaves: boolean
  /** Labels that may stand at the other end. */
  readonly others: readonly string[]
  /**
   * Whether it has a row of its own even without a link: what joins a tag with one of the codebook's first
   * label, and for that label itself the links that start there.
   */
  readonly isCommon: boolean
  /** No new link is made this way. */
  readonly isRetired?: true
}

/** Every way in which the codebook lets a tag with this label be linked, in the codebook's order. */
export function waysToLink({ labels, linkTypes }: Codebook, label: string): Way[] {
  const first = labels[0]?.id ?? ''
  const counted = labelInForce({ labels }, label)
  const isAmong = (ends: readonly string[]) => ends.includes(label) || ends.includes(counted)
  return linkTypes.flatMap(({ id, phrase, inverse, from, to, retired }) => {
    const leaving: Way = {
      id: `${id}:from`,
      type: id,
      phrase,
      leaves: true,
      others: to,
      isCommon: label === first || to.includes(first),
    }
    const arriving: Way = {
      id: `${id}:to`,
      type: id,
      phrase: inverse,
      leaves: false,
      others: from,
      isCommon: label !== first && from.includes(first),
    }
    return [...(isAmong(from) ? [leaving] : []), ...(isAmong(to) ? [arriving] : [])].map((way) =>
      retired ? ({ ...way, isCommon: false, isRetired: true } as const) : way,
    )
  })
}

/** The links of a tag that read this way. */
export const linksAlong = (way: Way, links: readonly Link[], annotation: string): readonly Link[] =>
  links.filter(({ type, from, to }) => type === way.type && (way.leaves ? from : to) === annotation)

export const otherEnd = (way: Way, link: Link): string => (way.leaves ? link.to : link.from)

/**
 * The tags to which a tag may still be linked this way, those nearest in the text first; at one distance, in
 * text order. `annotations` are in text order.
 */
export function candidates(
  annotations: Iterable<Annotation>,
  links: readonly Link[],
  way: Way,
  annotation: Annotation,
): Annotation[] {
  return [...annotations]
    .filter(isCandidate(links, way, annotation))
    .toSorted((a, b) => distance(a, annotation) - distance(b, annotation))
}

/** Whether there is any; quicker than to find and sort them all. */
export const hasCandidates = (
  annotations: Iterable<Annotation>,
  links: readonly Link[],
  way: Way,
  annotation: Annotation,
): boolean => {
  const isOne = isCandidate(links, way, annotation)
  for (const other of annotations) if (isOne(other)) return true
  return false
}

function isCandidate(links: readonly Link[], way: Way, annotation: Annotation) {
  const taken = new Set(linksAlong(way, links, annotation.id).map((link) => otherEnd(way, link)))
  return ({ id, label }: Annotation): boolean =>
    id !== annotation.id && way.others.includes(label) && !taken.has(id)
}

/** Code units between two tags; 0 when one lies in the other or they touch. */
const distance = (a: Annotation, b: Annotation): number =>
  Math.max(0, startOf(a) - endOf(b), startOf(b) - endOf(a))
