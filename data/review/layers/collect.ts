import type { OverlapAsked } from '../agreement'
import { everyTwo, joined } from '../group'
import { Matcher, type Matching } from '../match'
import { MISSING } from '../measures/coincidences'
import { Counts } from '../measures/counts'
import type { PlacedTags } from '../placed'
import { FLAGGED, type ArticleWork, type SideWork } from './article-work'
import { Cells } from './cells'
import { exactClasses, ExactMatcher } from './exact'
import { ChoiceTally, LinkTally, SpanTally, TallyRows, TokenTally, UnitTally, type Tally } from './tallies'
import { countBoth, countOf, cover, histogramOf, tokenSet, type Tokens, type TokenSet } from './tokens'
import type { Vocabulary } from './vocabulary'
import type { Sampling } from '../units/gamma'
import { unionOf, type Unit } from '../units/unit'
import { weekOf } from './week'

/** All layers of one slice. Of spans and tokens the first is of all labels, of links of all types. */
export class Tallies {
  readonly tokens: readonly TokenTally[]
  readonly spans: readonly SpanTally[]
  readonly choices: readonly ChoiceTally[]
  readonly links: readonly LinkTally[]
  /** None where nothing is known of the texts: they are of all people together. */
  readonly units: readonly UnitTally[]

  constructor(
    { labels, choices }: Vocabulary,
    types: readonly string[],
    isPair: boolean,
    units: 'none' | 'alpha' | 'gamma' = 'none',
  ) {
    const named = ['*', ...labels]
    this.units = units === 'none' ? [] : named.map((label) => new UnitTally(label, units === 'gamma'))
    this.tokens = named.map((label) => new TokenTally(label, isPair))
    this.spans = named.map((label) => new SpanTally(label))
    this.choices = choices.map((layer) => new ChoiceTally(layer, isPair))
    this.links = ['*', ...types].map((type) => new LinkTally(type))
  }

  get all(): readonly Tally[] {
    return [...this.tokens, ...this.spans, ...this.units, ...this.choices, ...this.links]
  }
}

/** What is known of two annotators, summed over articles. */
export class PairSums {
  /** Of tokens by label: both have it, only the first, only the second, none. */
  readonly tokens: Float64Array
  readonly spans: readonly SpanTally[]
  readonly links: readonly LinkTally[]
  /** By layer of the vocabulary, what the first and the second have for matched tags. */
  readonly cells: readonly Cells[]
  /** By label, tags that only the first has, and that only the second has. */
  readonly alone: readonly [Float64Array, Float64Array]
  readonly found: Readonly<Record<OverlapAsked, Counts>> = {
    any: new Counts(),
    half: new Counts(),
    exact: new Counts(),
  }

  constructor({ labels, choices }: Vocabulary, types: readonly string[]) {
    const named = ['*', ...labels]
    this.tokens = new Float64Array(4 * named.length)
    this.spans = named.map((label) => new SpanTally(label))
    this.links = ['*', ...types].map((type) => new LinkTally(type))
    this.cells = choices.map(({ values }) => new Cells(values.length))
    this.alone = [new Float64Array(labels.length), new Float64Array(labels.length)]
  }
}

/** Takes one article after another into the sums of all slices. */
export class Collector {
  readonly #vocabulary: Vocabulary
  readonly #types: readonly string[]
  readonly #typeOf: Int32Array
  readonly #threshold: number
  readonly #isPair: boolean
  readonly #gamma: Sampling | null
  readonly #matcher = new Matcher()
  readonly #exact = new ExactMatcher()
  /** One for each two of an article, used again for the next article. */
  readonly #matchings: Matching[] = []
  #scratch: Matching = { of: new Int32Array(0), overlap: new Float64Array(0) }
  /** The article that was taken last, alone. */
  readonly now: Tallies
  readonly rows: readonly TallyRows[]
  /** By label, the choices for tags that have it. */
  readonly ofLabel: readonly (readonly ChoiceTally[])[]
  readonly labelRows: readonly (readonly TallyRows[])[]
  /** By week (`weekOf`); those that nothing is in are not there. */
  readonly weeks: Tallies[] = []
  /** By the places of the annotators. */
  readonly pairs = new Map<string, PairSums>()

  constructor(
    vocabulary: Vocabulary,
    links: { readonly types: readonly string[]; readonly typeOf: Int32Array },
    how: {
      readonly threshold: number
      readonly annotators: number
      /** The seed and how many draws an article, where γ is told. */
      readonly gamma: Sampling | null
    },
  ) {
    this.#vocabulary = vocabulary
    this.#types = links.types
    this.#typeOf = links.typeOf
    this.#threshold = how.threshold
    this.#isPair = how.annotators === 2
    this.#gamma = how.gamma
    this.#counted = new Int32Array(3 * (vocabulary.labels.length + 1))
    this.now = new Tallies(vocabulary, this.#types, this.#isPair, how.gamma ? 'gamma' : 'alpha')
    this.rows = this.now.all.map((tally) => new TallyRows(tally))
    this.ofLabel = vocabulary.labels.map(() =>
      vocabulary.choices.map((layer) => new ChoiceTally(layer, this.#isPair)),
    )
    this.labelRows = this.ofLabel.map((tallies) => tallies.map((tally) => new TallyRows(tally)))
    for (const [a, b] of everyTwo(how.annotators))
      this.pairs.set(`${a} ${b}`, new PairSums(vocabulary, this.#types))
  }

  /** `sides` stand in the order of the annotators; at least two are there. */
  take({ article, sides, tokens }: ArticleWork): void {
    for (const tally of this.now.all) tally.clear()
    for (const tallies of this.ofLabel) for (const tally of tallies) tally.clear()
    const there = sides.flatMap((side, annotator) => (side ? [{ annotator, side }] : []))
    const exact = exactClasses(there.map(({ side }) => side.placed))
    const matchings: Matching[] = []
    for (const [a, b] of everyTwo(there.length)) {
      const [one, other] = [there[a]!, there[b]!]
      const sums = this.pairs.get(`${one.annotator} ${other.annotator}`)!
      const room = this.#matchings[matchings.length]
      const matching = this.#takePair(one.side, other.side, [exact[a]!, exact[b]!], sums, room)
      this.#matchings[matchings.length] = matching
      matchings.push(matching)
    }
    this.#takeGroups(
      there.map(({ side }) => side),
      matchings,
    )
    if (tokens) {
      this.#takeTokens(there, tokens)
      this.#takeUnits(
        article,
        there.map(({ side }) => side),
        tokens.length,
      )
    }
    for (const row of this.rows) row.push()
    for (const rows of this.labelRows) for (const row of rows) row.push()
  }

  #takePair(
    a: SideWork,
    b: SideWork,
    exact: readonly [Int32Array, Int32Array],
    sums: PairSums,
    room: Matching | undefined,
  ): Matching {
    const [tagsA, tagsB] = [a.placed, b.placed]
    const threshold = this.#threshold
    const candidates = this.#matcher.between(tagsA, tagsB)
    const matching = candidates.by({ threshold }, room)
    this.#countSpans(a, b, matching.of, 'overlap', false, sums)
    this.#countSpans(
      a,
      b,
      candidates.by({ threshold, sameLabel: true }, this.#room(tagsA)).of,
      'overlap',
      true,
      sums,
    )
    for (const [overlap, rule] of [
      ['any', { threshold: 0 }],
      ['half', { threshold: 0.5, of: 'longer' }],
    ] as const) {
      const both = countMatched(candidates.by(rule, this.#room(tagsA)).of, tagsA.count)
      sums.found[overlap].count(both, tagsA.count - both, tagsB.count - both)
    }
    const ofWords = this.#exact.match(tagsA, tagsB, exact, false)
    const both = countMatched(ofWords, tagsA.count)
    sums.found.exact.count(both, tagsA.count - both, tagsB.count - both)
    this.#countSpans(a, b, ofWords, 'exact', false, sums)
    this.#countSpans(a, b, this.#exact.match(tagsA, tagsB, exact, true), 'exact', true, sums)
    this.#countChoices(a, b, matching.of, sums)
    this.#countLinks(a, b, matching.of, sums)
    return matching
  }

  /** For matchings that are read at once. */
  #room({ count }: PlacedTags): Matching {
    if (this.#scratch.of.length < count)
      this.#scratch = { of: new Int32Array(2 * count), overlap: new Float64Array(2 * count) }
    return this.#scratch
  }

  #countSpans(
    a: SideWork,
    b: SideWork,
    of: Int32Array,
    which: 'exact' | 'overlap',
    byLabel: boolean,
    sums: PairSums,
  ): void {
    const [tagsA, tagsB] = [a.placed, b.placed]
    const isMatched = this.#flags(tagsB.count)
    const counted = this.#counted
    let week = -1
    for (let i = 0; i < tagsA.count; i++) {
      const j = of[i]!
      if (j !== -1) isMatched[j] = 1
      const day = j === -1 ? a.created[i]! : Math.max(a.created[i]!, b.created[j]!)
      week = this.#inWeek(weekOf(day), week, which, sums)
      counted[3 * (byLabel ? tagsA.label[i]! + 1 : 0) + (j === -1 ? 1 : 0)]!++
    }
    for (let j = 0; j < tagsB.count; j++) {
      if (isMatched[j] === 1) continue
      week = this.#inWeek(weekOf(b.created[j]!), week, which, sums)
      counted[3 * (byLabel ? tagsB.label[j]! + 1 : 0) + 2]!++
    }
    this.#inWeek(-2, week, which, sums)
  }

  /**
   * Tags that both have, only the first, or only the second, the places of `Counts`, by layer, of one week: most tags of two people on
   * an article are, so they are added to everything when another week comes, and in the end (week −2).
   */
  readonly #counted: Int32Array

  #inWeek(week: number, before: number, which: 'exact' | 'overlap', sums: PairSums): number {
    if (week === before) return week
    const counted = this.#counted
    const weekly = before < 0 ? null : this.#week(before)
    for (let at = 0; at < counted.length; at++) {
      const tags = counted[at]!
      if (tags === 0) continue
      counted[at] = 0
      const who = at % 3
      const layer = (at - who) / 3
      this.now.spans[layer]![which].sums[who]! += tags
      sums.spans[layer]![which].sums[who]! += tags
      if (weekly) weekly.spans[layer]![which].sums[who]! += tags
    }
    return week
  }

  #flag = new Uint8Array(64)
  #flags(count: number): Uint8Array {
    if (this.#flag.length < count) this.#flag = new Uint8Array(2 * count)
    return this.#flag.fill(0, 0, count)
  }

  #week(week: number): Tallies {
    return (this.weeks[week] ??= new Tallies(this.#vocabulary, this.#types, this.#isPair))
  }

  #countChoices(a: SideWork, b: SideWork, of: Int32Array, sums: PairSums): void {
    const isMatched = this.#flags(b.placed.count)
    const [aloneA, aloneB] = sums.alone
    for (let i = 0; i < a.placed.count; i++) {
      const j = of[i]!
      if (j === -1) {
        aloneA[a.placed.label[i]!]!++
        continue
      }
      isMatched[j] = 1
      for (let left = a.chosen[i]! | b.chosen[j]!; left !== 0; left &= left - 1) {
        const layer = 31 - Math.clz32(left & -left)
        sums.cells[layer]!.count(a.choices[layer]![i]!, b.choices[layer]![j]!)
      }
      for (let layer = FLAGGED; layer < sums.cells.length; layer++)
        sums.cells[layer]!.count(a.choices[layer]![i]!, b.choices[layer]![j]!)
    }
    for (let j = 0; j < b.placed.count; j++) if (isMatched[j] === 0) aloneB[b.placed.label[j]!]!++
  }

  /** A link of one is the other's when their ends are matched and they are of one type. */
  #countLinks({ links: ofA }: SideWork, { links: ofB }: SideWork, of: Int32Array, sums: PairSums): void {
    if (ofA.length === 0 && ofB.length === 0) return
    const isTaken = this.#flags(ofB.length)
    const count = (type: number, both: number, first: number, second: number) => {
      this.now.links[0]!.counts.count(both, first, second)
      sums.links[0]!.counts.count(both, first, second)
      const layer = this.#typeOf[type]! + 1
      this.now.links[layer]!.counts.count(both, first, second)
      sums.links[layer]!.counts.count(both, first, second)
    }
    for (let at = 0; at < ofA.length; at += 3) {
      const [type, from, to] = [ofA[at]!, of[ofA[at + 1]!]!, of[ofA[at + 2]!]!]
      let theirs = from === -1 || to === -1 ? ofB.length : 0
      while (theirs < ofB.length && !isSameLink(ofB, theirs, type, from, to, isTaken)) theirs += 3
      if (theirs < ofB.length) isTaken[theirs] = 1
      count(type, theirs < ofB.length ? 1 : 0, theirs < ofB.length ? 0 : 1, 0)
    }
    for (let at = 0; at < ofB.length; at += 3) if (isTaken[at] === 0) count(ofB[at]!, 0, 0, 1)
  }

  /** Of all annotators at once: each group of matched tags is one thing, for which each has what their tag has. */
  #takeGroups(sides: readonly SideWork[], matchings: readonly Matching[]): void {
    const groups = joined(
      sides.map(({ placed }) => placed),
      matchings,
    )
    const ratings = new Int32Array(sides.length)
    const { choices } = this.#vocabulary
    const seen: number[] = []
    for (const group of groups) {
      let tags = 0
      let latest = 0
      let chosen = 0
      seen.length = 0
      for (let side = 0; side < sides.length; side++) {
        const tag = group[side]!
        if (tag === -1) continue
        tags++
        latest = Math.max(latest, sides[side]!.created[tag]!)
        chosen |= sides[side]!.chosen[tag]!
        const label = sides[side]!.placed.label[tag]!
        if (!seen.includes(label)) seen.push(label)
      }
      if (tags < 2) continue
      const week = weekOf(latest)
      const weekly = week < 0 ? null : this.#week(week)
      for (let layer = 0; layer < choices.length; layer++) {
        if (layer < FLAGGED && (chosen & (1 << layer)) === 0) continue
        const values = fill(ratings, group, sides, layer, null)
        if (values === 0) continue
        this.now.choices[layer]!.rate(ratings)
        weekly?.choices[layer]!.rate(ratings)
        if (layer === 0) continue
        for (const label of seen) {
          if (seen.length > 1 && fill(ratings, group, sides, layer, label) === 0) continue
          this.ofLabel[label]![layer]!.rate(ratings)
        }
      }
    }
  }

  #takeUnits(article: string, sides: readonly SideWork[], length: number): void {
    // Draws do not depend on who is asked about first.
    const ordered = sides.toSorted((a, b) => (a.placed.annotator < b.placed.annotator ? -1 : 1))
    for (const [layer, tally] of this.now.units.entries()) {
      const tags = ordered.map(({ placed }) => unitsOf(placed, layer === 0 ? null : layer - 1, length))
      tally.coincidences.unitize(
        length,
        tags.map((units) => unionOf(units)),
      )
      if (!this.#gamma) continue
      tally.gamma.read(length, tags, { ...this.#gamma, seed: this.#gamma.seed + seedOf(article) + layer })
    }
  }

  #takeTokens(
    there: readonly { readonly annotator: number; readonly side: SideWork }[],
    tokens: Tokens,
  ): void {
    const layers = this.#vocabulary.labels.length + 1
    const sets = there.map(({ side }) => coverage(side.placed, tokens, layers))
    for (const [a, b] of everyTwo(there.length)) {
      const sums = this.pairs.get(`${there[a]!.annotator} ${there[b]!.annotator}`)!.tokens
      for (let layer = 0; layer < layers; layer++) {
        const [one, other] = [sets[a]![layer]!, sets[b]![layer]!]
        const both = countBoth(one, other)
        const [first, second] = [countOf(one) - both, countOf(other) - both]
        sums[4 * layer]! += both
        sums[4 * layer + 1]! += first
        sums[4 * layer + 2]! += second
        sums[4 * layer + 3]! += tokens.count - both - first - second
      }
    }
    const ratings = new Int32Array(there.length)
    for (let layer = 0; layer < layers; layer++) {
      const tally = this.now.tokens[layer]!
      const ofLayer = sets.map((each) => each[layer]!)
      if (this.#isPair) rateTwo(tally, ofLayer, tokens.count)
      const histogram = histogramOf(ofLayer, tokens)
      for (const [have, times] of histogram.entries()) {
        if (times === 0) continue
        ratings.fill(0).fill(1, 0, have)
        tally.coincidences.rate(ratings, times)
        tally.shares.rate(ratings, times)
      }
    }
  }
}

const isSameLink = (
  links: Int32Array,
  at: number,
  type: number,
  from: number,
  to: number,
  isTaken: Uint8Array,
): boolean => isTaken[at] === 0 && links[at] === type && links[at + 1] === from && links[at + 2] === to

/** What each side's tag in a group has in a layer; with `label`, only tags that have it. Gives how many have something. */
function fill(
  ratings: Int32Array,
  group: Int32Array,
  sides: readonly SideWork[],
  layer: number,
  label: number | null,
): number {
  let values = 0
  for (let side = 0; side < sides.length; side++) {
    const tag = group[side]!
    const { choices, placed } = sides[side]!
    const isAsked = tag !== -1 && (label === null || placed.label[tag] === label)
    const value = isAsked ? choices[layer]![tag]! : MISSING
    ratings[side] = value
    if (value !== MISSING) values++
  }
  return values
}

/** Parts of tags with a label, or of all, as far as they lie in the text. */
function unitsOf(tags: PlacedTags, label: number | null, length: number): Unit[] {
  const units: Unit[] = []
  for (let tag = 0; tag < tags.count; tag++) {
    if (label !== null && tags.label[tag] !== label) continue
    for (let part = tags.parts[tag]!; part < tags.parts[tag + 1]!; part += 2) {
      const [start, end] = [tags.edges[part]!, Math.min(length, tags.edges[part + 1]!)]
      if (start < end) units.push({ start, end, value: 0 })
    }
  }
  return units
}

/** Each article has draws of its own, so that they do not depend on which others are compared. */
const seedOf = (article: string): number =>
  [...article].reduce((hash, letter) => (Math.imul(hash, 31) + letter.charCodeAt(0)) & 0xfff_ffff, 7)

function countMatched(of: Int32Array, count: number): number {
  let matched = 0
  for (let i = 0; i < count; i++) if (of[i] !== -1) matched++
  return matched
}

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
