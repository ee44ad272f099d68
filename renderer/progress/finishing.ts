import { carryOut, isRefusedInPast, openArticle, say } from '../state/actions'
import { listed } from '../state/article-list'
import type { State } from '../state/state'
import { store } from '../state/store'
import { nextUnfinished, progressOf } from './progress'

/** Whether I am done with the open article; `null` while none is open. */
export function isDoneIn({ open, project }: State): boolean | null {
  const article = open && project && listed(project.articles, open.article.id)
  return article ? progressOf(article, project.me.id) === 'done' : null
}

/** Says that I am done with the open article, or that I am not after all. */
export async function toggleDone(): Promise<void> {
  const state = store.getState()
  const { open } = state
  const done = isDoneIn(state)
  if (!open || done === null || isRefusedInPast()) return
  await carryOut({ do: done ? 'take-up' : 'finish', article: open.article.id })
}

/** Is done with the open article and opens the next that is not, in the order of the project. */
export async function finishAndGoOn(): Promise<void> {
  const state = store.getState()
  const { open, project } = state
  if (!open || !project || isRefusedInPast()) return
  if (isDoneIn(state) === false && !(await carryOut({ do: 'finish', article: open.article.id }))) return
  const next = nextUnfinished(project.articles, open.article.id, project.me.id)
  if (next === null) say('You are done with every article.', true)
  else await openArticle(next)
}
