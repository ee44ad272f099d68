import type { ReviewQuery } from '../../../data/review/agreement'
import { say, show } from '../../state/notices'
import { workbench } from '../../state/workbench'
import { counted } from '../../ui/words'

/** Writes all figures as a table in a file that the user chooses. */
export async function exportFigures(query: ReviewQuery): Promise<void> {
  const answer = await workbench.exportFigures(query)
  if (!answer) return
  if (!answer.ok) return show(answer.error)
  say(`Exported ${counted(answer.value.figures, 'figure')} to ${answer.value.file}.`)
}
