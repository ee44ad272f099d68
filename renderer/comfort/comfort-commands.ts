import type { WindowCommand } from '../commands/window-command'
import { store } from '../state/store'
import { comfort } from './comfort-state'
import { stepSize, toggleLetters, usualSize } from './reading-settings'

const isReading = () => store.getState().open !== null

/** What makes reading comfortable. */
export const comfortCommands: readonly WindowCommand[] = [
  {
    id: 'view.larger-type',
    name: 'Larger type',
    group: 'View',
    keys: ['Ctrl+=', 'Ctrl++'],
    where: 'fields',
    can: isReading,
    run: () => stepSize(1),
  },
  {
    id: 'view.smaller-type',
    name: 'Smaller type',
    group: 'View',
    keys: ['Ctrl+-'],
    where: 'fields',
    can: isReading,
    run: () => stepSize(-1),
  },
  {
    id: 'view.usual-type',
    name: 'Type of the usual size',
    group: 'View',
    keys: ['Ctrl+0'],
    where: 'fields',
    can: isReading,
    run: usualSize,
  },
  {
    id: 'view.letters',
    name: 'Show or hide the letters in the margin',
    group: 'View',
    keys: ['L'],
    where: 'window',
    can: isReading,
    run: toggleLetters,
  },
  {
    id: 'view.reading',
    name: 'Reading settings…',
    group: 'View',
    keys: [],
    where: 'window',
    can: isReading,
    run: () => comfort.setState({ settingsOpen: true }),
  },
]
