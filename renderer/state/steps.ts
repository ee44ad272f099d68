import type { Problem } from '../../data/model/problem'
import type { Result } from '../../data/model/result'
import { applied, type Change } from '../../data/store/changes'
import type { Command } from '../../data/store/commands'
import type { Reply } from '../../data/store/views'
import { rememberChanges } from './last-changes'
import { show } from './notices'
import { isRefusedInPast } from './past'
import { openArticle } from './reading'
import type { ShownSet } from './state'
import { store } from './store'
import { workbench } from './workbench'

/**
 * Takes one step, and selects the tag that it makes. Gives the changes it made; `null` when it could not be taken,
 * which is said at once.
 */
export const carryOut = async (command: Command): Promise<readonly Change[] | null> =>
  taken(await counted(workbench.carryOut(command)))

export const undo = async (): Promise<void> => {
  if (!isRefusedInPast()) await again(await counted(workbench.undo()))
}
export const redo = async (): Promise<void> => {
  if (!isRefusedInPast()) await again(await counted(workbench.redo()))
}

/** Makes my records on an article what they were at a moment: those named, or with `null` all. Gives the reason when it cannot be done. */
export async function takeBack(
  article: string,
  at: string,
  only: readonly string[] | null,
): Promise<Problem | null> {
  const answer = await counted(workbench.bringBack(article, at, only))
  if (!answer.ok) return answer.error
  taken(answer)
  return null
}

/** The same from a backup. */
export async function takeBackFrom(backup: string, article: string): Promise<Problem | null> {
  const answer = await counted(workbench.bringBackFrom(backup, article))
  if (!answer.ok) return answer.error
  taken(answer)
  return null
}

/** Words are being typed that no command carries yet: the work is not saved while that is so. */
export const draft = (drafting: boolean): void => {
  if (store.getState().drafting !== drafting) store.setState({ drafting })
}

/** Counts a command as pending from now until its answer is here. */
async function counted<T>(answer: Promise<T>): Promise<T> {
  store.setState(({ pending }) => ({ pending: pending + 1 }))
  try {
    return await answer
  } finally {
    store.setState(({ pending }) => ({ pending: pending - 1 }))
  }
}

/** Undo and redo show the article that they changed, and the tag. */
async function again(answer: Result<Reply, Problem>): Promise<void> {
  const changes = taken(answer)
  const article = changes?.at(0)?.article
  if (!changes || !article) return
  if (store.getState().open?.article.id !== article) await openArticle(article)
  const tag = changes.find(({ after }) => after?.is === 'annotation')
  if (tag) store.setState({ selected: tag.id })
}

function taken(answer: Result<Reply, Problem>): readonly Change[] | null {
  if (!answer.ok) {
    show(answer.error)
    return null
  }
  const { changes, history } = answer.value
  const { open, selected } = store.getState()
  const here = changes.filter(({ article }) => article === open?.article.id)
  const made = here.find(({ before, after }) => before === null && after?.is === 'annotation')
  store.setState({
    history,
    notice: null,
    ...(open && here.length > 0 && { open: { ...open, mine: changed(open.mine, here) } }),
    ...(here.some(({ id, after }) => id === selected && !after) && { selected: null }),
    ...(made && { selected: made.id }),
  })
  return changes
}

function changed(shown: ShownSet, changes: readonly Change[]): ShownSet {
  const records = applied(shown.records, changes)
  rememberChanges(shown.records, records, changes)
  return { ...shown, records }
}
