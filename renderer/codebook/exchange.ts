import { say, show, showMode } from '../state/actions'
import { workbench } from '../state/workbench'
import { openCodebookDialog } from './codebook-state'

/** Writes the codebook that is in force, and says where. */
export async function exportCodebook(): Promise<void> {
  const answer = await workbench.exportCodebook()
  if (!answer) return
  if (answer.ok) say(`Exported the codebook to ${answer.value.file}.`)
  else show(answer.error)
}

/** Reads a codebook from a file, to be compared with the present one before anything of it is drafted. */
export async function importCodebook(): Promise<void> {
  const answer = await workbench.importCodebook()
  if (!answer) return
  if (!answer.ok) return show(answer.error)
  showMode('codebook')
  openCodebookDialog({ is: 'import', ...answer.value })
}
