import type { ArticleSummary } from '../model/article'
import { fromPairs, pairsOf } from './shelf/tallies'
import type { ListedArticle } from './views'

/**
 * A list of articles as one text. Ten thousand articles with the tags of twenty people are half a million values, and
 * between Electron's processes each of them is copied by itself, three times; a text is copied at once.
 */
export type PackedList = string

interface Content {
  /** Each annotator's id stands here once, and is a number from then on. */
  readonly annotators: readonly string[]
  /** An article, then the numbers of annotators and their tallies in turn. */
  readonly articles: readonly (readonly [ArticleSummary, ...number[]])[]
}

export function packList(articles: readonly ListedArticle[]): PackedList {
  const numbers = new Map<string, number>()
  const numberOf = (annotator: string): number => {
    const number = numbers.get(annotator) ?? numbers.size
    numbers.set(annotator, number)
    return number
  }
  const rows = articles.map(({ summary, ...tallied }): [ArticleSummary, ...number[]] => [
    summary,
    ...pairsOf(tallied, numberOf),
  ])
  const content: Content = { annotators: [...numbers.keys()], articles: rows }
  return JSON.stringify(content)
}

/** `packed` must come from `packList`. */
export function unpackList(packed: PackedList): ListedArticle[] {
  const { annotators, articles }: Content = JSON.parse(packed)
  return articles.map(([summary, ...pairs]) => ({ summary, ...fromPairs(pairs, annotators) }))
}
