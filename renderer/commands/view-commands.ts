import type { Codebook } from '../../data/model/codebook'
import { activeLabels } from '../../data/model/labels-in-force'
import { toggleRules } from '../codebook/rules-shown'
import {
  setTheme,
  showInspector,
  showMode,
  toggleInspector,
  toggleLabel,
  toggleLibrary,
} from '../state/actions'
import { modes, type Mode } from '../state/state'
import { store } from '../state/store'
import { workbench } from '../state/workbench'
import type { WindowCommand } from './window-command'

const inProject = () => store.getState().project !== null
const inArticle = () => store.getState().open !== null

const screens: Readonly<Record<Mode, string>> = {
  read: 'Read: the articles',
  registry: 'Registry: actors and positions',
  codebook: 'Codebook: labels, attributes and links',
  statements: 'Statements: who said what',
  review: 'Review: compare, measure, decide',
}

/** What is shown in the window, and how large. */
export const viewCommands = (codebook: Codebook | null): readonly WindowCommand[] => [
  ...modes.map((mode, i): WindowCommand => ({
    id: `view.mode-${mode}`,
    name: screens[mode],
    group: 'View',
    keys: [`Ctrl+${i + 1}`],
    where: 'fields',
    can: inProject,
    run: () => showMode(mode),
  })),
  {
    id: 'view.library',
    name: 'Show or hide the library',
    group: 'View',
    keys: ['Ctrl+B'],
    where: 'fields',
    can: inProject,
    run: toggleLibrary,
  },
  {
    id: 'view.inspector',
    name: 'Show or hide the inspector',
    group: 'View',
    keys: ['Ctrl+Shift+B'],
    where: 'fields',
    can: inProject,
    run: toggleInspector,
  },
  {
    id: 'view.rules',
    name: 'Show or hide when to use each label',
    group: 'View',
    keys: ['?'],
    where: 'window',
    can: inArticle,
    run: () => {
      showInspector()
      toggleRules()
    },
  },
  // By the digit of its place, whatever key tags with it.
  ...(codebook ? activeLabels(codebook) : []).map(({ id, name }, i): WindowCommand => ({
    id: `view.label-${id}`,
    name: `Show or hide the ${name} tags`,
    group: 'View',
    keys: i < 9 ? [`Shift+${i + 1}`] : [],
    where: 'window',
    can: inArticle,
    run: () => toggleLabel(id),
  })),
  theme('light', 'Use the light theme'),
  theme('dark', 'Use the dark theme'),
  theme('system', 'Use the system’s theme'),
  zoom('in', 'Ctrl+Alt+=', 'Make everything in the window larger'),
  zoom('out', 'Ctrl+Alt+-', 'Make everything in the window smaller'),
  zoom('reset', 'Ctrl+Alt+0', 'Make everything in the window as large as at first'),
]

function theme(to: 'light' | 'dark' | 'system', name: string): WindowCommand {
  return {
    id: `view.theme-${to}`,
    name,
    group: 'View',
    keys: [],
    where: 'fields',
    run: () => setTheme(to),
  }
}

function zoom(how: 'in' | 'out' | 'reset', keys: string, name: string): WindowCommand {
  return {
    id: `view.zoom-${how}`,
    name,
    group: 'View',
    keys: [keys],
    where: 'fields',
    run: () => workbench.zoom(how),
  }
}
