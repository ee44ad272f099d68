import type { WindowCommand } from '../commands/window-command'
import { store } from '../state/store'
import { finishAndGoOn, toggleDone } from './finishing'

const isReading = () => store.getState().open !== null

/** How one gets through the articles of a project. */
export const progressCommands: readonly WindowCommand[] = [
  {
    id: 'article.done',
    name: 'Done with the article, or not after all',
    group: 'Tag',
    keys: ['D'],
    where: 'window',
    can: isReading,
    run: toggleDone,
  },
  {
    id: 'article.done-next',
    name: 'Done with the article: open the next that is not done',
    group: 'Go',
    keys: ['Shift+D'],
    where: 'window',
    can: isReading,
    run: finishAndGoOn,
  },
]
