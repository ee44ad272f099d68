import type { WindowCommand } from '../../commands/window-command'
import { reviewUi, setDifferenceFilter } from '../review-ui'
import { choose, focusList, leaveDraft, saveDraft, withdraw } from './deciding'
import {
  bringToFront,
  differencesUi,
  pick,
  setOrder,
  toggleFilter,
  toggleOnlyOpen,
  toggleQuiet,
  toggleSideBySide,
} from './differences-ui'
import { startChange, startMerge, startSplit, takeWords } from './drafting'
import { nextFront } from './front'
import { pickThrough } from './picking'
import { stepOverArticles } from './project-list'
import { reviewNow, step } from './review-now'

const modes = ['review'] as const
/** The list is of the open article, or of all. */
const toggleProject = (): void => {
  const { articles, keys: _, title: __, threshold: ___, ...filter } = reviewUi.getState().filter
  setDifferenceFilter(articles === undefined ? { ...filter, articles: 'all' } : filter)
}
const isShown = () => reviewUi.getState().tab === 'differences' && reviewNow() !== null
const hasOne = () => isShown() && reviewNow()?.at != null
const isDrafting = () => hasOne() && differencesUi.getState().draft !== null
const canDecide = () => hasOne() && differencesUi.getState().draft === null

/** In the list of all articles one goes on to the next article at the end. */
const walk = (by: 1 | -1, onlyOpen = differencesUi.getState().onlyOpen): void => {
  const review = reviewNow()
  const ahead = review?.at
    ? by === 1
      ? review.shown.slice(review.shown.indexOf(review.at) + 1)
      : review.shown.slice(0, review.shown.indexOf(review.at))
    : []
  const isLeft = ahead.some(({ standing }) => !onlyOpen || standing === 'open')
  if (isLeft || !stepOverArticles(by, onlyOpen)) step(by, onlyOpen)
}

/** Selects the one that one stands at, and the next or the one before along with it. */
const pickNext = (by: 1 | -1): void => {
  const review = reviewNow()
  if (!review?.at) return
  const to = review.shown.indexOf(review.at) + by
  if (to < 0 || to >= review.shown.length) return
  pickThrough(to)
  step(by, false)
}

/** By the place of the side: whose reading is accepted. */
export const acceptCommands = ['first', 'second', 'third', 'fourth', 'fifth'].map(
  (place) => `review.accept-${place}`,
)
const acceptKeys = ['1', '2', '7', '8', '9']
const places = ['first', 'second', 'third', 'fourth', 'fifth']

const decide = (
  id: string,
  name: string,
  keys: readonly string[],
  run: () => unknown,
  can: () => boolean = canDecide,
): WindowCommand => ({ id: `review.${id}`, name, group: 'Decide', keys, where: 'window', modes, can, run })

const look = (
  id: string,
  name: string,
  keys: readonly string[],
  run: () => unknown,
  can: () => boolean = isShown,
): WindowCommand => ({ id: `review.${id}`, name, group: 'Review', keys, where: 'window', modes, can, run })

const focusOn = (selector: string) => () => document.querySelector<HTMLElement>(selector)?.focus()

/** What is done with the differences between people's tags. */
export const differencesCommands: readonly WindowCommand[] = [
  look('next', 'Go to the next difference', ['J'], () => walk(1), hasOne),
  look('previous', 'Go to the difference before', ['K'], () => walk(-1), hasOne),
  look('next-open', 'Go to the next open difference', ['Shift+J'], () => walk(1, true), hasOne),
  look('previous-open', 'Go to the open difference before', ['Shift+K'], () => walk(-1, true), hasOne),
  look('pick-next', 'Select the next difference as well', ['Shift+ArrowDown'], () => pickNext(1), hasOne),
  look(
    'pick-previous',
    'Select the difference before as well',
    ['Shift+ArrowUp'],
    () => pickNext(-1),
    hasOne,
  ),
  look('only-open', 'Go to open differences only, or to all', ['U'], toggleOnlyOpen),
  look('quiet', 'Hide or show what all have alike', ['H'], toggleQuiet),
  look(
    'flip',
    'Bring the other reading to the front',
    ['Space'],
    () => {
      const at = reviewNow()?.at
      if (at) bringToFront(nextFront(at, differencesUi.getState().front))
    },
    // On a button Space presses it.
    () => hasOne() && !document.activeElement?.matches('button:not([data-row], [data-sign-of])'),
  ),
  look('order', 'Order the differences by text or by kind', ['O'], () =>
    setOrder(differencesUi.getState().order === 'text' ? 'kind' : 'text'),
  ),
  look('filter', 'Filter the differences…', ['F'], toggleFilter),
  look('side-by-side', 'Show the two side by side, or in one text', ['B'], toggleSideBySide),
  look('all-articles', 'List the differences of all articles, or of this one', ['A'], toggleProject),
  look('list', 'Go to the list of differences', ['L'], focusList),
  ...acceptCommands.map((id, side): WindowCommand => ({
    ...decide(
      '',
      `Accept the ${places[side]} person’s reading`,
      [acceptKeys[side]!],
      () => choose({ is: 'accept', side }),
      () => canDecide() && (reviewNow()?.sides.length ?? 0) > side,
    ),
    id,
  })),
  decide('change', 'Change what the tags should be…', ['3'], startChange),
  decide('merge', 'Merge tags into one…', ['4'], startMerge),
  decide('contested', 'Keep all readings: contested', ['5'], () =>
    choose({ is: 'contested', weights: null }),
  ),
  decide('split', 'Split a tag…', ['6'], startSplit),
  decide('reject', 'Reject what stands there', ['0'], () => choose({ is: 'reject' })),
  decide('withdraw', 'Withdraw my decision', ['Delete'], withdraw),
  decide('reason', 'Say why', ['R'], focusOn('[data-reason] select'), hasOne),
  decide('note', 'Write a note along with the decision', ['N'], focusOn('[data-decision-note]'), hasOne),
  decide('take-words', 'Take the selected words as those of the reading', ['M'], takeWords, isDrafting),
  {
    ...decide('save', 'Decide as it stands in the form', ['Ctrl+Enter'], saveDraft, isDrafting),
    where: 'fields',
    modes,
  },
  look(
    'leave',
    'Leave the form, or let go of the selected differences',
    ['Escape'],
    () => {
      if (differencesUi.getState().draft) leaveDraft()
      else pick([])
    },
    () => isDrafting() || differencesUi.getState().picked.size > 0,
  ),
]
