import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { ReviewQuery } from '../../../data/review/agreement'
import type { ProjectView } from '../../../data/store/views'
import { store } from '../../state/store'

/** What is compared on the tabs of figures, and what of it is looked at. */
export interface Compared {
  readonly project: string | null
  /** What somebody chose to compare; `null`: all who have tags, on all articles. */
  readonly chosen: ReviewQuery | null
  /** The layer that is told in full beside the table; `null`: none. */
  readonly layer: string | null
  /** Whether it is being chosen what is compared. */
  readonly isChoosing: boolean
}

const atFirst: Omit<Compared, 'project'> = { chosen: null, layer: null, isChoosing: false }

/** This is loaded when a tab is first looked at, long after the project was opened. */
const projectNow = (): string | null => store.getState().project?.project.id ?? null

export const compared = createStore<Compared>()(() => ({ ...atFirst, project: projectNow() }))
export const useCompared = <T>(part: (state: Compared) => T): T => useStore(compared, part)

store.subscribe(() => {
  const id = projectNow()
  if (id !== compared.getState().project) compared.setState({ ...atFirst, project: id })
})

export const chooseLayer = (layer: string | null): void => compared.setState({ layer })
export const chooseCompared = (isChoosing: boolean): void => compared.setState({ isChoosing })
export const compareThese = (chosen: ReviewQuery): void => compared.setState({ chosen, isChoosing: false })

/** All who have tags, in the order of the project's people, on all articles, by the threshold of the project. */
export function everybody({
  people,
  articles,
  review,
}: Pick<ProjectView, 'people' | 'articles' | 'review'>): ReviewQuery {
  const tagged = new Set(articles.flatMap(({ tags }) => Object.keys(tags).filter((id) => tags[id]! > 0)))
  const annotators = people.map(({ id }) => id).filter((id) => tagged.has(id))
  return { annotators, articles: null, labels: null, threshold: review.threshold }
}

/** What is compared now; `null` without a project. */
export function comparedNow(): ReviewQuery | null {
  const { project } = store.getState()
  return compared.getState().chosen ?? (project && everybody(project))
}
