import type { WindowCommand } from '../commands/window-command'
import { store } from '../state/store'
import { ask, showHints } from './flow'

const isReading = () => store.getState().open !== null

/** Going to tags by letters, and saying what a statement says: who, for or against what, the values. */
export const statementCommands: readonly WindowCommand[] = [
  {
    id: 'go.hints',
    name: 'Select a tag in view by its letters',
    group: 'Go',
    keys: ['F'],
    where: 'window',
    can: isReading,
    run: () => showHints('select'),
  },
  {
    id: 'link.hints',
    name: 'Link the selected tag with one in view by its letters',
    group: 'Link',
    keys: ['Shift+F'],
    where: 'window',
    can: isReading,
    run: () => showHints('link'),
  },
  {
    id: 'link.who',
    name: 'Say who makes, holds or is meant by the selected tag',
    group: 'Link',
    keys: ['W'],
    where: 'window',
    can: isReading,
    run: () => ask('who'),
  },
  {
    id: 'link.what',
    name: 'Say what the selected tag is for or against',
    group: 'Link',
    keys: ['P'],
    where: 'window',
    can: isReading,
    run: () => ask('what'),
  },
  {
    id: 'tag.values',
    name: 'Set the attributes of the selected tag, one after another',
    group: 'Tag',
    keys: ['Q'],
    where: 'window',
    can: isReading,
    run: () => ask('values'),
  },
]
