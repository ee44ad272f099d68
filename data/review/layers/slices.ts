import type { ReviewQuery } from '../agreement'
import type { LayerFigures, Slice } from '../figures'
import type { Draws } from '../measures/bootstrap'
import type { Collector } from './collect'
import { Tallies } from './slice-tallies'
import { layerFigures, type TallyRows } from './tallies'
import type { Vocabulary } from './vocabulary'
import { mondayOf } from './week'

/** What is read from the sums of all articles. */
export interface ToldLayers {
  readonly layers: readonly LayerFigures[]
  readonly pair: readonly Slice[]
  readonly label: readonly Slice[]
}

/**
 * The figures of all, of every two and by label. Intervals take a while: it yields after some milliseconds at most, with the share of them
 * that is drawn.
 */
export function* tellLayers(
  collector: Collector,
  { annotators }: ReviewQuery,
  vocabulary: Vocabulary,
  types: readonly string[],
  draws: Draws,
): Generator<number, ToldLayers> {
  const { rows, labelRows, ofLabel, now, people } = collector
  // The sums of all articles come into the tallies as they are told; what is not told yet has the last article's.
  for (const each of [...rows, ...labelRows.flat()]) each.total()
  const whyNothing = people.whyNothing(null, now)
  const share = new ShareOf([...rows, ...labelRows.flat()])
  const layers: LayerFigures[] = []
  for (const each of rows) layers.push(yield* share.while(each, each.figures(whyNothing, draws)))

  const pair: Slice[] = []
  if (annotators.length === 2) pair.push({ of: annotators, layers })
  else
    for (const [one, other, sums, at] of collector.pairs.everyTwo()) {
      const tallies = new Tallies(vocabulary, types, true, 'alpha')
      sums.addTo(tallies, collector.pairs.cells, at)
      const why = people.whyNothing(null, tallies, [one, other])
      const of = [annotators[one]!, annotators[other]!]
      pair.push({ of, layers: tallies.all.map((tally) => layerFigures(tally, why)) })
      yield share.done
    }

  const label: Slice[] = []
  for (const [place, id] of vocabulary.labels.entries()) {
    const named = new Set([`tokens:${id}`, `spans:${id}`, `units:${id}`])
    const ofIt = layers.filter(({ layer }) => named.has(layer))
    const why = people.whyNothing(place, now)
    for (const [layer, each] of labelRows[place]!.entries())
      if (layer > 0 && ofLabel[place]![layer]!.n > 0)
        ofIt.push(yield* share.while(each, each.figures(why, draws)))
    label.push({ of: [id], layers: ofIt })
  }
  return { layers, pair, label }
}

/** How much of the work on intervals is done, by what each costs. */
class ShareOf {
  readonly #all: number
  #done = 0

  constructor(all: readonly TallyRows[]) {
    this.#all = all.reduce((sum, { cost }) => sum + cost, 0)
  }

  get done(): number {
    return this.#all === 0 ? 1 : this.#done / this.#all
  }

  /** Yields the share of all while these rows' work goes on. */
  *while<T>({ cost }: TallyRows, work: Generator<number, T>): Generator<number, T> {
    const before = this.#done
    let step = work.next()
    for (; !step.done; step = work.next()) {
      this.#done = before + cost * step.value
      yield this.done
    }
    this.#done = before + cost
    return step.value
  }
}

export function weekSlices({ weeks, articlesOf, people }: Collector): readonly Slice[] {
  return weeks.flatMap((tallies, week): Slice[] => {
    const whyNothing = people.whyNothing(null, tallies)
    return [
      {
        of: [mondayOf(week)],
        articles: articlesOf[week] ?? [],
        layers: tallies.all.filter(({ n }) => n > 0).map((tally) => layerFigures(tally, whyNothing)),
      },
    ]
  })
}
