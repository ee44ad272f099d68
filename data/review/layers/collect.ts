import type { Sampling } from '../units/gamma'
import type { ArticleWork } from './article-work'
import { takeGroups } from './groups'
import { PairCounter } from './pairs'
import { Tallies } from './slice-tallies'
import { ChoiceTally, TallyRows } from './tallies'
import type { Vocabulary } from './vocabulary'
import { NO_WEEK } from './week'
import { takeTokens, takeUnits } from './words'

/** Takes one article after another into the sums of all slices. */
export class Collector {
  readonly #vocabulary: Vocabulary
  readonly #types: readonly string[]
  readonly #isPair: boolean
  readonly #gamma: Sampling | null
  readonly pairs: PairCounter
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
    this.#isPair = how.annotators === 2
    this.#gamma = how.gamma
    this.pairs = new PairCounter(vocabulary, links, how)
    this.now = new Tallies(vocabulary, this.#types, this.#isPair, how.gamma ? 'gamma' : 'alpha')
    this.rows = this.now.all.map((tally) => new TallyRows(tally))
    this.ofLabel = vocabulary.labels.map(() =>
      vocabulary.choices.map((layer) => new ChoiceTally(layer, this.#isPair)),
    )
    this.labelRows = this.ofLabel.map((tallies) => tallies.map((tally) => new TallyRows(tally)))
  }

  /** `sides` stand in the order of the annotators; at least two are there. */
  take({ article, sides, tokens }: ArticleWork): void {
    for (const tally of this.now.all) tally.clear()
    for (const tallies of this.ofLabel) for (const tally of tallies) tally.clear()
    const there = sides.flatMap((side, annotator) => (side ? [{ annotator, side }] : []))
    const { now, ofLabel } = this
    const inWeek = (week: number) => this.#week(week)
    const matchings = this.pairs.take(there, now, inWeek)
    takeGroups(
      there.map(({ side }) => side),
      matchings,
      this.#vocabulary,
      { now, ofLabel, inWeek },
    )
    if (tokens) {
      const sumsOf = (one: number, other: number) => this.pairs.sumsOf(one, other)
      takeTokens(there, tokens, now, sumsOf)
      takeUnits(article, there, tokens.length, now, this.#gamma, sumsOf)
      this.#takeInWeek(
        article,
        there.flatMap(({ side }) => side.weeks),
      )
    }
    for (const row of this.rows) row.push()
    for (const rows of this.labelRows) for (const row of rows) row.push()
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
    return (this.weeks[week] ??= new Tallies(this.#vocabulary, this.#types, this.#isPair, 'alpha'))
  }
}
