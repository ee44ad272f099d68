import { Matcher } from './match'
import type { Matching } from './matching'
import { comparePlaced, type PlacedTags } from './placed'
import { Room, type Ints } from './room'

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
  return { matchings, groups: new Joiner().join(sides, matchings) }
}

/** Joins what every two are matched with. What it gives is used again by the next. */
export class Joiner {
  readonly #room = new Room()
  #keys = new Float64Array(256)

  /** The groups; matchings stand in the order of `everyTwo`. */
  join(sides: readonly PlacedTags[], matchings: readonly Matching[]): readonly Int32Array[] {
    this.#room.takeBack()
    const offsets = this.#room.ints(sides.length + 1)
    for (const [i, { count }] of sides.entries()) offsets[i + 1] = offsets[i]! + count
    const groups = new Groups(sides, offsets, this.#room.ints)
    const { from, to, order } = this.#matchesIn(sides, matchings, offsets)
    // An iterator would make an object for each of the millions of matches.
    for (let k = 0; k < order.length; k++) groups.join(from[order[k]!]!, to[order[k]!]!)
    return groups.all()
  }

  /** All matches by the numbers of their tags, and the order in which they join. */
  #matchesIn(
    sides: readonly PlacedTags[],
    matchings: readonly Matching[],
    offsets: Int32Array,
  ): { readonly from: Int32Array; readonly to: Int32Array; readonly order: Int32Array } {
    const byId = [...sides.keys()].toSorted((i, j) => (sides[i]!.annotator < sides[j]!.annotator ? -1 : 1))
    const most = Math.max(0, ...sides.map(({ count }) => count))
    const size = ((sides.length * (sides.length - 1)) / 2) * most
    const { ints } = this.#room
    const [from, to, order, back] = [ints(size), ints(size), ints(size), ints(most)]
    if (this.#keys.length < size) this.#keys = new Float64Array(2 * size)
    const keys = this.#keys
    let [matches, alike, others] = [0, 0, 0]
    for (const [m, one] of byId.entries())
      for (let n = m + 1; n < byId.length; n++) {
        const other = byId[n]!
        const isTurned = one > other
        const [a, b] = isTurned ? [sides[other]!, sides[one]!] : [sides[one]!, sides[other]!]
        const [atA, atB] = isTurned ? [offsets[other]!, offsets[one]!] : [offsets[one]!, offsets[other]!]
        const pair = isTurned ? pairAt(other, one, sides.length) : pairAt(one, other, sides.length)
        const { of, overlap } = matchings[pair]!
        // In text order of the one whose id is first, whoever is a.
        if (isTurned) turn(of, a.count, back.fill(-1, 0, b.count))
        const count = isTurned ? b.count : a.count
        for (let k = 0; k < count; k++) {
          const i = isTurned ? back[k]! : k
          const j = i === -1 ? -1 : of[i]!
          if (j === -1) continue
          const isLabel = a.label[i] === b.label[j]
          const isMeaning = a.means[i] === b.means[j]
          const less = Math.round((1 - overlap[i]!) * PARTS)
          from[matches] = atA + i
          to[matches] = atB + j
          const key = less * 4 + (isLabel ? 0 : 2) + (isMeaning ? 0 : 1)
          // Most are alike in everything; they are in order already.
          if (key === 0) order[alike++] = matches
          else keys[others++] = key * MOST + matches
          matches++
        }
      }
    const sorted = keys.subarray(0, others)
    sorted.sort()
    for (let k = 0; k < others; k++) order[alike + k] = sorted[k]! % MOST
    return { from, to, order: order.subarray(0, matches) }
  }
}

/** Which of a's tags each of b's is matched with. */
function turn(of: Int32Array, count: number, back: Int32Array): void {
  for (let i = 0; i < count; i++) if (of[i] !== -1) back[of[i]!] = i
}

/** Groups of tags, at first each by itself, of which none has two tags of one side. */
class Groups {
  readonly #sides: number
  readonly #parent: Int32Array
  /** By root the place of each side's tag, or −1; and which sides have one, as bits. */
  readonly #members: Int32Array
  readonly #have: Int32Array
  readonly #words: number

  constructor(sides: readonly PlacedTags[], offsets: Int32Array, ints: Ints) {
    const total = offsets[sides.length]!
    this.#sides = sides.length
    this.#words = (sides.length + 31) >> 5
    this.#parent = ints(total)
    this.#members = ints(total * sides.length).fill(-1)
    this.#have = ints(total * this.#words)
    for (const [side, { count }] of sides.entries())
      for (let i = 0, node = offsets[side]!; i < count; i++, node++) {
        this.#parent[node] = node
        this.#members[node * sides.length + side] = i
        this.#have[node * this.#words + (side >> 5)] = 1 << (side & 31)
      }
  }

  #root(node: number): number {
    const parent = this.#parent
    let at = node
    while (parent[at] !== at) at = parent[at] = parent[parent[at]!]!
    return at
  }

  /** Makes the groups of two tags one, unless both have a tag of one side. */
  join(from: number, to: number): void {
    const [a, b] = [this.#root(from), this.#root(to)]
    if (a === b) return
    const [have, words, members, sides] = [this.#have, this.#words, this.#members, this.#sides]
    for (let word = 0; word < words; word++)
      if ((have[a * words + word]! & have[b * words + word]!) !== 0) return
    this.#parent[b] = a
    for (let word = 0; word < words; word++) have[a * words + word]! |= have[b * words + word]!
    for (let side = 0; side < sides; side++) {
      const theirs = members[b * sides + side]!
      if (theirs !== -1) members[a * sides + side] = theirs
    }
  }

  all(): readonly Int32Array[] {
    const groups: Int32Array[] = []
    for (let node = 0; node < this.#parent.length; node++)
      if (this.#parent[node] === node)
        groups.push(this.#members.subarray(node * this.#sides, (node + 1) * this.#sides))
    return groups
  }
}

/** Every two of so many, the lesser first. */
export const everyTwo = (count: number): [a: number, b: number][] =>
  Array.from({ length: count }, (_, a) =>
    Array.from({ length: count - a - 1 }, (_each, i): [number, number] => [a, a + i + 1]),
  ).flat()

/** Where two of so many stand among `everyTwo`. */
export const pairAt = (a: number, b: number, count: number): number =>
  (a * (2 * count - a - 1)) / 2 + b - a - 1

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
