import type { ListedArticle, ProjectView } from '../../data/store/views'

const keyOf = (project: string) => `last-article ${project}`

/** Remembers on this computer which article of a project was read last. */
export const rememberArticle = (project: string, article: string): void =>
  localStorage.setItem(keyOf(project), article)

/**
 * The article to show first: the one read last, else the newest that has tags, else the newest. Which have tags is not
 * known yet while a large project is read for the first time.
 */
export function firstArticle({
  project,
  articles,
  looking,
}: Pick<ProjectView, 'project' | 'articles' | 'looking'>): ListedArticle | undefined {
  const last = localStorage.getItem(keyOf(project.id))
  return (
    articles.find(({ summary }) => summary.id === last) ??
    articles.find(({ tags }) => !looking && Object.keys(tags).length > 0) ??
    articles[0]
  )
}

/** Whose tags to show beside mine at first: nobody's once I have any, else theirs who have the most. */
export function firstAlongside({
  me,
  articles,
  looking,
}: Pick<ProjectView, 'me' | 'articles' | 'looking'>): string | null {
  if (looking) return null
  const sums = new Map<string, number>()
  for (const { tags } of articles)
    for (const [annotator, count] of Object.entries(tags))
      sums.set(annotator, (sums.get(annotator) ?? 0) + count)
  if (sums.has(me.id)) return null
  return [...sums].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0] ?? null
}
