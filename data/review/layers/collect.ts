import type { Slice } from '../figures'
import { Joiner } from '../group'
import type { KeptRows } from '../measures/sums'
import type { Sampling } from '../units/gamma'
import type { ArticleWork } from './article-work'
import { takeGroups } from './groups'
import type { LinkTypes } from './links'
import { PairCounter, type CountedPairs } from './pairs'
import { People, whyNothingOn, type CountedPeople } from './people'
import { Tallies } from './slice-tallies'
import { ChoiceTally, layerFigures, TallyRows } from './tallies'
import type { Vocabulary } from './vocabulary'
import { NO_WEEK } from './week'
import { takeTokens, takeUnits } from './words'

/** What is collected, and of whom: plain data, which another thread can be given. */
export interface CollectOrder {
  readonly annotators: readonly string[]
  readonly threshold: number
  readonly vocabulary: Vocabulary
  readonly links: LinkTypes
  /** The seed and how many draws an article, where γ is told. */
  readonly gamma: Sampling | null
}

/** What a `Collector` has of its articles, as plain data. */
export interface Collected {
  readonly pairs: CountedPairs
  readonly people: CountedPeople
  readonly rows: readonly (readonly KeptRows[])[]
  readonly labelRows: readonly (readonly (readonly KeptRows[])[])[]
  /** By week; those that nothing is in are not there. */
  readonly weeks: readonly (WeekSums | undefined)[]
  readonly byArticle: readonly Slice[]
}

interface WeekSums {
  /** By tally the sums of each. */
  readonly sums: readonly (readonly Float64Array[])[]
  readonly articles: readonly string[]
}

/** Takes one article after another into the sums of all slices. */
export class Collector {
  readonly order: CollectOrder
  readonly #isPair: boolean
  readonly #joiner = new Joiner()
  readonly pairs: PairCounter
  readonly people: People
  /** The article that was taken last, alone. */
  readonly now: Tallies
  readonly rows: readonly TallyRows[]
  /** By label, the choices for tags that have it. */
  readonly ofLabel: readonly (readonly ChoiceTally[])[]
  readonly labelRows: readonly (readonly TallyRows[])[]
  /** By week (`weekOf`); those that nothing is in are not there. */
  readonly weeks: Tallies[] = []
  /** By week the articles whose words and stretches count in it. */
  readonly articlesOf: (string[] | undefined)[] = []

  /** By article, in the order in which they were taken. */
  byArticle: Slice[] = []
  /** The weeks that anything is in. */
  readonly #used = new Set<number>()

  constructor(order: CollectOrder) {
    const { annotators, threshold, vocabulary, links, gamma } = order
    this.order = order
    this.#isPair = annotators.length === 2
    this.pairs = new PairCounter(vocabulary, links, { threshold, annotators: annotators.length })
    this.people = new People(annotators, vocabulary)
    this.now = new Tallies(vocabulary, links.types, this.#isPair, gamma ? 'gamma' : 'alpha')
    this.rows = this.now.all.map((tally) => new TallyRows(tally))
    this.ofLabel = vocabulary.labels.map(() =>
      vocabulary.choices.map((layer) => new ChoiceTally(layer, this.#isPair)),
    )
    this.labelRows = this.ofLabel.map((tallies) => tallies.map((tally) => new TallyRows(tally)))
  }

  /** A copy. */
  get all(): Collected {
    return {
      pairs: this.pairs.all,
      people: this.people.all,
      rows: this.rows.map(({ all }) => all),
      labelRows: this.labelRows.map((rows) => rows.map(({ all }) => all)),
      weeks: Array.from(this.weeks, (tallies, week) => {
        if (!tallies || !this.#used.has(week)) return undefined
        const sums = tallies.all.map((tally) => tally.sums.map(({ sums: each }) => each.slice()))
        return { sums, articles: this.articlesOf[week] ?? [] }
      }),
      byArticle: this.byArticle,
    }
  }

  /** Collects of other articles by the same order, in the same memory. */
  clear(): void {
    this.pairs.clear()
    this.people.clear()
    for (const rows of [...this.rows, ...this.labelRows.flat()]) rows.clear()
    for (const week of this.#used) this.weeks[week]!.clear()
    this.#used.clear()
    this.articlesOf.length = 0
    this.byArticle = []
  }

  /** Adds what was collected by the same order of articles that come after these. */
  add({ pairs, people, rows, labelRows, weeks, byArticle }: Collected): void {
    this.pairs.add(pairs)
    this.people.add(people)
    for (const [i, all] of rows.entries()) this.rows[i]!.append(all)
    for (const [label, ofIt] of labelRows.entries())
      for (const [i, all] of ofIt.entries()) this.labelRows[label]![i]!.append(all)
    for (const [week, known] of weeks.entries()) {
      if (!known) continue
      for (const [i, tally] of this.#week(week).all.entries()) tally.addSums(known.sums[i]!)
      if (known.articles.length > 0) (this.articlesOf[week] ??= []).push(...known.articles)
    }
    this.byArticle.push(...byArticle)
  }

  /** `sides` stand in the order of the annotators; at least two are there. */
  take(work: ArticleWork): void {
    const { article, sides, tokens, ints } = work
    const { vocabulary, gamma } = this.order
    for (const tally of this.now.all) tally.clear()
    for (const tallies of this.ofLabel) for (const tally of tallies) tally.clear()
    const there = sides.flatMap((side, annotator) => (side ? [{ annotator, side }] : []))
    const { now, ofLabel } = this
    const inWeek = (week: number) => this.#week(week)
    const matchings = this.pairs.take(there, now, inWeek)
    takeGroups(
      there.map(({ side }) => side),
      matchings,
      this.#joiner,
      vocabulary,
      { now, ofLabel, inWeek },
    )
    if (tokens) {
      const sumsOf = (one: number, other: number) => this.pairs.sumsOf(one, other)
      takeTokens(there, tokens, now, sumsOf)
      takeUnits(article, there, tokens.length, now, gamma, sumsOf, ints)
      this.#takeInWeek(
        article,
        there.flatMap(({ side }) => side.weeks),
      )
    }
    for (const row of this.rows) row.push()
    for (const rows of this.labelRows) for (const row of rows) row.push()
    this.people.take(work)
    const whyNothing = whyNothingOn(work, now)
    const told = now.all.filter(({ n }) => n > 0).map((tally) => layerFigures(tally, whyNothing))
    this.byArticle.push({ of: [article], layers: told })
  }

  /** Words and stretches have no time of their own: an article's count in the week in which the last tag on it was made. */
  #takeInWeek(article: string, weeks: readonly number[]): void {
    const last = weeks.reduce((latest, week) => Math.max(latest, week), NO_WEEK)
    if (last === NO_WEEK) return
    const { tokens, units } = this.#week(last)
    for (const [layer, tally] of tokens.entries()) tally.add(this.now.tokens[layer]!)
    for (const [layer, tally] of units.entries()) tally.add(this.now.units[layer]!)
    ;(this.articlesOf[last] ??= []).push(article)
  }

  #week(week: number): Tallies {
    const { vocabulary, links } = this.order
    this.#used.add(week)
    return (this.weeks[week] ??= new Tallies(vocabulary, links.types, this.#isPair, 'alpha'))
  }
}
