import type { ImportCorrection } from '../../electron/ipc/import'
import type { Problem } from '../../data/model/problem'
import { counted } from '../ui/words'
import { activeReader } from '../reader/active-reader'
import { isDialogOpen } from './focus'
import { withRows } from './import-view'
import { say, show } from './notices'
import { openArticle } from './reading'
import { store } from './store'
import { workbench } from './workbench'

/** Asks for files or a folder; the dialog opens by itself with the first file that is found. */
export const chooseArticles = async (what: 'files' | 'folder'): Promise<void> => {
  if (isProjectOpen()) await workbench.chooseArticles(what)
}

/** Reads a text that was pasted as an article. */
export const importText = async (text: string): Promise<void> => {
  if (isProjectOpen())
    await workbench.readTexts([{ name: 'Pasted text', bytes: new TextEncoder().encode(text) }])
}

/** Reads what was dropped on the window; a project folder is opened. */
export async function importDropped(files: readonly File[]): Promise<void> {
  const answer = await workbench.drop(files)
  if (!answer.ok) show(answer.error)
}

/** Corrects what was guessed about a file. Gives the reason when the correction cannot be taken. */
export async function correctImport(row: number, correction: ImportCorrection): Promise<Problem | null> {
  const answer = await workbench.correctImport(row, correction)
  if (!answer.ok) return answer.error
  const { importing } = store.getState()
  if (importing)
    store.setState({ importing: { ...importing, rows: withRows(importing.rows, [answer.value]) } })
  return null
}

export const stopReading = async (): Promise<void> => void (await workbench.stopReading())

/** Puts the chosen rows into the project, and opens the first article that is new. Rows that failed stay. */
export async function finishImport(rows: readonly number[]): Promise<void> {
  const answer = await workbench.finishImport(rows)
  if (!answer.ok) return show(answer.error)
  const { added, leftOut } = answer.value
  if (leftOut.length === 0) store.setState({ importing: null })
  const [first] = added
  if (first) await openArticle(first)
  // The dialog gave the focus back to what was there before, which a first import takes off the screen.
  if (first && leftOut.length === 0) requestAnimationFrame(() => !isDialogOpen() && activeReader()?.focus())
  const rest =
    leftOut.length > 0
      ? ` The other ${leftOut.length.toLocaleString('en-GB')} could not be kept; each row says why.`
      : ''
  say(`Imported ${counted(added.length, 'article')}.${rest}`)
}

export async function cancelImport(): Promise<void> {
  store.setState({ importing: null })
  await workbench.cancelImport()
}

function isProjectOpen(): boolean {
  const isOpen = store.getState().project !== null
  if (!isOpen) say('Open a project first. Articles are kept in it.')
  return isOpen
}
