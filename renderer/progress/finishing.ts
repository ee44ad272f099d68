import { carryOut, isRefusedInPast, openArticle, say } from '../state/actions'
import { store } from '../state/store'
import { nextUnfinished, progressOf } from './progress'

/** Whether I am done with the open article; `null` while none is open. */
export function isDone(): boolean | null {
  const { open, project } = store.getState()
  const listed = project?.articles.find(({ summary }) => summary.id === open?.article.id)
  return listed && project ? progressOf(listed, project.me.id) === 'done' : null
}

/** Says that I am done with the open article, or that I am not after all. */
export async function toggleDone(): Promise<void> {
  const { open } = store.getState()
  const done = isDone()
  if (!open || done === null || isRefusedInPast()) return
  await carryOut({ do: done ? 'take-up' : 'finish', article: open.article.id })
}

/** Is done with the open article and opens the next that is not, in the order of the project. */
export async function finishAndGoOn(): Promise<void> {
  const { open, project } = store.getState()
  if (!open || !project || isRefusedInPast()) return
  if (isDone() === false && !(await carryOut({ do: 'finish', article: open.article.id }))) return
  const next = nextUnfinished(project.articles, open.article.id, project.me.id)
  if (next === null) say('You are done with every article.', true)
  else await openArticle(next)
}
