import type { MenuCommand, WindowEvent } from '../../electron/ipc/contract'
import { afterEvent } from './import-view'
import { chooseArticles } from './imports'
import { leave } from './leaving'
import { show } from './notices'
import { openDialog, setTheme, showLibrary, toggleInspector, toggleLibrary } from './panes'
import { merged } from './article-list'
import { importSets, newProject, openProject, openSample, takeStart } from './projects'
import { readAgain } from './reading'
import { redo, undo } from './steps'
import { store } from './store'
import { workbench } from './workbench'

/** Asks what there is to show, and listens from then on. */
export async function begin(): Promise<void> {
  workbench.listen(take)
  takeStart(await workbench.start())
}

function take(event: WindowEvent): void {
  const { project, importing } = store.getState()
  switch (event.is) {
    case 'opened':
      return takeStart(event.start)
    case 'leaving':
      return void leave()
    case 'saving':
      return store.setState({ project: project && { ...project, saving: event.saving } })
    case 'articles':
      return store.setState({
        project: project && { ...project, articles: merged(project.articles, event.articles) },
      })
    case 'sets':
      return void readAgain()
    case 'importing':
      return store.setState({ importing: afterEvent(importing, event.event) })
    case 'problem':
      return show(event.problem)
    case 'menu':
      return void carryOutMenu(event.command)
  }
}

async function carryOutMenu(command: MenuCommand): Promise<void> {
  const { project } = store.getState()
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
    case 'undo':
      return inField() ? void document.execCommand('undo') : undo()
    case 'redo':
      return inField() ? void document.execCommand('redo') : redo()
    case 'toggle-library':
      return toggleLibrary()
    case 'toggle-inspector':
      return toggleInspector()
    case 'theme-light':
      return setTheme('light')
    case 'theme-dark':
      return setTheme('dark')
    case 'theme-system':
      return setTheme('system')
    case 'find':
      return find()
  }
}

/** Whether words are being typed, so that the field's own undo is meant. */
export const inField = (at: Element | null = document.activeElement): boolean =>
  at instanceof HTMLElement &&
  (at.isContentEditable || at.matches('textarea, select, input:not([type=checkbox], [type=radio])'))

/** Puts the caret into the library's search field, which may have to be shown first. */
export function find(): void {
  showLibrary()
  requestAnimationFrame(() => document.querySelector<HTMLInputElement>('[data-find]')?.focus())
}
