import type { MenuItemConstructorOptions } from 'electron'
import { themes, type MenuCommand, type MenuKeys, type Start, type Theme } from '../../ipc/contract'
import { acceleratorOf } from './accelerator'

export interface MenuState {
  readonly isMac: boolean
  /** Whether the developer tools are offered. */
  readonly development: boolean
  readonly recent: Start['recent']
  readonly theme: Theme
  /** Without a project, what needs one is greyed out. */
  readonly hasProject: boolean
  /** What the items' commands are done by in the window. */
  readonly keys: MenuKeys
}

export interface MenuActions {
  /** The window carries it out. */
  readonly send: (command: MenuCommand) => void
  readonly openRecent: (id: string) => void
}

const themeNames: Readonly<Record<Theme, string>> = { system: 'As the system', light: 'Light', dark: 'Dark' }

/**
 * The application menu. What is asked of the project goes to the window as a command, since it knows what is
 * selected, and whether a text field wants Undo for itself. The window hears the keys of its commands too, so that the
 * menu only shows them and no key does something twice; on a Mac, where a menu always hears keys, it gets those alone
 * that the window has left.
 */
export function menuTemplate(state: MenuState, actions: MenuActions): MenuItemConstructorOptions[] {
  const item = (label: string, command: MenuCommand, enabled = true): MenuItemConstructorOptions => {
    const accelerator = acceleratorOf(state.keys[command])
    return {
      label,
      enabled,
      ...(accelerator !== undefined && { accelerator, registerAccelerator: false }),
      click: () => actions.send(command),
    }
  }
  const inProject = (label: string, command: MenuCommand) => item(label, command, state.hasProject)

  return [
    ...(state.isMac ? [{ role: 'appMenu' } as const] : []),
    {
      label: '&File',
      submenu: [
        item('New Project…', 'project.new'),
        item('Open Project…', 'project.open'),
        { label: 'Open Recent', enabled: state.recent.length > 0, submenu: recentItems(state, actions) },
        item('Open Sample Project', 'project.sample'),
        { type: 'separator' },
        inProject('Import Articles…', 'project.import'),
        inProject('Import Folder…', 'project.import-folder'),
        inProject('Import Annotation Set…', 'project.import-sets'),
        { type: 'separator' },
        inProject('Export…', 'project.export'),
        inProject('Backups…', 'project.backups'),
        { type: 'separator' },
        inProject('Print…', 'article.print'),
        inProject('Save as PDF…', 'article.save-pdf'),
        { type: 'separator' },
        state.isMac ? { role: 'close' } : { role: 'quit' },
      ],
    },
    {
      label: '&Edit',
      submenu: [
        inProject('Undo', 'edit.undo'),
        inProject('Redo', 'edit.redo'),
        inProject('What You Did…', 'edit.steps'),
        { type: 'separator' },
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
        { type: 'separator' },
        inProject('Find in Article…', 'go.find'),
        inProject('Find an Article…', 'library.find'),
        inProject('Go To…', 'go.to'),
        item('Search and Commands…', 'go.palette'),
      ],
    },
    {
      label: '&View',
      submenu: [
        inProject('Library', 'view.library'),
        inProject('Inspector', 'view.inspector'),
        inProject('History of the Article…', 'article.history'),
        { type: 'separator' },
        { label: 'Theme', submenu: themes.map((theme) => themeItem(theme, state, actions)) },
        { type: 'separator' },
        inProject('Larger Type', 'view.larger-type'),
        inProject('Smaller Type', 'view.smaller-type'),
        inProject('Type of the Usual Size', 'view.usual-type'),
        inProject('Reading…', 'view.reading'),
        { type: 'separator' },
        item('Actual Size', 'view.zoom-reset'),
        item('Zoom In', 'view.zoom-in'),
        item('Zoom Out', 'view.zoom-out'),
        { type: 'separator' },
        { role: 'togglefullscreen' },
        ...(state.development
          ? ([{ type: 'separator' }, { role: 'reload' }, { role: 'toggleDevTools' }] as const)
          : []),
      ],
    },
    ...(state.isMac ? [{ role: 'windowMenu' } as const] : []),
    { role: 'help', submenu: [item('Keys…', 'go.keys'), { role: 'about', label: 'About Parley' }] },
  ]
}

const recentItems = ({ recent }: MenuState, { openRecent }: MenuActions): MenuItemConstructorOptions[] =>
  recent.map(({ id, name, folder }) => ({
    // An ampersand would underline the letter after it.
    label: `${name} (${folder})`.replaceAll('&', '&&'),
    click: () => openRecent(id),
  }))

const themeItem = (theme: Theme, state: MenuState, { send }: MenuActions): MenuItemConstructorOptions => ({
  label: themeNames[theme],
  type: 'radio',
  checked: state.theme === theme,
  click: () => send(`view.theme-${theme}`),
})
