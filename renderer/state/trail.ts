import { store } from './store'
import { workbench } from './workbench'

let asked = 0

/** Asks who changed what on an article. Whoever asks again meanwhile gets the later answer only. */
export async function readTrail(article: string): Promise<void> {
  const turn = ++asked
  const history = await workbench.historyOf(article)
  if (turn === asked) store.setState({ trail: { article, history } })
}
