import { Matcher, type Matching } from './match'
import { comparePlaced, type PlacedTags } from './placed'

/** Several people's tags on an article, matched two by two and joined. Sides are told by their place in what was given. */
export interface Grouping {
  /** Of every two sides (a before b) their matching, in the order a = 0, b = 1; a = 0, b = 2; …; a = 1, b = 2; … */
  readonly matchings: readonly Matching[]
  /** One number a side: the place of its tag, or −1. */
  readonly groups: readonly Int32Array[]
}

/** Overlaps are held against each other in so many parts. */
const PARTS = 2 ** 20
/** Matches of one article at most, for the order of those that are alike. */
const MOST = 2 ** 28

/**
 * Joins the matched tags of several people: of every two people the matching of greatest weight (`Matcher`); then all matches, those that overlap
 * most first (in millionths), of those with the same overlap same labels first, then same meanings, then in the order of the annotators' ids
 * and of the text. A match joins the groups that its two tags are in, unless both have a tag of one person. So a group has at most one tag of
 * each, two people's groups are their matching, and neither the order of the sides nor that of the tags changes anything.
 *
 * Not everybody's tags in a group need overlap: who tagged “he must”, “he must leave” and “must leave” are in one group by way of the second.
 */
export function groupTags(sides: readonly PlacedTags[], threshold: number): Grouping {
  const matcher = new Matcher()
  const matchings = everyTwo(sides.length).map(([a, b]) => matcher.match(sides[a]!, sides[b]!, threshold))
  return { matchings, groups: joined(sides, matchings) }
}

/** The groups of what every two are matched with, in the order of `everyTwo`. */
export function joined(sides: readonly PlacedTags[], matchings: readonly Matching[]): readonly Int32Array[] {
  const order = [...sides.keys()].toSorted((i, j) => (sides[i]!.annotator < sides[j]!.annotator ? -1 : 1))
  const offsets = new Int32Array(sides.length + 1)
  for (const [i, { count }] of sides.entries()) offsets[i + 1] = offsets[i]! + count
  const total = offsets[sides.length]!

  const size = matchings.reduce((sum, { of }) => sum + of.length, 0)
  const [from, to] = [new Int32Array(size), new Int32Array(size)]
  const keys = new Float64Array(size)
  let matches = 0
  for (const [m, one] of order.entries())
    for (const other of order.slice(m + 1)) {
      const [a, b] = one < other ? [one, other] : [other, one]
      const { of, overlap } = matchings[pairAt(a, b, sides.length)]!
      // In text order of the one whose id is first, whoever is a.
      for (const i of one === a ? placesOf(sides[a]!.count) : byMatch(of, sides[a]!.count, sides[b]!.count)) {
        if (i === -1 || of[i] === -1) continue
        const j = of[i]!
        const isLabel = sides[a]!.label[i] === sides[b]!.label[j]
        const isMeaning = sides[a]!.means[i] === sides[b]!.means[j]
        const less = Math.round((1 - overlap[i]!) * PARTS)
        from[matches] = offsets[a]! + i
        to[matches] = offsets[b]! + j
        keys[matches] = (less * 4 + (isLabel ? 0 : 2) + (isMeaning ? 0 : 1)) * MOST + matches
        matches++
      }
    }
  const sorted = keys.subarray(0, matches).toSorted()

  const parent = new Int32Array(total).map((_, node) => node)
  const root = (node: number): number => {
    let at = node
    while (parent[at] !== at) at = parent[at] = parent[parent[at]!]!
    return at
  }
  const members = new Int32Array(total * sides.length).fill(-1)
  for (const [side, { count }] of sides.entries())
    for (let i = 0; i < count; i++) members[(offsets[side]! + i) * sides.length + side] = i
  for (const key of sorted) {
    const match = key % MOST
    const [a, b] = [root(from[match]!), root(to[match]!)]
    if (a === b || haveBoth(members, a * sides.length, b * sides.length, sides.length)) continue
    parent[b] = a
    for (let side = 0; side < sides.length; side++) {
      const theirs = members[b * sides.length + side]!
      if (theirs !== -1) members[a * sides.length + side] = theirs
    }
  }
  const groups: Int32Array[] = []
  for (let node = 0; node < total; node++)
    if (parent[node] === node) groups.push(members.subarray(node * sides.length, (node + 1) * sides.length))
  return groups
}

/** Every two of so many, the lesser first. */
export const everyTwo = (count: number): [a: number, b: number][] =>
  Array.from({ length: count }, (_, a) =>
    Array.from({ length: count - a - 1 }, (_each, i): [number, number] => [a, a + i + 1]),
  ).flat()

/** Where two of so many stand among `everyTwo`. */
const pairAt = (a: number, b: number, count: number): number => (a * (2 * count - a - 1)) / 2 + b - a - 1

/** The places whose matches are in order. */
function byMatch(of: Int32Array, countA: number, countB: number): Int32Array {
  const back = new Int32Array(countB).fill(-1)
  for (let i = 0; i < countA; i++) if (of[i] !== -1) back[of[i]!] = i
  return back
}

const placesOf = (count: number): Int32Array => new Int32Array(count).map((_, place) => place)

function haveBoth(members: Int32Array, a: number, b: number, sides: number): boolean {
  for (let side = 0; side < sides; side++)
    if (members[a + side] !== -1 && members[b + side] !== -1) return true
  return false
}

/** Where the first of a group's tags stands before another's; the annotators' ids decide between equal ones. */
export function compareGroups(sides: readonly PlacedTags[], a: Int32Array, b: Int32Array): number {
  const [one, other] = [firstOf(sides, a), firstOf(sides, b)]
  return comparePlaced(sides[one]!, a[one]!, sides[other]!, b[other]!)
}

function firstOf(sides: readonly PlacedTags[], group: Int32Array): number {
  let first = -1
  for (const [side, place] of group.entries())
    if (
      place !== -1 &&
      (first === -1 || comparePlaced(sides[side]!, place, sides[first]!, group[first]!) < 0)
    )
      first = side
  return first
}
