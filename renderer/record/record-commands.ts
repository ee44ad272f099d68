import type { WindowCommand } from '../commands/window-command'
import { recordView } from '../state/record-view'
import { exportTable } from './export-table'
import { goBack, onlyThis, openRow, rowNow, setFilter } from './record-actions'
import { table, toggleAllGroups } from './record-table'
import { focusSearch, focusTable, over } from './record-ui'
import { togglePreview } from './layout'

const modes = ['statements'] as const
const hasFound = () => table.getState().found !== null
const atRow = () => rowNow() !== null

/** What can be done with the table of statements; moving in it is the table's own. */
export const recordCommands: readonly WindowCommand[] = [
  {
    id: 'statements.find',
    name: 'Find in quotes…',
    group: 'Go',
    keys: ['/'],
    where: 'window',
    modes,
    run: () => {
      // At once, for who types on; and once more when a palette in which it was chosen has given the focus back.
      focusSearch()
      requestAnimationFrame(focusSearch)
    },
  },
  {
    id: 'statements.filter',
    name: 'Filter statements…',
    group: 'View',
    keys: ['F'],
    where: 'window',
    modes,
    run: () => over.setState({ filter: 'any' }),
  },
  {
    id: 'statements.show-all',
    name: 'Show all statements',
    group: 'View',
    keys: ['Shift+F'],
    where: 'window',
    modes,
    can: () => Object.keys(recordView().filter).length > 0,
    run: () => setFilter({}),
  },
  {
    id: 'statements.only-actor',
    name: 'Only statements of this actor',
    group: 'View',
    keys: ['A'],
    where: 'window',
    modes,
    can: atRow,
    run: () => onlyThis('actor'),
  },
  {
    id: 'statements.only-issue',
    name: 'Only statements on this issue',
    group: 'View',
    keys: ['I'],
    where: 'window',
    modes,
    can: atRow,
    run: () => onlyThis('issue'),
  },
  {
    id: 'statements.columns',
    name: 'Columns of the statements…',
    group: 'View',
    keys: ['C'],
    where: 'window',
    modes,
    run: () => over.setState({ columns: true }),
  },
  {
    id: 'statements.group',
    name: 'Group statements…',
    group: 'View',
    keys: ['G'],
    where: 'window',
    modes,
    run: () => document.querySelector<HTMLElement>('select[aria-label="Group"]')?.focus(),
  },
  {
    id: 'statements.fold',
    name: 'Fold or unfold all groups',
    group: 'View',
    keys: ['Shift+G'],
    where: 'window',
    modes,
    can: () => (table.getState().found?.groups?.length ?? 0) > 0,
    run: toggleAllGroups,
  },
  {
    id: 'statements.preview',
    name: 'Show or hide the words under the table',
    group: 'View',
    keys: [],
    where: 'window',
    modes,
    run: togglePreview,
  },
  {
    id: 'statements.open',
    name: 'Open the statement in its article',
    group: 'Go',
    keys: [],
    where: 'window',
    modes,
    can: atRow,
    run: () => openRow(),
  },
  {
    id: 'statements.table',
    name: 'Go to the table of statements',
    group: 'Go',
    keys: [],
    where: 'window',
    modes,
    can: hasFound,
    run: focusTable,
  },
  {
    id: 'statements.export',
    name: 'Export the table of statements…',
    group: 'Project',
    keys: [],
    where: 'window',
    modes,
    can: hasFound,
    run: exportTable,
  },
  {
    id: 'statements.back',
    name: 'Back to where you were',
    group: 'Go',
    keys: ['Escape'],
    where: 'window',
    modes,
    run: goBack,
  },
]
