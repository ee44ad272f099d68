import { dialog, type BrowserWindow } from 'electron'
import { importExtensions } from '../../data/importers'

/** Every question that is asked outside the page. Each gives `null` when the user thought better of it. */
export interface Dialogs {
  newProject(proposed: string): Promise<string | null>
  openProject(): Promise<string | null>
  articles(what: 'files' | 'folder'): Promise<readonly string[] | null>
  sets(): Promise<readonly string[] | null>
  codebook(): Promise<string | null>
  /** Whether to restore the backup of a project that cannot be opened, for the reason that is said. */
  offerBackup(
    why: string,
    backup: { readonly name: string; readonly made: string; readonly files: number },
  ): Promise<boolean>
  /** The folder that a backup is to become. */
  restoreTo(proposed: string): Promise<string | null>
  /** `extension` with its dot. */
  exportTo(proposed: string, extension: string): Promise<string | null>
}

/** The system's own dialogs, over the window. */
export function systemDialogs(window: BrowserWindow): Dialogs {
  const open = async (options: Electron.OpenDialogOptions) => {
    const { canceled, filePaths } = await dialog.showOpenDialog(window, options)
    return canceled || filePaths.length === 0 ? null : filePaths
  }
  const save = async (options: Electron.SaveDialogOptions) => {
    const { canceled, filePath } = await dialog.showSaveDialog(window, options)
    return canceled || filePath === '' ? null : filePath
  }
  const allFiles = { name: 'All files', extensions: ['*'] }

  return {
    newProject: (proposed) =>
      save({
        title: 'New project',
        message: 'The project is a folder with this name.',
        nameFieldLabel: 'Name:',
        buttonLabel: 'Make project',
        defaultPath: proposed,
        properties: ['createDirectory', 'dontAddToRecent'],
      }),
    openProject: async () => {
      const chosen = await open({
        title: 'Open a project folder',
        buttonLabel: 'Open',
        properties: ['openDirectory'],
      })
      return chosen?.[0] ?? null
    },
    articles: (what) =>
      what === 'folder'
        ? open({
            title: 'Import a folder of articles',
            buttonLabel: 'Import',
            properties: ['openDirectory', 'multiSelections'],
          })
        : open({
            title: 'Import articles',
            buttonLabel: 'Import',
            filters: [{ name: 'Articles', extensions: [...importExtensions] }, allFiles],
            properties: ['openFile', 'multiSelections'],
          }),
    sets: () =>
      open({
        title: 'Import annotation sets',
        buttonLabel: 'Import',
        filters: [{ name: 'Annotation sets', extensions: ['json', 'jsonld'] }, allFiles],
        properties: ['openFile', 'multiSelections'],
      }),
    codebook: async () => {
      const chosen = await open({
        title: 'Import a codebook',
        buttonLabel: 'Compare',
        filters: [{ name: 'Codebooks', extensions: ['json'] }, allFiles],
        properties: ['openFile'],
      })
      return chosen?.[0] ?? null
    },
    offerBackup: async (why, { name, made, files }) => {
      const { response } = await dialog.showMessageBox(window, {
        type: 'question',
        message: `“${name}” cannot be opened where it was. There is a backup of it from ${wholeTime(made)}.`,
        detail: `${why}\n\nThe backup has ${files === 1 ? 'one file' : `${files} files`}. It is restored into a new folder; nothing that is there is changed.`,
        buttons: ['Restore…', 'Not now'],
        defaultId: 0,
        cancelId: 1,
      })
      return response === 0
    },
    restoreTo: (proposed) =>
      save({
        title: 'Restore the backup as a new folder',
        message: 'The restored project is a new folder with this name.',
        nameFieldLabel: 'Name:',
        buttonLabel: 'Restore',
        defaultPath: proposed,
        properties: ['createDirectory', 'dontAddToRecent'],
      }),
    exportTo: (proposed, extension) =>
      save({
        title: 'Export',
        buttonLabel: 'Export',
        defaultPath: proposed,
        filters: [{ name: extension.slice(1).toUpperCase(), extensions: [extension.slice(1)] }, allFiles],
        properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
      }),
  }
}

const wholeTime = (time: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' }).format(new Date(time))
