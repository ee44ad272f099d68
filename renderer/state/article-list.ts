import type { ListedArticle } from '../../data/store/views'
import { byTitle } from '../../data/text/by-title'

/** The list with those in `changed` put in place of what they were, new ones by date, newest first, and without those in `gone`. */
export function merged(
  articles: readonly ListedArticle[],
  changed: readonly ListedArticle[],
  gone: readonly string[] = [],
): readonly ListedArticle[] {
  if (gone.length > 0) {
    const left = new Set(gone)
    return merged(
      articles.filter(({ summary }) => !left.has(summary.id)),
      changed,
    )
  }
  const byId = new Map(changed.map((article) => [article.summary.id, article]))
  const kept = articles.map((article) => {
    const next = byId.get(article.summary.id)
    byId.delete(article.summary.id)
    return next ?? article
  })
  return byId.size === 0 ? kept : [...kept, ...byId.values()].toSorted(newestFirst)
}

/**
 * An article as the list has it. The last that was asked for is found at its place, without going through the list, as
 * long as none came or went before it.
 */
export function listed(articles: readonly ListedArticle[], id: string): ListedArticle | undefined {
  if (articles[lastPlace]?.summary.id !== id)
    lastPlace = Math.max(
      0,
      articles.findIndex(({ summary }) => summary.id === id),
    )
  const article = articles[lastPlace]
  return article?.summary.id === id ? article : undefined
}

let lastPlace = 0

/** Newest first by date of publication; those without a date at the end, by title. */
function newestFirst({ summary: a }: ListedArticle, { summary: b }: ListedArticle): number {
  if (a.published !== b.published) return (b.published ?? '') < (a.published ?? '') ? -1 : 1
  return byTitle(a.title, b.title)
}
