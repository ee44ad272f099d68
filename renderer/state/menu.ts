import type { MenuCommand } from '../../electron/ipc/contract'
import { comfort } from '../comfort/comfort-state'
import { openFind } from '../comfort/finding'
import { stepSize, usualSize } from '../comfort/reading-settings'
import { chooseArticles } from './imports'
import { say } from './notices'
import { openDialog, setTheme, showLibrary, toggleInspector, toggleLibrary } from './panes'
import { importSets, newProject, openProject, openSample } from './projects'
import { redo, undo } from './steps'
import { store } from './store'

/** What an open dialog leaves to the menu: the look of the window, and undo for the field in it. */
const alsoInDialogs: readonly MenuCommand[] = ['theme-light', 'theme-dark', 'theme-system']

/** Carries out what was chosen in the menu, or by its keys, which reach the menu from a dialog too. */
export async function carryOutMenu(command: MenuCommand): Promise<void> {
  const { project } = store.getState()
  const isFieldsOwn = (command === 'undo' || command === 'redo') && inField()
  if (isDialogOpen() && !isFieldsOwn && !alsoInDialogs.includes(command)) return
  switch (command) {
    case 'new-project':
      return newProject()
    case 'open-project':
      return openProject()
    case 'open-sample':
      return openSample()
    case 'import-articles':
      return chooseArticles('files')
    case 'import-folder':
      return chooseArticles('folder')
    case 'import-sets':
      return project ? importSets() : undefined
    case 'export':
      return project ? openDialog('export') : undefined
    case 'backups':
      return project ? openDialog('backups') : undefined
    case 'article-history':
      if (store.getState().open) return openDialog('article-history')
      return say('Open an article first. Its history opens then.')
    case 'undo':
      return inField() ? void document.execCommand('undo') : undo()
    case 'redo':
      return inField() ? void document.execCommand('redo') : redo()
    case 'toggle-library':
      return toggleLibrary()
    case 'toggle-inspector':
      return toggleInspector()
    case 'larger-type':
      return stepSize(1)
    case 'smaller-type':
      return stepSize(-1)
    case 'usual-type':
      return usualSize()
    case 'reading':
      return comfort.setState({ settingsOpen: store.getState().open !== null })
    case 'theme-light':
      return setTheme('light')
    case 'theme-dark':
      return setTheme('dark')
    case 'theme-system':
      return setTheme('system')
    case 'find-in-article':
      return openFind()
    case 'find':
      return find()
  }
}

/**
 * Whether a dialog has the window to itself, or `at` stands in one. Dialogs lie beside the window's own element in the
 * page, so that the article need not be searched for one.
 */
export const isDialogOpen = (at: Element | null = document.activeElement): boolean =>
  at?.closest('[role=dialog]') != null ||
  [...document.body.children].some(
    (child) =>
      child.id !== 'root' && (child.matches('[role=dialog]') || child.querySelector('[role=dialog]')),
  )

/** Whether words are being typed, so that the field's own undo is meant. */
export const inField = (at: Element | null = document.activeElement): boolean =>
  at instanceof HTMLElement &&
  (at.isContentEditable || at.matches('textarea, select, input:not([type=checkbox], [type=radio])'))

/** Puts the caret into the library's search field, which may have to be shown first. */
export function find(): void {
  showLibrary()
  requestAnimationFrame(() => document.querySelector<HTMLInputElement>('[data-find]')?.focus())
}
