import type { WindowCommand } from '../commands/window-command'
import { showMode } from '../state/actions'
import { store } from '../state/store'
import { codebookState, openCodebookDialog } from './codebook-state'
import { exportCodebook, importCodebook } from './exchange'

const inProject = () => store.getState().project !== null
const isDrafted = () => codebookState.getState().draft !== null
const hasDialog = () => codebookState.getState().dialog !== null

/** What is done on the screen of the codebook. */
export const codebookCommands: readonly WindowCommand[] = [
  {
    id: 'codebook.put-in-force',
    name: 'Put the drafted codebook in force…',
    group: 'Edit',
    keys: ['Ctrl+Enter'],
    where: 'fields',
    modes: ['codebook'],
    can: () => isDrafted() && !hasDialog(),
    run: () => {
      // What is being typed is drafted when its field is left.
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
      openCodebookDialog({ is: 'in-force' })
    },
  },
  {
    id: 'codebook.discard',
    name: 'Discard the draft of the codebook…',
    group: 'Edit',
    keys: [],
    where: 'fields',
    modes: ['codebook'],
    can: isDrafted,
    run: () => openCodebookDialog({ is: 'discard' }),
  },
  {
    id: 'codebook.new-label',
    name: 'Add a label…',
    group: 'Edit',
    keys: ['N'],
    where: 'window',
    modes: ['codebook'],
    run: () => openCodebookDialog({ is: 'new', of: 'label' }),
  },
  {
    id: 'codebook.export',
    name: 'Export the codebook…',
    group: 'Project',
    keys: [],
    where: 'fields',
    modes: ['codebook'],
    can: inProject,
    run: exportCodebook,
  },
  {
    id: 'codebook.import',
    name: 'Import a codebook…',
    group: 'Project',
    keys: [],
    where: 'fields',
    modes: ['codebook'],
    can: inProject,
    run: importCodebook,
  },
  {
    id: 'codebook.leave',
    name: 'Go back to the articles',
    group: 'Go',
    keys: ['Escape'],
    where: 'window',
    modes: ['codebook'],
    can: () => !hasDialog(),
    run: () => showMode('read'),
  },
]
