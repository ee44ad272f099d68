import type { ListedArticle } from '../../../data/store/views'

/** How far somebody is with tagging an article, and with reviewing it; `null`: neither asked to nor begun. */
export interface CellState {
  readonly tagging: 'assigned' | 'work' | 'done' | null
  readonly review: 'assigned' | 'reviewed' | 'agreed' | null
  /** Whether they were asked to tag it; what they did besides is shown all the same. */
  readonly isToTag: boolean
  readonly tags: number
}

export function stateOf(article: ListedArticle, person: string): CellState {
  const tags = article.tags[person] ?? 0
  const isToTag = isAssigned(article, person, 'tag')
  const isDone = article.done.includes(person)
  return {
    tagging: isDone ? 'done' : tags > 0 ? 'work' : isToTag ? 'assigned' : null,
    review: article.reviewed?.[person] ?? (isAssigned(article, person, 'review') ? 'assigned' : null),
    isToTag,
    tags,
  }
}

export const isAssigned = ({ assigned }: ListedArticle, person: string, to: 'tag' | 'review'): boolean =>
  assigned?.some((one) => one.person === person && one.to === to) ?? false

/** What somebody was asked to do with an article and has not done; `null`: nothing. */
export function stillToDo(article: ListedArticle, person: string): 'tag' | 'review' | null {
  if (!article.assigned) return null
  const { tagging, review, isToTag } = stateOf(article, person)
  if (isToTag && tagging !== 'done') return 'tag'
  return review === 'assigned' ? 'review' : null
}

export const narrowings = ['all', 'mine', 'unassigned', 'in-review', 'open'] as const
export type Narrowing = (typeof narrowings)[number]

/** Whether an article is among those asked for. */
export function isAmong(article: ListedArticle, narrowing: Narrowing, me: string): boolean {
  const { assigned = [], reviewed = {}, done } = article
  switch (narrowing) {
    case 'all':
      return true
    case 'mine':
      return assigned.some(({ person }) => person === me)
    case 'unassigned':
      return !assigned.some(({ to }) => to === 'tag')
    case 'in-review':
      return (
        (assigned.some(({ to }) => to === 'review') || Object.keys(reviewed).length > 0) &&
        !Object.values(reviewed).includes('agreed')
      )
    case 'open':
      return assigned.some(({ person, to }) => to === 'tag' && !done.includes(person))
  }
}

/** How many are to be tagged, or are by somebody who was not asked to, and how many of those are done. */
export interface Tally {
  readonly of: number
  readonly done: number
}

/** Over the people of one article, or the articles of one person. */
export function tallyOf(cells: Iterable<CellState>): Tally {
  let [of, done] = [0, 0]
  for (const { tagging } of cells) {
    if (tagging !== null) of++
    if (tagging === 'done') done++
  }
  return { of, done }
}

/** "In work, 12 tags; to review". */
export function stateInWords({ tagging, review, tags }: CellState, isHidden = false): string {
  const many = `${tags.toLocaleString('en-GB')} ${tags === 1 ? 'tag' : 'tags'}`
  const hidden = isHidden && tagging !== 'done' ? ', how far is hidden' : ''
  const tagged = {
    assigned: `Assigned${hidden}`,
    work: `In work, ${many}`,
    done: tags > 0 ? `Done, ${many}` : 'Done',
    none: '',
  }[tagging ?? 'none']
  const reviewed = { assigned: 'to review', reviewed: 'reviewed', agreed: 'reviewed and agreed', none: '' }[
    review ?? 'none'
  ]
  const words = [tagged, reviewed].filter((part) => part !== '').join('; ')
  return words === '' ? 'Nothing' : words[0]!.toUpperCase() + words.slice(1)
}

/** The article after this one that was assigned to somebody and is not done, from the top again at the end. */
export function nextAssigned(
  articles: readonly ListedArticle[],
  open: string | null,
  person: string,
): ListedArticle | null {
  const at = articles.findIndex(({ summary }) => summary.id === open)
  const others = [...articles.slice(at + 1), ...articles.slice(0, Math.max(0, at))]
  return others.find((article) => stillToDo(article, person) !== null) ?? null
}
