import { Candidates, roomFor } from './candidates'
import type { Comparing, Match } from './comparison'
import { Contest, isAboveOthers, keepBest, type Contested } from './contest'
import { matchingFor, type Matching } from './matching'
import type { PlacedTags } from './placed'
import type { Side } from './side'
import { Terms } from './terms'

/** Which tags may be matched. */
export interface MatchRule {
  /** How much they must overlap: shared code units by those of both together (`both`), or by those of the longer. 0 means any. */
  readonly threshold: number
  readonly of?: 'both' | 'longer'
  /** Only those with the same label. */
  readonly sameLabel?: boolean
}

/** A whole number up to which every whole number is exact, with room to add and subtract. */
const EXACT = 2 ** 51
/** Parts into which overlaps are divided at most. */
const FINEST = 2 ** 30

/**
 * Matches two people's tags on an article one to one: the matching of greatest weight, where two tags can be matched when they share
 * words and overlap at least as much as the rule asks, and weigh as much as they overlap. Unless the rule says so, labels need not be the
 * same; of several matchings of the same weight the one with more same labels is taken, then with more same meanings, and then tags keep to
 * text order: the earlier of two has what both could have. The result depends neither on the order of the tags nor on who is `a`.
 *
 * Candidates come from a sweep over both lists, once for all rules. One that is worth more than the best other of its one tag and the best
 * other of its other tag together is in every matching of greatest weight, for whatever has neither of its tags can only gain by it; and by
 * every rule that takes it, since others have fewer candidates. That is nearly always so: “he” within “he must leave”, tagged by both.
 * Between the rest `Contest` decides. Overlaps are weighed in whole parts, 2³⁰ for a hundred tags of one person, and 2¹⁴ for 5,000, so that
 * sums are exact.
 */
export class Matcher {
  readonly #found = new Candidates()
  readonly #contest = new Contest()
  #tags: readonly [PlacedTags, PlacedTags] | null = null
  /** By candidate what it is worth, and by tag the best of its candidates and the next best. */
  #worth = new Float64Array(256)
  #bestA = new Float64Array(128)
  #bestB = new Float64Array(128)
  /** By candidate which rules take it, as bits; and by tag, by which it is matched. */
  #rules = new Int32Array(256)
  #matchedA = new Int32Array(64)
  #matchedB = new Int32Array(64)
  /** Candidates that are open by any rule. */
  #open = new Int32Array(256)

  match(a: PlacedTags, b: PlacedTags, threshold: number): Matching {
    const into = matchingFor(a.count)
    this.between(a, b).by([{ threshold }], [into.of])
    this.overlaps(into)
    return into
  }

  /** Looks for what overlaps in these two people's tags; `by` then gives matchings of it, until another two are asked about. */
  between(a: PlacedTags, b: PlacedTags): this {
    this.#found.between(a, b)
    this.#tags = [a, b]
    this.#weigh(a, b)
    return this
  }

  /** By each rule (31 at most) the place of the match of each of a's tags, or −1: put into the list at its place, which may be longer. */
  by(rules: readonly MatchRule[], into: readonly Int32Array[]): void {
    const [a, b] = this.#tags!
    for (const of of into) of.fill(-1, 0, a.count)
    this.#fit(rules, a, b)
    const { size, a: ofA, b: ofB } = this.#found
    const [worth, bestA, bestB, taking] = [this.#worth, this.#bestA, this.#bestB, this.#rules]
    const matchedA = (this.#matchedA = roomFor(this.#matchedA, a.count)).fill(0, 0, a.count)
    const matchedB = (this.#matchedB = roomFor(this.#matchedB, b.count)).fill(0, 0, b.count)
    for (let at = 0; at < size; at++) {
      const i = ofA[at]!
      const j = ofB[at]!
      if (!isAboveOthers(worth[at]!, bestA, 2 * i, bestB, 2 * j)) continue
      const takes = taking[at]!
      matchedA[i]! |= takes
      matchedB[j]! |= takes
      for (let left = takes; left !== 0; left &= left - 1) into[31 - Math.clz32(left & -left)]![i] = j
    }
    const open = (this.#open = roomFor(this.#open, size))
    let count = 0
    let asked = 0
    for (let at = 0; at < size; at++) {
      const left = taking[at]! & ~(matchedA[ofA[at]!]! | matchedB[ofB[at]!]!)
      if (left === 0) continue
      taking[at] = left
      open[count++] = at
      asked |= left
    }
    const contested: Contested = { found: this.#found, worth, open: open.subarray(0, count), rules: taking }
    for (let rule = 0; rule < rules.length; rule++) {
      if ((asked & (1 << rule)) === 0) continue
      const like = likeAnEarlier(contested, rule)
      if (like === -1) this.#contest.decide(contested, 1 << rule, a, b, into[rule]!)
      else
        for (let k = 0; k < count; k++) {
          const at = open[k]!
          if ((taking[at]! & (1 << rule)) !== 0) into[rule]![ofA[at]!] = into[like]![ofA[at]!]!
        }
    }
  }

  /** Puts how much what is matched overlaps beside it. */
  overlaps({ of, overlap }: Matching): void {
    const { size, a, b, overlap: ofCandidates } = this.#found
    overlap.fill(0, 0, this.#tags![0].count)
    for (let at = 0; at < size; at++) if (of[a[at]!] === b[at]) overlap[a[at]!] = ofCandidates[at]!
  }

  /** Whole numbers, so that sums are exact: first the overlap counts, then the same label, then the same meaning. */
  #weigh(a: PlacedTags, b: PlacedTags): void {
    const { size, a: ofA, b: ofB, overlap } = this.#found
    if (this.#worth.length < size) this.#worth = new Float64Array(2 * size)
    if (this.#bestA.length < 2 * a.count) this.#bestA = new Float64Array(4 * a.count)
    if (this.#bestB.length < 2 * b.count) this.#bestB = new Float64Array(4 * b.count)
    const [worth, bestA, bestB] = [this.#worth, this.#bestA, this.#bestB]
    bestA.fill(0, 0, 2 * a.count)
    bestB.fill(0, 0, 2 * b.count)
    const step = Math.min(a.count, b.count) + 1
    const scale = Math.min(FINEST, Math.floor(EXACT / (step * step * step)))
    for (let at = 0; at < size; at++) {
      const i = ofA[at]!
      const j = ofB[at]!
      let all = Math.max(1, Math.round(overlap[at]! * scale)) * step * step
      if (a.label[i] === b.label[j]) all += step
      if (a.means[i] === b.means[j]) all++
      worth[at] = all
      keepBest(bestA, 2 * i, all)
      keepBest(bestB, 2 * j, all)
    }
  }

  /** Which candidates the rules take. */
  #fit(rules: readonly MatchRule[], a: PlacedTags, b: PlacedTags): void {
    const { size, a: ofA, b: ofB, overlap } = this.#found
    const taking = (this.#rules = roomFor(this.#rules, size))
    const all = 2 ** rules.length - 1
    const ofAnyLabel = rules.reduce((bits, { sameLabel }, rule) => bits | (sameLabel ? 0 : 1 << rule), 0)
    const ofLongest = rules.reduce((bits, { of }, rule) => bits | (of === 'longer' ? 1 << rule : 0), 0)
    for (let at = 0; at < size; at++) {
      const i = ofA[at]!
      const j = ofB[at]!
      const share = overlap[at]!
      const asked = a.label[i] === b.label[j] ? all : ofAnyLabel
      // Most are the same words, which every rule takes.
      if (share === 1) {
        taking[at] = asked
        continue
      }
      const longer = ofLongest === 0 ? 0 : ofLonger(share, a.length[i]!, b.length[j]!)
      let takes = 0
      for (let rule = 0; rule < rules.length; rule++)
        if (((ofLongest >> rule) & 1 ? longer : share) >= rules[rule]!.threshold) takes |= 1 << rule
      taking[at] = takes & asked
    }
  }
}

/** The matched tags of two people, in text order of `a`'s. */
export function matchTags(a: Tagger, b: Tagger, comparing: Comparing): readonly Match[] {
  const terms = new Terms(comparing)
  const [ofA, ofB] = [terms.place(a.annotator, a.tags), terms.place(b.annotator, b.tags)]
  const { of, overlap } = new Matcher().match(ofA, ofB, comparing.threshold)
  return [...of].flatMap((j, i): Match[] =>
    j === -1 ? [] : [{ a: a.tags[ofA.from[i]!]!, b: b.tags[ofB.from[j]!]!, overlap: overlap[i]! }],
  )
}

type Tagger = Pick<Side, 'annotator' | 'tags'>

/** An earlier rule by which the same candidates are open, or −1. */
function likeAnEarlier({ open, rules }: Contested, rule: number): number {
  for (let earlier = 0; earlier < rule; earlier++) {
    let isLike = true
    for (let k = 0; k < open.length && isLike; k++)
      isLike = (((rules[open[k]!]! >> rule) ^ (rules[open[k]!]! >> earlier)) & 1) === 0
    if (isLike) return earlier
  }
  return -1
}

/** The share of the longer that both have, from the share of both together: s / (m + n − s) = o gives s = o (m + n) / (1 + o). */
const ofLonger = (overlap: number, m: number, n: number): number =>
  Math.round((overlap * (m + n)) / (1 + overlap)) / Math.max(m, n)
