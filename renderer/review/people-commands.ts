import type { WindowCommand } from '../commands/window-command'
import { store } from '../state/store'
import { showAgreed } from './agreed/agreed-now'
import { toggleBlind } from './blind/blind'
import { goToDecided, takeOverSelected } from './decided/decided-actions'
import { goToNextNew, lookedAt } from './news/news'
import { openNextAssigned } from './progress/assigning'

const isReading = () => store.getState().open !== null

/** How people work on the same articles: who sees what, who should do what, and what came of it. */
export const peopleCommands: readonly WindowCommand[] = [
  {
    id: 'review.blind',
    name: 'Blind review: hide others’ tags until one is done with an article, or not any more',
    group: 'Review',
    keys: [],
    where: 'fields',
    can: () => store.getState().project !== null,
    run: toggleBlind,
  },
  {
    id: 'article.next-assigned',
    name: 'Open the next article that is assigned to you',
    group: 'Go',
    keys: [],
    where: 'fields',
    can: () => store.getState().project !== null,
    run: openNextAssigned,
  },
  {
    id: 'review.next-new',
    name: 'Go to what is new since you had the article open: the next',
    group: 'Go',
    keys: ['Alt+N'],
    where: 'window',
    can: isReading,
    run: goToNextNew,
  },
  {
    id: 'review.all-seen',
    name: 'Nothing in the article is new any more: I have seen all',
    group: 'Review',
    keys: [],
    where: 'window',
    can: isReading,
    run: () => lookedAt(null),
  },
  {
    id: 'review.next-decided',
    name: 'Go to the next of your tags that was decided on',
    group: 'Go',
    keys: ['Alt+D'],
    where: 'window',
    can: isReading,
    run: () => goToDecided(1),
  },
  {
    id: 'review.previous-decided',
    name: 'Go to the one of your tags before it that was decided on',
    group: 'Go',
    keys: ['Alt+Shift+D'],
    where: 'window',
    can: isReading,
    run: () => goToDecided(-1),
  },
  {
    id: 'review.take-over',
    name: 'Take the correction of the selected tag over',
    group: 'Review',
    keys: [],
    where: 'window',
    can: () => store.getState().selected !== null,
    run: takeOverSelected,
  },
  {
    id: 'review.agreed-in-reader',
    name: 'Show the agreed set above the words of the article',
    group: 'Review',
    keys: [],
    where: 'window',
    can: isReading,
    run: showAgreed,
  },
]
