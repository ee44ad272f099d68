import { answered } from './leaving'
import { store } from './store'
import { workbench } from './workbench'

let asked = 0

/**
 * Asks who changed what on an article, unless nothing was changed since that was asked last. Whoever asks again
 * meanwhile gets the later answer only.
 */
export async function readTrail(article: string): Promise<void> {
  // What is drawn is in no history before it is answered.
  await answered()
  const { open: of, trail } = store.getState()
  if (trail?.article === article && trail.of === of && trail.history.ok) return
  const turn = ++asked
  const history = await workbench.historyOf(article)
  if (turn === asked) store.setState({ trail: { article, of, history } })
}
