import type { WindowCommand } from '../commands/window-command'
import { openDialog } from '../state/panes'
import { store } from '../state/store'
import { comfort } from './comfort-state'
import { finding, openFind, step } from './finding'
import { stepSize, toggleLetters, usualSize } from './reading-settings'

const isReading = () => store.getState().open !== null

const hasWords = () => isReading() && finding.getState().words !== ''

/** What makes reading comfortable. */
export const comfortCommands: readonly WindowCommand[] = [
  {
    id: 'article.print',
    name: 'Print the article…',
    group: 'Project',
    keys: ['Ctrl+Shift+P'],
    where: 'fields',
    can: isReading,
    run: () => openDialog('print'),
  },
  {
    id: 'article.save-pdf',
    name: 'Save the article as PDF…',
    group: 'Project',
    keys: [],
    where: 'fields',
    can: isReading,
    run: () => openDialog('save-pdf'),
  },
  {
    id: 'go.find',
    name: 'Find in the article…',
    group: 'Go',
    keys: ['Ctrl+F'],
    where: 'fields',
    can: isReading,
    run: openFind,
  },
  {
    id: 'go.next-hit',
    name: 'Go to the next place of the words found',
    group: 'Go',
    keys: ['F3'],
    where: 'fields',
    can: hasWords,
    run: () => step(1),
  },
  {
    id: 'go.previous-hit',
    name: 'Go to the place before of the words found',
    group: 'Go',
    keys: ['Shift+F3'],
    where: 'fields',
    can: hasWords,
    run: () => step(-1),
  },
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
