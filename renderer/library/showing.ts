import type { ListedArticle } from '../../data/store/views'
import { stillToDo } from '../review/progress/standing'

/** Which articles the list has: all, those that I was asked to tag or review and have not, those with something new. */
export const showings = ['all', 'mine', 'new'] as const
export type Showing = (typeof showings)[number]

export function shows(article: ListedArticle, showing: Showing, me: string): boolean {
  switch (showing) {
    case 'all':
      return true
    case 'mine':
      return stillToDo(article, me) !== null
    case 'new':
      return article.news !== undefined
  }
}

/** What can be chosen, with how many each has; nothing where there is no choice. */
export function choicesFor(
  articles: readonly ListedArticle[],
  chosen: Showing,
  me: string,
): readonly { readonly value: Showing; readonly name: string }[] {
  const count = { all: articles.length, mine: 0, new: 0 }
  for (const article of articles) {
    if (article.assigned && shows(article, 'mine', me)) count.mine++
    if (article.news) count.new++
  }
  const names = { all: 'All', mine: 'Assigned to me', new: 'New' }
  const choices = showings.filter((one) => one === 'all' || one === chosen || count[one] > 0)
  if (choices.length < 2) return []
  return choices.map((value) => ({
    value,
    name: value === 'all' ? names.all : `${names[value]} (${count[value].toLocaleString('en-GB')})`,
  }))
}
