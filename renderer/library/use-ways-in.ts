import { useKeys } from '../commands/commands-now'
import { chooseArticles, openDialog } from '../state/actions'

/** How articles come in, with the keys in force. */
export function useWaysIn() {
  const [files, folder, paste] = [
    useKeys('project.import'),
    useKeys('project.import-folder'),
    useKeys('project.paste'),
  ]
  return [
    { name: 'Import files…', keys: files, run: () => void chooseArticles('files') },
    { name: 'Import folder…', keys: folder, run: () => void chooseArticles('folder') },
    { name: 'Paste text…', keys: paste, run: () => openDialog('paste') },
  ]
}
