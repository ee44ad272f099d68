import type { ListedArticle } from '../../data/store/views'

/** How far somebody is with an article: no tags yet, some tags, or done, as they said themselves. */
export type Progress = 'to-do' | 'begun' | 'done'

export function progressOf(
  { tags, done }: Pick<ListedArticle, 'tags' | 'done'>,
  annotator: string,
): Progress {
  if (done.includes(annotator)) return 'done'
  return (tags[annotator] ?? 0) > 0 ? 'begun' : 'to-do'
}

/** How many articles there are of each. */
export type ProgressCounts = Readonly<Record<Progress, number>>

export function countProgress(articles: readonly ListedArticle[], annotator: string): ProgressCounts {
  const counts = { 'to-do': 0, begun: 0, done: 0 }
  for (const article of articles) counts[progressOf(article, annotator)]++
  return counts
}

/** "12 of 43 done, 5 in progress". */
export function progressInWords({ 'to-do': toDo, begun, done }: ProgressCounts): string {
  const all = (toDo + begun + done).toLocaleString('en-GB')
  const more = begun > 0 ? `, ${begun.toLocaleString('en-GB')} in progress` : ''
  return `${done.toLocaleString('en-GB')} of ${all} done${more}`
}

/** The article after this one in the list that is not done, from the top again at its end; `null` when all others are. */
export function nextUnfinished(
  articles: readonly ListedArticle[],
  open: string | null,
  annotator: string,
): string | null {
  const at = articles.findIndex(({ summary }) => summary.id === open)
  const others = [...articles.slice(at + 1), ...articles.slice(0, Math.max(0, at))]
  return others.find((article) => progressOf(article, annotator) !== 'done')?.summary.id ?? null
}
