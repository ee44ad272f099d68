import type { WindowCommand } from '../commands/window-command'
import { store } from '../state/store'
import { openTagAll } from './tag-all'

/** Tagging words wherever they stand. */
export const occurrenceCommands: readonly WindowCommand[] = [
  {
    id: 'tag.all',
    name: 'Tag all occurrences of the selected words…',
    group: 'Tag',
    keys: ['Shift+A'],
    where: 'window',
    can: () => store.getState().open !== null,
    run: () => openTagAll(),
  },
]
