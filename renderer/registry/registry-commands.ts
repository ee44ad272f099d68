import type { WindowCommand } from '../commands/window-command'
import { showMode } from '../state/panes'
import { store } from '../state/store'
import { chosenIn, openRegistryDialog, registryNow, registryState, showTab } from './registry-state'
import { showStatementsOf } from './show-statements-of'

const inProject = () => store.getState().project !== null
const chosen = () => chosenIn(registryState.getState(), registryNow())
const hasChosen = () => inProject() && chosen() !== null

/** Frames for which something is waited for that has to be drawn first: the screen is loaded when it is first looked at. */
const PATIENCE = 60

/** Gives the focus to a part of the screen of the registries, at once if it is there. */
function focus(selector: string, patience = PATIENCE): void {
  showMode('registry')
  const found = document.querySelector<HTMLElement>(selector)
  if (found) found.focus()
  else if (patience > 0) requestAnimationFrame(() => focus(selector, patience - 1))
}

const withChosen = (act: (entry: string) => void) => () => {
  const entry = chosen()
  if (entry !== null) act(entry)
}

/** What can be done on the screen of the registries. */
export const registryCommands: readonly WindowCommand[] = [
  {
    id: 'registry.find',
    name: 'Find an actor or a position',
    group: 'Registry',
    keys: ['/'],
    where: 'window',
    modes: ['registry'],
    can: inProject,
    run: () => focus('[data-find-entry]'),
  },
  {
    id: 'registry.actors',
    name: 'Show the actors',
    group: 'Registry',
    keys: ['A'],
    where: 'window',
    modes: ['registry'],
    can: inProject,
    run: () => {
      showTab('actors')
      focus('[data-entries="actors"]')
    },
  },
  {
    id: 'registry.positions',
    name: 'Show the positions',
    group: 'Registry',
    keys: ['P'],
    where: 'window',
    modes: ['registry'],
    can: inProject,
    run: () => {
      showTab('positions')
      focus('[data-entries="positions"]')
    },
  },
  {
    id: 'registry.new',
    name: 'New actor or position…',
    group: 'Registry',
    keys: ['N'],
    where: 'window',
    modes: ['registry'],
    can: inProject,
    run: () => {
      const { tab } = registryState.getState()
      const record = registryNow().get(chosen())
      const hasIssues = registryNow().issues.length > 0
      const issue = record?.is === 'issue' ? record.id : record?.is === 'position' ? record.issue : null
      openRegistryDialog({
        is: 'new',
        what: tab === 'actors' ? 'actor' : hasIssues ? 'position' : 'issue',
        issue: registryNow().issue(issue)?.id ?? null,
      })
    },
  },
  {
    id: 'registry.new-issue',
    name: 'New issue…',
    group: 'Registry',
    keys: [],
    where: 'window',
    modes: ['registry'],
    can: inProject,
    run: () => openRegistryDialog({ is: 'new', what: 'issue', issue: null }),
  },
  {
    id: 'registry.edit',
    name: 'Edit the actor or position',
    group: 'Registry',
    keys: ['E'],
    where: 'window',
    modes: ['registry'],
    can: hasChosen,
    run: () => focus('[data-entry-name]'),
  },
  {
    id: 'registry.statements',
    name: 'Show the statements with the actor or position',
    group: 'Registry',
    keys: ['S'],
    where: 'window',
    modes: ['registry'],
    can: hasChosen,
    run: withChosen((entry) => {
      const record = registryNow().get(entry)
      if (record) showStatementsOf(record)
    }),
  },
  {
    id: 'registry.merge',
    name: 'Merge the actor or position with another…',
    group: 'Registry',
    keys: ['M'],
    where: 'window',
    modes: ['registry'],
    can: hasChosen,
    run: withChosen((entry) => openRegistryDialog({ is: 'merge', entry, other: null })),
  },
  {
    id: 'registry.delete',
    name: 'Delete the actor or position…',
    group: 'Registry',
    keys: ['Delete'],
    where: 'window',
    modes: ['registry'],
    can: hasChosen,
    run: withChosen((entry) => openRegistryDialog({ is: 'remove', entry })),
  },
]
