import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { DecisionReason } from '../../../data/model/review-records'
import { reviewUi } from '../review-ui'
import type { Draft } from './draft'
import type { Order } from './differences'

/** How differences are looked at, and what is being said of the one that one stands at. */
interface DifferencesUi {
  readonly order: Order
  /** Whether J and K go to what is open only. */
  readonly onlyOpen: boolean
  /** What all have alike, and what is decided, is not drawn in the text. */
  readonly hidesQuiet: boolean
  /** Each of the two in a column of its own. */
  readonly sideBySide: boolean
  readonly filterShown: boolean
  /** The side whose reading stands in front, by its place; `null`: the first that has one. */
  readonly front: number | null
  /** `undefined`: the one that the difference suggests. */
  readonly reason: DecisionReason | null | undefined
  readonly note: string
  /** What the reviewer makes of the tags, while it is not decided yet. */
  readonly draft: Draft | null
  /** Whose tags are drawn, above and below, where more than two are compared; `null`: the first two. */
  readonly drawn: readonly string[] | null
  /** Differences that are selected to be decided on together, by their keys; none: the one that one stands at. */
  readonly picked: ReadonlySet<string>
}

/** What is being said of a difference, and which reading stands in front while it is. */
export type Saying = Pick<DifferencesUi, 'front' | 'reason' | 'note' | 'draft'>

const nothingSaid: Saying = { front: null, reason: undefined, note: '', draft: null }
const noneTicked: ReadonlySet<string> = new Set()

export const differencesUi = createStore<DifferencesUi>()(() => ({
  order: 'text',
  onlyOpen: false,
  hidesQuiet: false,
  sideBySide: false,
  filterShown: false,
  drawn: null,
  picked: noneTicked,
  ...nothingSaid,
}))
export const useDifferencesUi = <T>(part: (ui: DifferencesUi) => T): T => useStore(differencesUi, part)

// What was being said of one difference is not said of the next.
reviewUi.subscribe(({ at, filter, people }, before) => {
  if (at !== before.at) sayNothing()
  if (filter !== before.filter || people !== before.people) differencesUi.setState({ picked: noneTicked })
})

export const sayReason = (reason: DecisionReason | null): void => differencesUi.setState({ reason })
export const sayNote = (note: string): void => differencesUi.setState({ note })
export const bringToFront = (front: number | null): void => differencesUi.setState({ front })
export const setDraft = (draft: Draft | null): void => differencesUi.setState({ draft })
export const pick = (keys: Iterable<string>): void => differencesUi.setState({ picked: new Set(keys) })
export const setOrder = (order: Order): void => differencesUi.setState({ order })
export const toggleOnlyOpen = (): void => differencesUi.setState(({ onlyOpen }) => ({ onlyOpen: !onlyOpen }))
export const toggleQuiet = (): void =>
  differencesUi.setState(({ hidesQuiet }) => ({ hidesQuiet: !hidesQuiet }))
export const toggleSideBySide = (): void =>
  differencesUi.setState(({ sideBySide }) => ({ sideBySide: !sideBySide }))
export const draw = (drawn: readonly string[]): void => differencesUi.setState({ drawn })
export const toggleFilter = (): void =>
  differencesUi.setState(({ filterShown }) => ({ filterShown: !filterShown }))
/** Whether there are words, a reason or readings that somebody would have to say again. */
export const isAnythingSaid = ({ reason, note, draft }: Saying): boolean =>
  reason !== undefined || note !== '' || draft !== null
export function sayingNow(): Saying {
  const { front, reason, note, draft } = differencesUi.getState()
  return { front, reason, note, draft }
}
export const sayAll = (saying: Saying): void => differencesUi.setState(saying)
/** Nothing is said of the difference any more. */
export function sayNothing(): void {
  const saying = sayingNow()
  if (saying.front !== null || isAnythingSaid(saying)) sayAll(nothingSaid)
}
