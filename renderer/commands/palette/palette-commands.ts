import { openDialog } from '../../state/actions'
import { store } from '../../state/store'
import type { WindowCommand } from '../window-command'
import { openPalette } from './opening'

/** What everything else is reached by. */
export const paletteCommands: readonly WindowCommand[] = [
  {
    id: 'go.palette',
    name: 'Search and commands…',
    group: 'Go',
    keys: ['Ctrl+K'],
    where: 'fields',
    run: () => openPalette('palette'),
  },
  {
    id: 'go.to',
    name: 'Go to an article, an actor or a position…',
    group: 'Go',
    keys: ['Ctrl+P'],
    where: 'fields',
    can: () => store.getState().project !== null,
    run: () => openPalette('go-to'),
  },
  {
    id: 'go.keys',
    name: 'Keys…',
    group: 'Go',
    keys: ['F1'],
    where: 'fields',
    run: () => openDialog('keys'),
  },
]
