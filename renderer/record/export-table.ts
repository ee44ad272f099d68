import { recordView } from '../state/record-view'
import { say, show } from '../state/notices'
import { sameProject } from '../state/same-project'
import { workbench } from '../state/workbench'
import { counted } from '../ui/words'
import { shown } from './columns'
import { layoutNow } from './layout'

/** Writes the statements that are shown, all of them, as a table in a file that the user chooses. */
export async function exportTable(): Promise<void> {
  const { filter, sort, group } = recordView()
  const columns = shown(layoutNow()).map(({ id }) => id)
  const isStill = sameProject()
  const answer = await workbench.exportStatements({ ...filter, sort, group }, columns)
  if (!answer) return
  // What failed because its project was closed concerns nobody in the next.
  if (!answer.ok) return isStill() ? show(answer.error) : undefined
  say(`Exported ${counted(answer.value.statements, 'statement')} to ${answer.value.file}.`)
}
