import type { ArticleSummary } from '../model/article'
import { fromPairs, pairsOf } from './shelf/tallies'
import type { ListedArticle } from './views'

/**
 * A list of articles as one text. Ten thousand articles with the tags of twenty people are half a million values, and
 * between Electron's processes each of them is copied by itself, three times; a text is copied at once.
 */
export type PackedList = string

type Rare = Pick<ListedArticle, 'assigned' | 'news'>

interface Content {
  /** Each annotator's id stands here once, and is a number from then on. */
  readonly annotators: readonly string[]
  /** An article, then the numbers of annotators and their tallies in turn, and what only few articles have. */
  readonly articles: readonly (readonly [ArticleSummary, readonly number[], rare?: Rare])[]
}

export function packList(articles: readonly ListedArticle[]): PackedList {
  const numbers = new Map<string, number>()
  const numberOf = (annotator: string): number => {
    const number = numbers.get(annotator) ?? numbers.size
    numbers.set(annotator, number)
    return number
  }
  const rows = articles.map((article): Content['articles'][number] => {
    const pairs = pairsOf(article, numberOf)
    const { summary, tags: _, done: __, reviewed: ___, ...rare } = article
    return Object.keys(rare).length > 0 ? [summary, pairs, rare] : [summary, pairs]
  })
  const content: Content = { annotators: [...numbers.keys()], articles: rows }
  return JSON.stringify(content)
}

/** `packed` must come from `packList`. */
export function unpackList(packed: PackedList): ListedArticle[] {
  const { annotators, articles }: Content = JSON.parse(packed)
  return articles.map(([summary, pairs, rare]) => ({ summary, ...fromPairs(pairs, annotators), ...rare }))
}
