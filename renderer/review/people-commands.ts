import type { WindowCommand } from '../commands/window-command'
import { store } from '../state/store'
import { toggleBlind } from './blind/blind'
import { openNextAssigned } from './progress/assigning'

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
]
