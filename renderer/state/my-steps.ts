import { answered } from './leaving'
import { show } from './notices'
import { store } from './store'
import { workbench } from './workbench'

/** Reads what I did on all articles, as far as undo and redo go. */
export async function readMySteps(): Promise<void> {
  // What is drawn is in no history before it is answered.
  await answered()
  const answer = await workbench.mySteps()
  if (answer.ok) store.setState({ mySteps: answer.value })
  else show(answer.error)
}
