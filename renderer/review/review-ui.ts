import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { DifferenceKind } from '../../data/review/comparison'
import { showMode } from '../state/panes'
import { store } from '../state/store'

/** What the screen for review has to show, in the order of its tabs. */
export const reviewTabs = ['differences', 'agreement', 'agreed', 'progress', 'definitions'] as const
export type ReviewTab = (typeof reviewTabs)[number]

/** What is to be decided, or was. `alike`: on what all have the same, there is nothing to decide. */
export const standings = ['open', 'decided', 'alike'] as const
export type Standing = (typeof standings)[number]

/** Two people's choices about the same words: a cell of a table of one's choices against another's. */
export interface ChosenAgainst {
  /** `label`, `actor`, `position`, or the id of an attribute (`stance`, `certainty`, …). */
  readonly of: string
  /** The first person's and the second's; `null`: no tag there, or nothing chosen. */
  readonly values: readonly [first: string | null, second: string | null]
}

/** Which of the groups of tags the list shows. What is absent does not narrow. */
export interface DifferenceFilter {
  /** Whose tags are compared, the first above the words. */
  readonly people?: readonly string[]
  /** Articles; absent: the one that is open. `all`: every article of the project. */
  readonly articles?: readonly string[] | 'all'
  /** Only what any of these annotators has a tag in, or lacks one in. */
  readonly of?: readonly string[]
  readonly labels?: readonly string[]
  readonly kinds?: readonly DifferenceKind[]
  /** Only what differs in one of these attributes. */
  readonly attributes?: readonly string[]
  readonly standings?: readonly Standing[]
  readonly chosen?: ChosenAgainst
  /** Only where the last tag was made in the week of this Monday. */
  readonly week?: string
  /** These groups only, by their keys: the tags behind a number. */
  readonly keys?: readonly string[]
  /** How much two tags must overlap to be matched; absent: as in the whole project. */
  readonly threshold?: number
  /** What the list is of, when a number was opened: "Stance: Ada for, Jonas against". Shown over the list. */
  readonly title?: string
}

interface ReviewUi {
  readonly tab: ReviewTab
  /** Whose tags are compared, by id, the first above the words; `null`: those two with the most tags on the article. */
  readonly people: readonly string[] | null
  readonly filter: DifferenceFilter
  /** The group that one stands at, by its key; `null`: the first. */
  readonly at: string | null
}

const atFirst: ReviewUi = { tab: 'differences', people: null, filter: {}, at: null }

/** How review is looked at; it stays so while other screens are shown, and begins anew with another project. */
export const reviewUi = createStore<ReviewUi>()(() => atFirst)
export const useReviewUi = <T>(part: (ui: ReviewUi) => T): T => useStore(reviewUi, part)

store.subscribe(({ project }, before) => {
  if (project?.project.id !== before.project?.project.id) reviewUi.setState(atFirst)
})

/** Shows a tab of the screen for review, from whatever screen. */
export function showReview(tab: ReviewTab): void {
  reviewUi.setState({ tab })
  showMode('review')
}

export const setDifferenceFilter = (filter: DifferenceFilter): void => reviewUi.setState({ filter, at: null })
export const setPeople = (people: readonly string[]): void => reviewUi.setState({ people, at: null })
export const goToGroup = (at: string | null): void => reviewUi.setState({ at })

/** Opens the tags behind a number, from whatever screen: the differences (or what is alike) that a filter lets through. */
export function showDifferences(filter: DifferenceFilter, at: string | null = null): void {
  reviewUi.setState({ filter, at, ...(filter.people ? { people: filter.people } : {}) })
  showReview('differences')
}
