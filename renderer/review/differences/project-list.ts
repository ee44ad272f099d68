import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Problem } from '../../../data/model/problem'
import { unpack } from '../../../data/record/packed'
import type {
  DifferenceRow,
  DifferencesPage,
  DifferencesQuery,
} from '../../../data/review/project-differences'
import { openArticle } from '../../state/actions'
import type { State } from '../../state/state'
import { store } from '../../state/store'
import { workbench } from '../../state/workbench'
import { goToGroup, reviewUi, type DifferenceFilter } from '../review-ui'
import { differencesUi } from './differences-ui'
import type { Order } from './differences'
import { reviewNow } from './review-now'

/** Rows that are asked for at once; more when somebody asks for them. */
const SOME = 400
/** Milliseconds after a change of somebody's tags until the list is asked for again. */
const PATIENCE = 400

/** The differences of all articles, as far as they were asked for. */
interface ProjectList {
  /** `null`: not asked for, or not answered yet. */
  readonly page: DifferencesPage | null
  readonly isAsking: boolean
  readonly problem: Problem | null
}

const nothing: ProjectList = { page: null, isAsking: false, problem: null }
const list = createStore<ProjectList>()(() => nothing)
export const useProjectList = <T>(part: (list: ProjectList) => T): T => useStore(list, part)
export const projectList = (): ProjectList => list.getState()

/** Whether the list is of more articles than the one that is open. */
export const isOfProject = ({ articles }: DifferenceFilter): boolean => articles !== undefined

/** Whose tags are compared in all articles: those who were chosen, else the two with the most tags. */
export function comparedIn(
  project: NonNullable<State['project']>,
  people: readonly string[] | null,
): readonly string[] {
  if (people) return people
  const sums = new Map<string, number>()
  for (const { tags } of project.articles)
    for (const [annotator, count] of Object.entries(tags))
      sums.set(annotator, (sums.get(annotator) ?? 0) + count)
  return [...sums]
    .toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, 2)
    .map(([annotator]) => annotator)
}

/** What is asked about all articles, for a filter of the list. */
export function queryFor(
  filter: DifferenceFilter,
  annotators: readonly string[],
  threshold: number,
  order: Order,
): DifferencesQuery {
  const { articles, of, labels, kinds, attributes, standings, chosen, keys } = filter
  const isAny = standings === undefined
  const [open, decided] = [standings?.includes('open'), standings?.includes('decided')]
  return {
    annotators,
    articles: articles === undefined || articles === 'all' ? null : articles,
    labels: null,
    threshold,
    order,
    ...(of && { of }),
    ...(labels && { labelled: labels }),
    ...(kinds && { kinds }),
    ...(attributes && { attributes }),
    ...(chosen && { chosen }),
    ...(keys && { keys }),
    ...(!isAny && open !== decided && { decided: decided === true }),
    ...((standings?.includes('alike') || (isAny && (chosen || keys))) && { alike: true }),
  }
}

let latest = 0
let rows = SOME

async function ask(): Promise<void> {
  const mine = ++latest
  const { project } = store.getState()
  const { filter, people } = reviewUi.getState()
  if (!project || !isOfProject(filter)) return list.setState(nothing)
  const annotators = comparedIn(project, people)
  if (annotators.length < 2) return list.setState(nothing)
  list.setState({ isAsking: true, problem: null })
  const query = queryFor(filter, annotators, project.review.threshold, differencesUi.getState().order)
  const answer = await workbench.reviewDifferences(query, 0, rows)
  if (mine !== latest) return
  if (!answer.ok) return list.setState({ isAsking: false, problem: answer.error })
  const page = unpack(answer.value)
  list.setState({ isAsking: false, ...(page && { page }) })
  const [first] = page?.rows ?? []
  const open = store.getState().open?.article.id
  // What was asked for stands on another article than the one that is open.
  if (first && !page?.rows.some(({ article }) => article === open) && differencesUi.getState().draft === null)
    void openArticle(first.article)
}

/** More of the rows that there are. */
export function askForMore(): void {
  rows += SOME
  void ask()
}

export const askAgain = (): void => void ask()

/** Keeps the list of all articles up to date until the returned function is called. */
export function keepProjectList(): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined
  const begin = () => {
    rows = SOME
    void ask()
  }
  if (isOfProject(reviewUi.getState().filter)) begin()
  const stops = [
    reviewUi.subscribe(({ filter, people }, before) => {
      if (filter !== before.filter || (people !== before.people && isOfProject(filter))) begin()
    }),
    differencesUi.subscribe(({ order }, before) => {
      if (order !== before.order && isOfProject(reviewUi.getState().filter)) begin()
    }),
    store.subscribe(({ record, project }, before) => {
      const isSame =
        record.version === before.record.version &&
        project?.review.threshold === before.project?.review.threshold
      if (isSame || !isOfProject(reviewUi.getState().filter)) return
      clearTimeout(waiting)
      waiting = setTimeout(() => void ask(), PATIENCE)
    }),
  ]
  return () => {
    clearTimeout(waiting)
    latest += 1
    list.setState(nothing)
    for (const stop of stops) stop()
  }
}

/** Opens an article and goes to a difference on it. */
export async function goToRow({ article, key }: Pick<DifferenceRow, 'article' | 'key'>): Promise<void> {
  if (store.getState().open?.article.id !== article) await openArticle(article)
  if (store.getState().open?.article.id === article) goToGroup(key)
}

/**
 * Past the last difference of the open article to the first of the next that has any, or past the first to the last of the
 * one before; `false` when the list is of the open article only, or there is no other.
 */
export function stepOverArticles(by: 1 | -1, onlyOpen: boolean): boolean {
  const { page } = list.getState()
  const review = reviewNow()
  if (!page || !review || !isOfProject(reviewUi.getState().filter)) return false
  const here = review.open.article.id
  const articles = [...new Set(page.rows.map(({ article }) => article))]
  const at = articles.indexOf(here)
  for (let i = 1; i < articles.length; i++) {
    const article = articles[(at + by * i + articles.length * 2) % articles.length]!
    const found = page.rows.filter((row) => row.article === article && (!onlyOpen || !row.isDecided))
    const row = by === 1 ? found[0] : found.at(-1)
    if (!row) continue
    void goToRow(row)
    return true
  }
  return false
}
