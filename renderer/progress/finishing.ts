import { carryOut, isRefusedInPast, openArticle, say } from '../state/actions'
import type { State } from '../state/state'
import { store } from '../state/store'
import { isDoneIn } from '../state/tags'
import { nextUnfinished } from './progress'

/** Whether I am done with the open article, as it stands on the screen; `null` while none is open. */
export const isDoneHere = ({ open }: State): boolean | null => open && isDoneIn(open.mine.records)

/** Says that I am done with the open article, or that I am not after all. */
export async function toggleDone(): Promise<void> {
  const state = store.getState()
  const { open } = state
  const done = isDoneHere(state)
  if (!open || done === null || isRefusedInPast()) return
  await carryOut({ do: done ? 'take-up' : 'finish', article: open.article.id })
}

/** Is done with the open article and opens the next that is not, in the order of the project. */
export async function finishAndGoOn(): Promise<void> {
  const state = store.getState()
  const { open, project } = state
  if (!open || !project || isRefusedInPast()) return
  if (isDoneHere(state) === false && !(await carryOut({ do: 'finish', article: open.article.id }))) return
  const next = nextUnfinished(project.articles, open.article.id, project.me.id)
  if (next === null) say('You are done with every article.', true)
  else await openArticle(next)
}
