import type { ReviewQuery } from '../../../data/review/agreement'
import { say, show } from '../../state/notices'
import { sameProject } from '../../state/same-project'
import { workbench } from '../../state/workbench'
import { counted } from '../../ui/words'

/** Writes all figures as a table in a file that the user chooses. */
export async function exportFigures(query: ReviewQuery): Promise<void> {
  const isStill = sameProject()
  const answer = await workbench.exportFigures(query)
  if (!answer) return
  // What failed because its project was closed concerns nobody in the next.
  if (!answer.ok) return isStill() ? show(answer.error) : undefined
  say(`Exported ${counted(answer.value.figures, 'figure')} to ${answer.value.file}.`)
}
