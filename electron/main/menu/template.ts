import type { MenuItemConstructorOptions } from 'electron'
import { themes, type MenuCommand, type Start, type Theme } from '../../ipc/contract'

export interface MenuState {
  readonly isMac: boolean
  /** Whether the developer tools are offered. */
  readonly development: boolean
  readonly recent: Start['recent']
  readonly theme: Theme
  /** Without a project, what needs one is greyed out. */
  readonly hasProject: boolean
}

export interface MenuActions {
  /** The window carries it out. */
  readonly send: (command: MenuCommand) => void
  readonly openRecent: (id: string) => void
  readonly setTheme: (theme: Theme) => void
}

const themeNames: Readonly<Record<Theme, string>> = { system: 'As the system', light: 'Light', dark: 'Dark' }

/**
 * The application menu. What is asked of the project goes to the window as a command, since it knows what is
 * selected, and whether a text field wants Undo for itself.
 */
export function menuTemplate(state: MenuState, actions: MenuActions): MenuItemConstructorOptions[] {
  const item = (label: string, command: MenuCommand, accelerator?: string, enabled = true) => ({
    label,
    enabled,
    ...(accelerator !== undefined && { accelerator }),
    click: () => actions.send(command),
  })
  const inProject = (label: string, command: MenuCommand, accelerator?: string) =>
    item(label, command, accelerator, state.hasProject)

  return [
    ...(state.isMac ? [{ role: 'appMenu' } as const] : []),
    {
      label: '&File',
      submenu: [
        item('New Project…', 'new-project', 'CmdOrCtrl+N'),
        item('Open Project…', 'open-project', 'CmdOrCtrl+O'),
        { label: 'Open Recent', enabled: state.recent.length > 0, submenu: recentItems(state, actions) },
        item('Open Sample Project', 'open-sample'),
        { type: 'separator' },
        inProject('Import Articles…', 'import-articles', 'CmdOrCtrl+I'),
        inProject('Import Folder…', 'import-folder', 'CmdOrCtrl+Shift+I'),
        inProject('Import Annotation Set…', 'import-sets'),
        { type: 'separator' },
        inProject('Export…', 'export', 'CmdOrCtrl+E'),
        inProject('Backups…', 'backups'),
        { type: 'separator' },
        state.isMac ? { role: 'close' } : { role: 'quit' },
      ],
    },
    {
      label: '&Edit',
      submenu: [
        inProject('Undo', 'undo', 'CmdOrCtrl+Z'),
        inProject('Redo', 'redo', state.isMac ? 'Cmd+Shift+Z' : 'Ctrl+Y'),
        { type: 'separator' },
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
        { type: 'separator' },
        inProject('Find in Article…', 'find-in-article', 'CmdOrCtrl+F'),
        inProject('Find an Article…', 'find'),
      ],
    },
    {
      label: '&View',
      submenu: [
        inProject('Library', 'toggle-library', 'CmdOrCtrl+B'),
        inProject('Inspector', 'toggle-inspector', 'CmdOrCtrl+Shift+B'),
        inProject('History of the Article…', 'article-history', 'CmdOrCtrl+Shift+H'),
        { type: 'separator' },
        { label: 'Theme', submenu: themes.map((theme) => themeItem(theme, state, actions)) },
        { type: 'separator' },
        inProject('Larger Type', 'larger-type', 'CmdOrCtrl+='),
        inProject('Smaller Type', 'smaller-type', 'CmdOrCtrl+-'),
        inProject('Type of the Usual Size', 'usual-type', 'CmdOrCtrl+0'),
        inProject('Reading…', 'reading'),
        { type: 'separator' },
        { role: 'resetZoom', accelerator: 'CmdOrCtrl+Alt+0' },
        { role: 'zoomIn', accelerator: 'CmdOrCtrl+Alt+=' },
        { role: 'zoomOut', accelerator: 'CmdOrCtrl+Alt+-' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
        ...(state.development
          ? ([{ type: 'separator' }, { role: 'reload' }, { role: 'toggleDevTools' }] as const)
          : []),
      ],
    },
    ...(state.isMac ? [{ role: 'windowMenu' } as const] : []),
    { role: 'help', submenu: [{ role: 'about', label: 'About Parley' }] },
  ]
}

const recentItems = ({ recent }: MenuState, { openRecent }: MenuActions): MenuItemConstructorOptions[] =>
  recent.map(({ id, name, folder }) => ({
    // An ampersand would underline the letter after it.
    label: `${name} (${folder})`.replaceAll('&', '&&'),
    click: () => openRecent(id),
  }))

const themeItem = (
  theme: Theme,
  state: MenuState,
  { setTheme }: MenuActions,
): MenuItemConstructorOptions => ({
  label: themeNames[theme],
  type: 'radio',
  checked: state.theme === theme,
  click: () => setTheme(theme),
})
