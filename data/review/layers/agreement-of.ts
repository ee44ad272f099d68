import type { RecordIndex } from '../../record/index/record-index'
import { isGammaTold, type Agreement, type ReviewQuery } from '../agreement'
import type { Slice } from '../figures'
import { drawsOf } from '../measures/bootstrap'
import { samplesEach } from '../units/gamma'
import { comparedArticles } from './article-work'
import type { CollectOrder } from './collect'
import { collectAll, type CollectAllPorts } from './collect-all'
import type { LinkTypes } from './links'
import { tellLayers, weekSlices } from './slices'
import { confusionsOf, findingsOf } from './totals'
import { usedIn, vocabularyOf } from './vocabulary'

/**
 * Draws at most, and draws times articles at most: beyond 500 articles fewer are made, a thousand at 1,000, so that intervals stay in
 * proportion to the rest. Never fewer than so many.
 */
const DRAWS = 2_000
const DRAWN = 1_000_000
const FEWEST_DRAWS = 400

/**
 * How far people agree on all articles that at least two of them have tagged or are done with. `null` when it was stopped.
 *
 * Each article is looked at once (`collectAll`): tags are matched, and what is counted goes into sums for everything, by pair, label, article
 * and week. Of more than two people α, AC and Fleiss' κ take each group of matched tags as one thing with as many values as people; F1 and
 * the finds are summed over pairs. Intervals come from draws of whole articles, for everything and by label; pairs have theirs when they
 * are asked about alone. Neither the order of people, articles nor tags changes a number.
 */
export async function agreementOf(
  index: RecordIndex,
  query: ReviewQuery,
  ports: CollectAllPorts,
  seed = 1,
): Promise<Agreement | null> {
  const { version } = index
  const articles = comparedArticles(index, query)
  const sheets = articles.flatMap((article) => article.sheets.filter((sheet) => sheet !== null))
  const vocabulary = vocabularyOf(index, usedIn(sheets), query.labels)
  const links = linkTypesOf(index)
  const { annotators, threshold } = query
  const isTold = isGammaTold(annotators.length, articles.length)
  const gamma = isTold ? { seed, samples: samplesEach(articles.length) } : null
  const order: CollectOrder = { annotators, threshold, vocabulary, links, gamma }
  const collector = await collectAll(order, articles, ports)
  if (!collector) return null

  const draws = drawsOf(articles.length, seed, drawsFor(articles.length))
  const telling = tellLayers(collector, query, vocabulary, links.types, draws)
  let told = telling.next()
  for (; !told.done; told = telling.next())
    if (!(await ports.next(articles.length, articles.length, told.value))) return null
  const { layers, pair, label } = told.value
  return {
    version,
    query,
    articles: articles.length,
    shares: collector.people.shares,
    layers,
    by: {
      pair,
      label,
      article: inTime(index, collector.byArticle),
      week: weekSlices(collector),
    },
    findings: findingsOf(collector.pairs, annotators.length),
    confusions: confusionsOf(collector.pairs, vocabulary),
  }
}

const drawsFor = (articles: number): number =>
  Math.max(FEWEST_DRAWS, Math.min(DRAWS, Math.floor(DRAWN / Math.max(1, articles))))

function linkTypesOf({ texts, codebook }: RecordIndex): LinkTypes {
  const used = texts.types.texts
  const types = [...new Set([...codebook.linkTypes.map(({ id }) => id), ...used.toSorted()])]
  return { types, typeOf: Int32Array.from([-1, ...used.map((type) => types.indexOf(type))]) }
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
