import type { RecordIndex } from '../../record/index/record-index'
import { overlapsAsked, type Agreement, type Finding, type ReviewQuery, type Share } from '../agreement'
import type { Confusion, LayerFigures, Slice, WhyUndefined } from '../figures'
import { everyTwo } from '../group'
import { drawsOf } from '../measures/bootstrap'
import { MISSING } from '../measures/coincidences'
import { Counts, f1 } from '../measures/counts'
import { samplesEach } from '../units/gamma'
import { comparedArticles, sideWork, type ArticleWork, type ComparedArticle } from './article-work'
import { Cells } from './cells'
import { Collector, Tallies, type PairSums } from './collect'
import { layerFigures, type Tally, type WhyNothing } from './tallies'
import type { Tokens } from './tokens'
import { usedIn, vocabularyOf, type Vocabulary } from './vocabulary'
import { mondayOf } from './week'

export interface AgreementPorts {
  /** The words of an article; `null` when its text cannot be read. */
  readonly tokens: (article: string) => Promise<Tokens | null>
  /** Called after each article; gives others a turn, and says whether to go on. */
  readonly next: (done: number, of: number) => Promise<boolean>
}

/** Draws at most, and draws times articles at most: beyond 2,000 articles fewer are made, so that intervals stay in proportion to the rest. */
const DRAWS = 2_000
const DRAWN = 4_000_000
const FEWEST_DRAWS = 200

/** γ is told of two people on at most so many articles: each is aligned anew for every draw of chance. */
const GAMMA_ARTICLES = 200

/** Choices of more values than this make no table that anybody can read. */
const CONFUSED = 40

/**
 * How far people agree on all articles that at least two of them have tagged or are done with. `null` when it was stopped.
 *
 * Each article is looked at once: tags are matched, and what is counted goes into sums for everything, by pair, label, article and week.
 * Of more than two people α, AC and Fleiss' κ take each group of matched tags as one thing with as many values as people; F1 and the finds
 * are summed over pairs. Intervals come from draws of whole articles, for everything and by label; pairs have theirs when they are asked
 * about alone. Neither the order of people, articles nor tags changes a number.
 */
export async function agreementOf(
  index: RecordIndex,
  query: ReviewQuery,
  ports: AgreementPorts,
  seed = 1,
): Promise<Agreement | null> {
  const { version } = index
  const articles = comparedArticles(index, query)
  const sheets = articles.flatMap((article) => article.sheets.filter((sheet) => sheet !== null))
  const vocabulary = vocabularyOf(index, usedIn(sheets), query.labels)
  const links = linkTypesOf(index)
  const { annotators, threshold } = query
  const isSmall = annotators.length === 2 && articles.length <= GAMMA_ARTICLES
  const gamma = isSmall ? { seed, samples: samplesEach(articles.length) } : null
  const collector = new Collector(vocabulary, links, { threshold, annotators: annotators.length, gamma })
  const people = new People(annotators, vocabulary)
  const byArticle: Slice[] = []
  for (const [done, article] of articles.entries()) {
    const work = workOn(article, annotators, vocabulary, await ports.tokens(article.id))
    collector.take(work)
    people.take(work)
    byArticle.push({
      of: [article.id],
      layers: collector.now.all
        .filter(({ n }) => n > 0)
        .map((tally) => layerFigures(tally, people.whyNothing(null, collector.now))),
    })
    if (!(await ports.next(done + 1, articles.length))) return null
  }

  const draws = drawsOf(articles.length, seed, drawsFor(articles.length))
  const layers: LayerFigures[] = []
  // The sums of all articles come into the tallies as they are told; what is not told yet has the last article's.
  for (const rows of collector.rows) rows.total()
  const whyNothing = people.whyNothing(null, collector.now)
  for (const rows of collector.rows) {
    layers.push(rows.figures(whyNothing, draws))
    if (!(await ports.next(articles.length, articles.length))) return null
  }
  return {
    version,
    query,
    articles: articles.length,
    shares: people.shares,
    layers,
    by: {
      pair:
        annotators.length === 2
          ? [{ of: annotators, layers }]
          : pairSlices(collector, query, vocabulary, links.types, people),
      label: labelSlices(collector, vocabulary, layers, people, draws),
      article: inTime(index, byArticle),
      week: weekSlices(collector, people),
    },
    findings: findingsOf(collector.pairs, annotators),
    confusions: confusionsOf(collector.pairs, vocabulary),
  }
}

const drawsFor = (articles: number): number =>
  Math.max(FEWEST_DRAWS, Math.min(DRAWS, Math.floor(DRAWN / Math.max(1, articles))))

function workOn(
  { id, sheets }: ComparedArticle,
  annotators: readonly string[],
  vocabulary: Vocabulary,
  tokens: Tokens | null,
): ArticleWork {
  const sides = sheets.map((sheet, i) => sheet && sideWork(sheet, annotators[i]!, vocabulary))
  return { article: id, sides, tokens }
}

function linkTypesOf({ texts, codebook }: RecordIndex): { types: readonly string[]; typeOf: Int32Array } {
  const used = texts.types.texts
  const types = [...new Set([...codebook.linkTypes.map(({ id }) => id), ...used.toSorted()])]
  return { types, typeOf: Int32Array.from([-1, ...used.map((type) => types.indexOf(type))]) }
}

/** How much there is of whom, and by label. */
class People {
  readonly #annotators: readonly string[]
  readonly #articles: Float64Array
  /** By annotator and label. */
  readonly #tags: readonly Float64Array[]

  constructor(annotators: readonly string[], vocabulary: Vocabulary) {
    this.#annotators = annotators
    this.#articles = new Float64Array(annotators.length)
    this.#tags = annotators.map(() => new Float64Array(vocabulary.labels.length))
  }

  take({ sides }: ArticleWork): void {
    for (const [i, side] of sides.entries()) {
      if (!side || side.placed.count === 0) continue
      this.#articles[i]!++
      for (const label of side.placed.label) this.#tags[i]![label]!++
    }
  }

  get shares(): readonly Share[] {
    return this.#annotators.map((annotator, i) => ({
      annotator,
      tags: this.#tags[i]!.reduce((sum, tags) => sum + tags, 0),
      articles: this.#articles[i]!,
    }))
  }

  /** `of`: the label by its place, or `null` for all; `among`: annotators by their places, all without. */
  whyNothing(
    of: number | null,
    { choices }: Pick<Tallies, 'choices'>,
    among?: readonly number[],
  ): WhyNothing {
    const asked = among ?? [...this.#annotators.keys()]
    const have = asked.filter((i) =>
      this.#tags[i]!.some((tags, label) => tags > 0 && (of ?? label) === label),
    )
    return (layer): WhyUndefined => {
      if (asked.length < 2) return 'one-annotator'
      if (have.length === 0) return 'nothing-to-compare'
      if (have.length === 1) return 'one-silent'
      if (/^(tokens|spans|units|links)/.test(layer)) return 'nothing-to-compare'
      return choices[0]?.n === 0 ? 'nothing-matched' : 'no-pairs'
    }
  }
}

function pairSlices(
  { pairs }: Collector,
  { annotators }: ReviewQuery,
  vocabulary: Vocabulary,
  types: readonly string[],
  people: People,
): readonly Slice[] {
  return everyTwo(annotators.length).map(([a, b]) => {
    const tallies = new Tallies(vocabulary, types, true)
    fillFrom(tallies, pairs.get(`${a} ${b}`)!)
    const whyNothing = people.whyNothing(null, tallies, [a, b])
    const of = [annotators[a]!, annotators[b]!]
    return { of, layers: tallies.all.map((tally) => layerFigures(tally, whyNothing)) }
  })
}

function fillFrom({ tokens, spans, choices, links }: Tallies, sums: PairSums): void {
  for (const [layer, tally] of tokens.entries())
    for (const [i, ratings] of [
      [1, 1],
      [1, 0],
      [0, 1],
      [0, 0],
    ].entries()) {
      const times = sums.tokens[4 * layer + i]!
      tally.coincidences.rate(ratings, times)
      tally.shares.rate(ratings, times)
      tally.confusion.rate(ratings[0]!, ratings[1]!, times)
    }
  for (const [layer, tally] of spans.entries()) tally.add(sums.spans[layer]!)
  for (const [layer, tally] of links.entries()) tally.add(sums.links[layer]!)
  for (const [layer, tally] of choices.entries())
    for (const [one, other, times] of sums.cells[layer]!.entries()) tally.rate([one, other], times)
}

function labelSlices(
  { labelRows, ofLabel, now }: Collector,
  { labels }: Vocabulary,
  layers: readonly LayerFigures[],
  people: People,
  draws: readonly Uint16Array[],
): readonly Slice[] {
  return labels.map((label, place) => {
    const named = new Set([`tokens:${label}`, `spans:${label}`, `units:${label}`])
    for (const rows of labelRows[place]!) rows.total()
    const whyNothing = people.whyNothing(place, { choices: now.choices })
    return {
      of: [label],
      layers: [
        ...layers.filter(({ layer }) => named.has(layer)),
        ...labelRows[place]!.flatMap((rows, i) =>
          i > 0 && ofLabel[place]![i]!.n > 0 ? [rows.figures(whyNothing, draws)] : [],
        ),
      ],
    }
  })
}

/** Words have no time, so tokens are not among the layers of a week. */
function weekSlices({ weeks }: Collector, people: People): readonly Slice[] {
  return weeks.flatMap((tallies, week): Slice[] => {
    const told: readonly Tally[] = [...tallies.spans, ...tallies.choices]
    const whyNothing = people.whyNothing(null, tallies)
    return [
      {
        of: [mondayOf(week)],
        layers: told.filter(({ n }) => n > 0).map((tally) => layerFigures(tally, whyNothing)),
      },
    ]
  })
}

/** Slices of articles in the order of their days; those without one last, then by title. */
function inTime(index: RecordIndex, slices: readonly Slice[]): readonly Slice[] {
  const keyOf = ({ of }: Slice): string => {
    const facts = index.factsOf(index.articles.find(of?.[0] ?? ''))
    return `${facts?.day ?? '~'} ${facts?.title ?? ''} ${of?.[0] ?? ''}`
  }
  return slices
    .map((slice) => ({ slice, key: keyOf(slice) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ slice }) => slice)
}

function findingsOf(pairs: ReadonlyMap<string, PairSums>, annotators: readonly string[]): readonly Finding[] {
  return overlapsAsked.map((overlap) => {
    const all = new Counts()
    const only = new Float64Array(annotators.length)
    for (const [key, { found }] of pairs) {
      const [a = 0, b = 0] = key.split(' ').map(Number)
      all.add(found[overlap])
      only[a]! += found[overlap].sums[1]!
      only[b]! += found[overlap].sums[2]!
    }
    return { overlap, both: all.both, only: [...only], f1: f1(all) }
  })
}

function confusionsOf(
  pairs: ReadonlyMap<string, PairSums>,
  { choices }: Vocabulary,
): Agreement['confusions'] {
  return choices.flatMap(({ name, values }, layer) => {
    if (values.length === 0 || values.length > CONFUSED) return []
    const cells = new Cells(values.length)
    for (const sums of pairs.values()) {
      for (const cell of sums.cells[layer]!.entries()) cells.count(...cell)
      if (layer > 0) continue
      for (const [label, times] of sums.alone[0].entries()) cells.count(label, MISSING, times)
      for (const [label, times] of sums.alone[1].entries()) cells.count(MISSING, label, times)
    }
    return [{ layer: name, confusion: confusionOf(cells, values) }]
  })
}

/** With nothing last. */
function confusionOf(cells: Cells, values: readonly string[]): Confusion {
  const counts = Array.from({ length: values.length + 1 }, () =>
    Array.from({ length: values.length + 1 }, () => 0),
  )
  const at = (value: number) => (value === MISSING ? values.length : value)
  for (const [one, other, times] of cells.entries()) counts[at(one)]![at(other)]! += times
  return { values: [...values, null], counts }
}
