import { everyTwo, pairAt } from '../group'
import { Matcher, type MatchRule } from '../match'
import { LinkCounter, type LinkTypes } from './links'
import { matchingFor, type Matching } from '../matching'
import { FLAGGED, type SideWork } from './article-work'
import { Cells, type CellCounts } from './cells'
import { ExactMatcher, exactClasses } from './exact'
import { addCounts, EXACT, OVERLAP, PairSums, SPAN_COUNTS } from './pair-sums'
import type { Tallies } from './slice-tallies'
import type { Vocabulary } from './vocabulary'
import { NO_WEEK } from './week'

/** How far apart the counts of two labels lie: not at all where labels do not matter. */
const ALL = 0
const BY_LABEL = SPAN_COUNTS

/** Somebody's work on the article, with their place among the annotators. */
export interface Present {
  readonly annotator: number
  readonly side: SideWork
}

/** What a `PairCounter` has counted, as plain numbers. */
export interface CountedPairs {
  /** By pair; those who have no article together are not there. */
  readonly sums: readonly (Float64Array<ArrayBuffer> | undefined)[]
  readonly cells: CellCounts
}

/** Counts what every two people have on an article: which tags are matched, and what they have for them. */
export class PairCounter {
  readonly #vocabulary: Vocabulary
  readonly #types: readonly string[]
  readonly #links: LinkCounter
  readonly #annotators: number
  /** What every two have for tags that are matched. */
  readonly cells: Cells
  /** By pair; those who have no article together are not there. */
  readonly #sums: (PairSums | undefined)[] = []
  readonly #rules: readonly MatchRule[]
  readonly #matcher = new Matcher()
  readonly #exact = new ExactMatcher()
  /** One for each two of an article, used again for the next article. */
  readonly #matchings: Matching[] = []
  /** By the rules, which tags are matched; the first is set to those of the matching that is kept. */
  readonly #by: Int32Array[]
  /** The weeks of the article in order, and by week and layer the counts of the article and of two people. */
  #weeks: number[] = []
  #spans = new Int32Array(0)
  #pairSpans = new Int32Array(0)

  constructor(
    vocabulary: Vocabulary,
    links: LinkTypes,
    how: { readonly threshold: number; readonly annotators: number },
  ) {
    const { threshold, annotators } = how
    this.#vocabulary = vocabulary
    this.#types = links.types
    this.#links = new LinkCounter(links)
    this.#annotators = annotators
    this.cells = new Cells(vocabulary.choices, (annotators * (annotators - 1)) / 2)
    this.#rules = [
      { threshold },
      { threshold, sameLabel: true },
      { threshold: 0 },
      { threshold: 0.5, of: 'longer' },
    ]
    this.#by = this.#rules.map(() => new Int32Array(0))
  }

  /** Of the annotators at these places; all 0 where they have no article together. */
  sumsOf(one: number, other: number): PairSums {
    return this.#of(this.#pairOf(one, other))
  }

  /** A copy. */
  get all(): CountedPairs {
    return { sums: this.#sums.map((sums) => sums?.all.slice()), cells: this.cells.all }
  }

  clear(): void {
    for (const sums of this.#sums) sums?.all.fill(0)
    this.cells.clear()
  }

  /** Adds what was counted of other articles, of the same people; whole numbers, in whatever order. */
  add({ sums, cells }: CountedPairs): void {
    for (const [pair, all] of sums.entries()) if (all) this.#of(pair).add(all)
    this.cells.add(cells)
  }

  #of(pair: number): PairSums {
    return (this.#sums[pair] ??= new PairSums(this.#vocabulary, this.#types))
  }

  #pairOf(one: number, other: number): number {
    return pairAt(one, other, this.#annotators)
  }

  /** Every two of the annotators, with their number among the cells. */
  *everyTwo(): Generator<readonly [one: number, other: number, sums: PairSums, pair: number]> {
    for (const [one, other] of everyTwo(this.#annotators))
      yield [one, other, this.sumsOf(one, other), this.#pairOf(one, other)]
  }

  /**
   * Counts an article into the sums of every two, the tallies of the article alone, and those of weeks. Gives the matchings of every two,
   * which are used again by the next.
   */
  take(there: readonly Present[], now: Tallies, inWeek: (week: number) => Tallies): readonly Matching[] {
    this.#weeks = [...new Set(there.flatMap(({ side }) => side.weeks))].toSorted((a, b) => a - b)
    const size = this.#weeks.length * this.#width
    this.#spans = zeros(this.#spans, size)
    this.#pairSpans = zeros(this.#pairSpans, size)
    const slots = there.map(({ side }) => side.week.map((week) => this.#weeks.indexOf(week)))
    const exact = exactClasses(there.map(({ side }) => side.placed))
    const tags = there.map(({ side }, i) => this.#countTags(side, slots[i]!))
    const matchings: Matching[] = []
    for (let a = 0; a < there.length; a++)
      for (let b = a + 1; b < there.length; b++) {
        const [one, other] = [there[a]!, there[b]!]
        const pair = this.#pairOf(one.annotator, other.annotator)
        const matching = this.#matchingFor(matchings.length, one.side.placed.count)
        this.#takePair(
          one.side,
          other.side,
          [exact[a]!, exact[b]!],
          [slots[a]!, slots[b]!],
          [tags[a]!, tags[b]!],
          matching,
          pair,
          now,
          inWeek,
        )
        matchings.push(matching)
      }
    this.#takeSpans(now, inWeek)
    return matchings
  }

  get #width(): number {
    return SPAN_COUNTS * (this.#vocabulary.labels.length + 1)
  }

  #matchingFor(pair: number, count: number): Matching {
    const known = this.#matchings[pair]
    return known && known.of.length >= count ? known : (this.#matchings[pair] = matchingFor(2 * count))
  }

  #takePair(
    a: SideWork,
    b: SideWork,
    exact: readonly [Int32Array, Int32Array],
    slots: readonly [Int32Array, Int32Array],
    tags: readonly [TagCounts, TagCounts],
    matching: Matching,
    pair: number,
    now: Tallies,
    inWeek: (week: number) => Tallies,
  ): void {
    const sums = this.#of(pair)
    const [tagsA, tagsB] = [a.placed, b.placed]
    const by = this.#by
    by[0] = matching.of
    for (let rule = 1; rule < by.length; rule++)
      if (by[rule]!.length < tagsA.count) by[rule] = new Int32Array(2 * tagsA.count)
    this.#matcher.between(tagsA, tagsB).by(this.#rules, by)
    this.#matcher.overlaps(matching)

    this.#beginSpans(tags)
    this.#countSpans(a, b, matching.of, slots, OVERLAP, ALL)
    this.#countSpans(a, b, by[1]!, slots, OVERLAP, BY_LABEL)
    for (let overlap = 0; overlap < 2; overlap++)
      countFound(sums.found, 3 * overlap, by[2 + overlap]!, tagsA.count, tagsB.count)
    const ofWords = this.#exact.match(tagsA, tagsB, exact, false)
    countFound(sums.found, 6, ofWords, tagsA.count, tagsB.count)
    this.#countSpans(a, b, ofWords, slots, EXACT, ALL)
    this.#countSpans(a, b, this.#exact.match(tagsA, tagsB, exact, true), slots, EXACT, BY_LABEL)
    this.#addSpans(sums)
    this.#countChoices(a, b, matching.of, pair, tags, sums)
    this.#links.count(a, b, matching.of, sums, now, inWeek)
  }

  #countTags({ placed: { count, label } }: SideWork, slots: Int32Array): TagCounts {
    const layers = this.#vocabulary.labels.length + 1
    const weekly = new Int32Array(this.#weeks.length * layers)
    const labels = new Int32Array(layers - 1)
    for (let i = 0; i < count; i++) {
      weekly[slots[i]! * layers]!++
      weekly[slots[i]! * layers + label[i]! + 1]!++
      labels[label[i]!]!++
    }
    return { weekly, labels }
  }

  /** As if nothing were matched: all tags are the first's alone, or the second's. What is matched is then taken from them. */
  #beginSpans([{ weekly: ofA }, { weekly: ofB }]: readonly [TagCounts, TagCounts]): void {
    const counts = this.#pairSpans
    for (let layer = 0, at = 0; layer < ofA.length; layer++, at += SPAN_COUNTS) {
      counts[at + OVERLAP + 1] = counts[at + EXACT + 1] = ofA[layer]!
      counts[at + OVERLAP + 2] = counts[at + EXACT + 2] = ofB[layer]!
    }
  }

  /**
   * Tags of both, of the first, and of the second, each in the week of the later: `ALL` whatever their label, or `BY_LABEL`, where
   * those of both have the same.
   */
  #countSpans(
    { placed: { count, label } }: SideWork,
    { placed: { label: labelsB } }: SideWork,
    of: Int32Array,
    [slotsA, slotsB]: readonly [Int32Array, Int32Array],
    which: number,
    step: typeof ALL | typeof BY_LABEL,
  ): void {
    const [counts, width] = [this.#pairSpans, this.#width]
    for (let i = 0; i < count; i++) {
      const j = of[i]!
      if (j === -1) continue
      const [slotA, slotB] = [slotsA[i]!, slotsB[j]!]
      const [atA, atB] = [step * (label[i]! + 1) + which, step * (labelsB[j]! + 1) + which]
      counts[Math.max(slotA, slotB) * width + atA]!++
      counts[slotA * width + atA + 1]!--
      counts[slotB * width + atB + 2]!--
    }
  }

  /** Adds what two people's spans came to, to them and to the article. */
  #addSpans(sums: PairSums): void {
    const [counts, width] = [this.#pairSpans, this.#width]
    for (let slot = 0, at = 0; slot < this.#weeks.length; slot++)
      for (let cell = 0; cell < width; cell++, at++) {
        const tags = counts[at]!
        if (tags === 0) continue
        counts[at] = 0
        sums.spans[cell]! += tags
        this.#spans[at]! += tags
      }
  }

  /** Adds what the article's spans came to, to it and to its weeks. */
  #takeSpans(now: Tallies, inWeek: (week: number) => Tallies): void {
    for (const [slot, week] of this.#weeks.entries()) {
      const [from, to] = [slot * this.#width, (slot + 1) * this.#width]
      if (this.#spans.subarray(from, to).every((tags) => tags === 0)) continue
      const of = week === NO_WEEK ? [now] : [now, inWeek(week)]
      for (const { spans } of of)
        for (const [layer, { overlap, exact }] of spans.entries()) {
          const at = from + SPAN_COUNTS * layer
          addCounts(overlap.sums, this.#spans, at + OVERLAP)
          addCounts(exact.sums, this.#spans, at + EXACT)
        }
    }
  }

  #countChoices(
    a: SideWork,
    b: SideWork,
    of: Int32Array,
    pair: number,
    [{ labels: allA }, { labels: allB }]: readonly [TagCounts, TagCounts],
    { alone: [aloneA, aloneB] }: PairSums,
  ): void {
    const { cells } = this
    const [tagsA, tagsB] = [a.placed, b.placed]
    const { layers } = a
    for (let label = 0; label < allA.length; label++) {
      aloneA[label]! += allA[label]!
      aloneB[label]! += allB[label]!
    }
    for (let i = 0; i < tagsA.count; i++) {
      const j = of[i]!
      if (j === -1) continue
      aloneA[tagsA.label[i]!]!--
      aloneB[tagsB.label[j]!]!--
      const [atA, atB] = [i * layers, j * layers]
      for (let left = a.chosen[i]! | b.chosen[j]!; left !== 0; left &= left - 1) {
        const layer = 31 - Math.clz32(left & -left)
        cells.count(pair, layer, a.choices[atA + layer]!, b.choices[atB + layer]!)
      }
      for (let layer = FLAGGED; layer < layers; layer++)
        cells.count(pair, layer, a.choices[atA + layer]!, b.choices[atB + layer]!)
    }
  }
}

/** How many tags somebody has on an article: by week and layer of spans (all, then by label), and by label. */
interface TagCounts {
  readonly weekly: Int32Array
  readonly labels: Int32Array
}

/** Of both, of the first and of the second. */
function countFound(into: Float64Array, at: number, of: Int32Array, countA: number, countB: number): void {
  let both = 0
  for (let i = 0; i < countA; i++) if (of[i] !== -1) both++
  into[at]! += both
  into[at + 1]! += countA - both
  into[at + 2]! += countB - both
}

const zeros = (array: Int32Array<ArrayBuffer>, size: number): Int32Array<ArrayBuffer> =>
  array.length >= size ? array.fill(0, 0, size) : new Int32Array(2 * size)
