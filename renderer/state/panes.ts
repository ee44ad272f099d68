import type { Theme } from '../../electron/ipc/contract'
import type { Mode, State } from './state'
import { store } from './store'
import { workbench } from './workbench'

/** Under this width the library becomes a drawer over the reader. */
export const narrowWindow = matchMedia('(max-width: 1179.98px)')

/** Under this width the inspector lies over the reader too. */
export const smallWindow = matchMedia('(max-width: 859.98px)')

/** Fills the window with the reader, or with another screen. The reader stays as it is beneath. */
export const showMode = (mode: Mode): void => store.setState({ mode })

/** Shows or hides the library; in a narrow window, its drawer. */
export const toggleLibrary = (): void =>
  store.setState(({ libraryShown, drawer }) =>
    narrowWindow.matches
      ? { drawer: drawer === 'library' ? null : 'library' }
      : { libraryShown: !libraryShown },
  )

/** Shows or hides the inspector; in a small window, its drawer. */
export const toggleInspector = (): void =>
  store.setState(({ inspectorShown, drawer }) =>
    smallWindow.matches
      ? { drawer: drawer === 'inspector' ? null : 'inspector' }
      : { inspectorShown: !inspectorShown },
  )

/** Makes sure that the library can be seen, to put the caret into its search field. */
export const showLibrary = (): void =>
  store.setState(narrowWindow.matches ? { drawer: 'library' } : { libraryShown: true })

/** Makes sure that the inspector can be seen, to put the caret into one of its fields. */
export const showInspector = (): void =>
  store.setState(smallWindow.matches ? { drawer: 'inspector' } : { inspectorShown: true })

export const closeDrawer = (): void => store.setState({ drawer: null })

/** CSS pixels; `null` gives the pane the width that suits the window. */
export const resize = (pane: 'library' | 'inspector', width: number | null): void =>
  store.setState(pane === 'library' ? { libraryWidth: width } : { inspectorWidth: width })

/** The main process keeps it and sets the colour scheme, which the page follows. */
export async function setTheme(theme: Theme): Promise<void> {
  store.setState(({ start }) => ({ start: start && { ...start, theme } }))
  await workbench.setTheme(theme)
}

export const openDialog = (dialog: NonNullable<State['dialog']>): void => store.setState({ dialog })
export const closeDialog = (): void => store.setState({ dialog: null })
