import { endOf, startOf } from '../model/text-order'
import type { Annotation, Link } from '../model/records'
import {
  differenceKinds,
  type Comparing,
  type Comparison,
  type DifferenceKind,
  type TagGroup,
} from './comparison'
import { differencesOf } from './differ'
import { compareGroups, everyTwo, groupTags } from './group'
import { linkGroups } from './link-groups'
import { overlapOf } from './overlap'
import type { Side } from './side'
import { Terms } from './terms'

/**
 * What two or more people's tags and links on an article come to, laid beside each other.
 *
 * Tags are matched two people at a time by the matching of greatest weight, and matches are joined, the greatest overlap first, as long as nobody
 * has two tags in a group (`groupTags`). A group differs in a way when any two of its tags do; it is `missed` when a side has none. Links
 * are compared between groups (`linkGroups`).
 *
 * Neither the order of the sides, of tags nor of links changes a group; what belongs to a side stands at its place. Who has the
 * same tag twice has it in two groups.
 */
export function comparisonOf(article: string, sides: readonly Side[], comparing: Comparing): Comparison {
  const terms = new Terms(comparing)
  const placed = sides.map(({ annotator, tags }) => terms.place(annotator, tags))
  const { groups } = groupTags(placed, comparing.threshold)
  const tags = groups
    .toSorted((a, b) => compareGroups(placed, a, b))
    .map((group) =>
      groupOf(
        sides.map(({ tags: all }, side) => {
          const place = group[side]!
          return place === -1 ? null : all[placed[side]!.from[place]!]!
        }),
        comparing,
        terms,
      ),
    )
  return { article, sides: sides.map(({ annotator }) => annotator), tags, links: linkGroups(sides, tags) }
}

function groupOf(tags: readonly (Annotation | null)[], { codebook }: Comparing, terms: Terms): TagGroup {
  const there = tags.filter((tag) => tag !== null)
  const kinds = new Set<DifferenceKind>(there.length < tags.length ? ['missed'] : [])
  const attributes = new Set<string>()
  let overlap = 1
  for (const [a, b] of everyTwo(there.length)) {
    const differences = differencesOf(there[a]!, there[b]!, terms)
    for (const kind of differences.kinds) kinds.add(kind)
    for (const attribute of differences.attributes) attributes.add(attribute)
    if (differences.kinds.has('boundary'))
      overlap = Math.min(overlap, overlapOf(there[a]!.target, there[b]!.target))
  }
  const known = codebook.attributes.map(({ id }) => id)
  const others = [...attributes].filter((id) => !known.includes(id)).toSorted()
  return {
    is: 'tags',
    key: keyOf(there),
    tags,
    kinds: differenceKinds.filter((kind) => kinds.has(kind)),
    attributes: [...known.filter((id) => attributes.has(id)), ...others],
    overlap,
    start: Math.min(...there.map(startOf)),
    end: Math.max(...there.map(endOf)),
  }
}

/** The ids of what stands in a group, in order. */
export const keyOf = (records: readonly (Annotation | Link)[]): string =>
  records
    .map(({ id }) => id)
    .toSorted()
    .join('+')

/** What a tag is matched with, one for each other side that has a tag in its group. */
export interface MatchedWith {
  readonly annotator: string
  readonly tag: Annotation
  /** Shared code units by those of both together. */
  readonly overlap: number
}

/** The group that an annotator's tag is in. */
export const groupWith = (comparison: Comparison, annotator: string, tag: string): TagGroup | undefined => {
  const side = comparison.sides.indexOf(annotator)
  return comparison.tags.find(({ tags }) => tags[side]?.id === tag)
}

/** What an annotator's tag is matched with, in the order of the sides; nothing for a tag that no other side has. */
export function matchOf(comparison: Comparison, annotator: string, tag: string): readonly MatchedWith[] {
  const group = groupWith(comparison, annotator, tag)
  const side = comparison.sides.indexOf(annotator)
  const own = group?.tags[side]
  if (!group || !own) return []
  return comparison.sides.flatMap((other, i) => {
    const theirs = group.tags[i]
    return theirs && i !== side
      ? [{ annotator: other, tag: theirs, overlap: overlapOf(own.target, theirs.target) }]
      : []
  })
}

/**
 * The same in words: “matched with Jonas’s “Mr Reszek”, 0.82 overlap; with Ada’s, the same words”, or “matched with nobody’s tag”.
 * `nameOf` gives an annotator's name.
 */
export function matchInWords(matched: readonly MatchedWith[], nameOf: (annotator: string) => string): string {
  if (matched.length === 0) return 'matched with nobody’s tag'
  const words = matched.map(({ annotator, tag, overlap }) => {
    const quote = tag.target.map((part) => part.quote.replace(/\s+/gu, ' ')).join(' … ')
    const whose = `with ${nameOf(annotator)}’s`
    return overlap === 1 ? `${whose}, the same words` : `${whose} “${quote}”, ${overlap.toFixed(2)} overlap`
  })
  return `matched ${words.join('; ')}`
}
