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
import type { Stretch } from '../../record/lines'
import { PAGE, Pages } from '../../record/pages'
import { store } from '../../state/store'
import { workbench } from '../../state/workbench'
import { goToGroup, reviewUi, type DifferenceFilter } from '../review-ui'
import { differencesUi } from './differences-ui'
import type { Order } from './differences'
import { ProjectLines } from './project-lines'
import { reviewNow } from './review-now'

/** Milliseconds from one question to the next while tags change; longer while they are all being read, which is many times a second. */
const PATIENCE = 400
const WHILE_READING = 2_000
/** Milliseconds after which it is looked again whether a question is still on its way. */
const SHORT = 50

/** What a question about all articles found: how many differences there are and where, and those of them that were looked at. */
export interface FoundDifferences {
  readonly page: Omit<DifferencesPage, 'rows' | 'from'>
  readonly pages: Pages<DifferenceRow>
}

/** The differences of all articles, as far as they were asked for. */
interface ProjectList {
  /** `null`: not asked for, or not answered yet. */
  readonly found: FoundDifferences | null
  /** How often rows came: whoever shows them looks again. */
  readonly came: number
  readonly isAsking: boolean
  /** It was stopped before it was answered. */
  readonly isStopped: boolean
  readonly problem: Problem | null
}

const nothing: ProjectList = { found: null, came: 0, isAsking: false, isStopped: false, problem: null }
const list = createStore<ProjectList>()(() => nothing)
export const useProjectList = <T>(part: (list: ProjectList) => T): T => useStore(list, part)

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

/** What is asked about all articles, for a filter of the list; `threshold` is the project's. */
export function queryFor(
  filter: DifferenceFilter,
  annotators: readonly string[],
  threshold: number,
  order: Order,
): DifferencesQuery {
  const { articles, of, labels, kinds, attributes, standings, chosen, week, keys } = filter
  const isAny = standings === undefined
  const [open, decided] = [standings?.includes('open'), standings?.includes('decided')]
  return {
    annotators,
    articles: articles === undefined || articles === 'all' ? null : articles,
    labels: null,
    threshold: filter.threshold ?? threshold,
    order,
    ...(of && { of }),
    ...(labels && { labelled: labels }),
    ...(kinds && { kinds }),
    ...(attributes && { attributes }),
    ...(chosen && { chosen }),
    ...(week !== undefined && { week }),
    ...(keys && { keys }),
    ...(!isAny && open !== decided && { decided: decided === true }),
    ...((standings?.includes('alike') || (isAny && (chosen || keys))) && { alike: true }),
  }
}

let latest = 0

async function ask(): Promise<void> {
  const mine = ++latest
  const { project } = store.getState()
  const { filter, people } = reviewUi.getState()
  if (!project || !isOfProject(filter)) return list.setState(nothing)
  const annotators = comparedIn(project, people)
  if (annotators.length < 2) return list.setState(nothing)
  list.setState({ isAsking: true, isStopped: false, problem: null })
  const query = queryFor(filter, annotators, project.review.threshold, differencesUi.getState().order)
  // What is looked at comes along, so that a list that is asked for again does not flicker.
  const { from, to } = pagesAround(seen)
  const answer = await workbench.reviewDifferences(query, from, to)
  if (mine !== latest) return
  if (!answer.ok) return list.setState({ isAsking: false, problem: answer.error })
  const first = unpack(answer.value)
  if (!first) return list.setState({ isAsking: false, isStopped: true })
  const found = foundBy(query, first)
  await found.pages.bring([{ from, to: Math.min(to, first.found) }])
  if (mine !== latest) return
  list.setState({ isAsking: false, found })
  const open = store.getState().open?.article.id
  const [row] = first.rows
  // What was asked for stands on another article than the one that is open.
  const isElsewhere = open === undefined || first.counts.articles[open] === undefined
  if (row && isElsewhere && differencesUi.getState().draft === null) void openArticle(row.article)
}

function foundBy(
  query: DifferencesQuery,
  { rows: first, from: began, ...page }: DifferencesPage,
): FoundDifferences {
  const pages: Pages<DifferenceRow> = new Pages(
    async (from, to) => {
      if (from >= began && from < began + first.length) return first.slice(from - began, to - began)
      const answer = await workbench.reviewDifferences(query, from, to)
      const more = answer.ok ? unpack(answer.value) : null
      // Rows of another version stand elsewhere; the record's event has them all asked for again.
      return more?.version === page.version ? more.rows : null
    },
    () => {
      if (list.getState().found?.pages === pages) list.setState(({ came }) => ({ came: came + 1 }))
    },
  )
  return { page, pages }
}

/** Places among all differences that are near the view. */
let seen: readonly Stretch[] = []

/** From the first to the last page that any of these places is on; without any the first. */
export function pagesAround(places: readonly Stretch[]): Stretch {
  if (places.length === 0) return { from: 0, to: PAGE }
  const first = Math.min(...places.map(({ from }) => from))
  const end = Math.max(...places.map(({ to }) => to))
  return { from: Math.floor(first / PAGE) * PAGE, to: Math.ceil(end / PAGE) * PAGE }
}

/** Places that are to be seen: they are asked for. */
export function see(places: readonly Stretch[]): void {
  seen = places
  list.getState().found?.pages.want(places)
}

/** Stops what is being asked; what was shown stays. */
export function stopAsking(): void {
  latest += 1
  void workbench.stopReview()
  list.setState({ isAsking: false, isStopped: true })
}

export const askAgain = (): void => void ask()

/** Keeps the list of all articles up to date until the returned function is called. */
export function keepProjectList(): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined
  let last = 0
  const soon = () => {
    clearTimeout(waiting)
    const patience = store.getState().record.building ? WHILE_READING : PATIENCE
    waiting = setTimeout(
      () => {
        // A question that is on its way is let come to its end, else a record that goes on changing would never be shown.
        if (list.getState().isAsking) return soon()
        last = performance.now()
        void ask()
      },
      Math.max(last + patience - performance.now(), SHORT),
    )
  }
  const begin = () => {
    last = performance.now()
    seen = []
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
      soon()
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

/** Goes to the row at a place, from 0 over all articles, which may have to be asked for first. */
export async function goToPlace(at: number): Promise<void> {
  const { found } = list.getState()
  const mine = ++walks
  await found?.pages.bring([{ from: at, to: at + 1 }])
  const row = found?.pages.at(at)
  if (row && mine === walks) await goToRow(row)
}

/**
 * Past the last difference of the open article to the first of the next that has any, or past the first to the last of the
 * one before; `false` when the list is of the open article only, or there is no other.
 */
export function stepOverArticles(by: 1 | -1, onlyOpen: boolean): boolean {
  const { found } = list.getState()
  const here = reviewNow()?.open.article.id
  if (!found || here === undefined || !isOfProject(reviewUi.getState().filter)) return false
  const { articles } = found.page.counts
  if (Object.keys(articles).every((article) => article === here)) return false
  void goBeside(found, new ProjectLines(Object.entries(articles), null), here, by, onlyOpen)
  return true
}

/** Looks on from an article, round the end to the beginning, until there is a difference to go to. */
async function goBeside(
  found: FoundDifferences,
  lines: ProjectLines,
  here: string,
  by: 1 | -1,
  onlyOpen: boolean,
): Promise<void> {
  const mine = ++walks
  const total = found.page.found
  const first = lines.beside(here, by) ?? (by === 1 ? 0 : total - 1)
  for (let i = 0; i < total; i++) {
    const at = (first + by * i + total) % total
    if (!found.pages.at(at)) await found.pages.bring([{ from: at, to: at + 1 }])
    if (mine !== walks) return
    const row = found.pages.at(at)
    // A row that did not come is of tags that have changed since: the list is being asked for again.
    if (!row) return
    if (row.article !== here && (!onlyOpen || !row.isDecided)) return goToRow(row)
  }
}

/** Only the last step over articles, or to a row, goes anywhere. */
let walks = 0
