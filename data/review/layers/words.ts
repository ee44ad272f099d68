import type { PlacedTags } from '../placed'
import type { Sampling } from '../units/gamma'
import type { Ints } from '../room'
import { stretchesOf } from '../units/stretches'
import type { Unit } from '../units/unit'
import type { Present } from './pairs'
import { UNIT_SUMS, type PairSums } from './pair-sums'
import type { Tallies } from './slice-tallies'
import type { TokenTally } from './tallies'
import { countBoth, countOf, cover, histogramOf, tokenSet, type Tokens, type TokenSet } from './tokens'

/** Which words of an article tags cover, by label: of every two people, and of all. */
export function takeTokens(
  there: readonly Present[],
  tokens: Tokens,
  { tokens: tallies }: Tallies,
  sumsOf: (one: number, other: number) => PairSums,
): void {
  const layers = tallies.length
  const sets = there.map(({ side }) => coverage(side.placed, tokens, layers))
  const counts = sets.map((each) => each.map(countOf))
  for (let a = 0; a < there.length; a++)
    for (let b = a + 1; b < there.length; b++) {
      const sums = sumsOf(there[a]!.annotator, there[b]!.annotator).tokens
      for (let layer = 0; layer < layers; layer++) {
        const both = countBoth(sets[a]![layer]!, sets[b]![layer]!)
        const [first, second] = [counts[a]![layer]! - both, counts[b]![layer]! - both]
        sums[4 * layer]! += both
        sums[4 * layer + 1]! += first
        sums[4 * layer + 2]! += second
        sums[4 * layer + 3]! += tokens.count - both - first - second
      }
    }
  const ratings = new Int32Array(there.length)
  for (const [layer, tally] of tallies.entries()) {
    const ofLayer = sets.map((each) => each[layer]!)
    if (tally.isPair) rateTwo(tally, ofLayer, tokens.count)
    const histogram = histogramOf(ofLayer, tokens)
    for (const [have, times] of histogram.entries()) {
      if (times === 0) continue
      ratings.fill(0).fill(1, 0, have)
      tally.coincidences.rate(ratings, times)
      tally.shares.rate(ratings, times)
    }
  }
}

/** Which stretches of an article's text, of so many code units, tags cover, by label: of every two people, and of all. */
export function takeUnits(
  article: string,
  there: readonly Present[],
  length: number,
  { units: tallies }: Tallies,
  gamma: Sampling | null,
  sumsOf: (one: number, other: number) => PairSums,
  ints: Ints,
): void {
  for (const [layer, tally] of tallies.entries()) {
    const label = layer === 0 ? null : layer - 1
    const stretches = there.map(({ side }) => stretchesOf(side.placed, label, length, ints))
    tally.coincidences.cover(length, stretches, ints)
    coverTogether(there, stretches, length, layer, sumsOf)
    if (!gamma) continue
    // Draws do not depend on who is asked about first.
    const inOrder = there
      .map(({ side: { placed } }) => placed)
      .toSorted((a, b) => (a.annotator < b.annotator ? -1 : 1))
      .map((placed) => unitsOf(placed, label, length))
    tally.gamma.read(length, inOrder, { ...gamma, seed: gamma.seed + seedOf(article) + layer })
  }
}

/** Adds how every two people's stretches cover a text. */
function coverTogether(
  there: readonly Present[],
  stretches: readonly Int32Array[],
  length: number,
  layer: number,
  sumsOf: (one: number, other: number) => PairSums,
): void {
  const covered = stretches.map((edges) => lengthsOf(edges, 1))
  const squares = stretches.map((edges) => lengthsOf(edges, 2))
  const at = UNIT_SUMS * layer
  for (let a = 0; a < there.length; a++)
    for (let b = a + 1; b < there.length; b++) {
      const { units: sums } = sumsOf(there[a]!.annotator, there[b]!.annotator)
      sums[at]! += length
      sums[at + 1]! += covered[a]! + covered[b]!
      sums[at + 2]! += squares[a]! + squares[b]!
      sums[at + 3]! += sharedBy(stretches[a]!, stretches[b]!)
    }
}

/** The sum of their lengths to a power. */
function lengthsOf(edges: Int32Array, power: 1 | 2): number {
  let sum = 0
  for (let at = 0; at < edges.length; at += 2) sum += (edges[at + 1]! - edges[at]!) ** power
  return sum
}

/** How many code units stretches of both cover; starts and ends, in text order. */
function sharedBy(a: Int32Array, b: Int32Array): number {
  let shared = 0
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const endA = a[i + 1]!
    const endB = b[j + 1]!
    const common = Math.min(endA, endB) - Math.max(a[i]!, b[j]!)
    if (common > 0) shared += common
    if (endA < endB) i += 2
    else j += 2
  }
  return shared
}

/** Parts of tags with a label, or of all, which then have their label as value, as far as they lie in the text. */
function unitsOf(tags: PlacedTags, label: number | null, length: number): Unit[] {
  const units: Unit[] = []
  for (let tag = 0; tag < tags.count; tag++) {
    if (label !== null && tags.label[tag] !== label) continue
    for (let part = tags.parts[tag]!; part < tags.parts[tag + 1]!; part += 2) {
      const [start, end] = [tags.edges[part]!, Math.min(length, tags.edges[part + 1]!)]
      if (start < end) units.push({ start, end, value: label === null ? tags.label[tag]! : 0 })
    }
  }
  return units
}

/** Each article has draws of its own, so that they do not depend on which others are compared. */
const seedOf = (article: string): number =>
  [...article].reduce((hash, letter) => (Math.imul(hash, 31) + letter.charCodeAt(0)) & 0xfff_ffff, 7)

function coverage(tags: PlacedTags, tokens: Tokens, layers: number): TokenSet[] {
  const sets = Array.from({ length: layers }, () => tokenSet(tokens))
  for (let tag = 0; tag < tags.count; tag++) cover(sets[tags.label[tag]! + 1]!, tokens, tags, tag)
  for (const set of sets.slice(1)) for (let i = 0; i < set.length; i++) sets[0]![i]! |= set[i]!
  return sets
}

function rateTwo({ confusion }: TokenTally, [one, other]: readonly TokenSet[], count: number): void {
  if (!one || !other) return
  const both = countBoth(one, other)
  const [first, second] = [countOf(one) - both, countOf(other) - both]
  confusion
    .rate(1, 1, both)
    .rate(1, 0, first)
    .rate(0, 1, second)
    .rate(0, 0, count - both - first - second)
}
