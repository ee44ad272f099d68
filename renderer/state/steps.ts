import type { Problem } from '../../data/model/problem'
import { isEntry } from '../../data/model/records'
import { REVIEW_SETTINGS, rulesOf } from '../../data/model/review-records'
import type { Result } from '../../data/model/result'
import {
  applied,
  isOnArticle,
  isOnRegistries,
  reverse,
  type ArticleChange,
  type Change,
} from '../../data/store/changes'
import type { AnyCommand } from '../../data/store/registry-commands'
import type { Reply } from '../../data/store/views'
import { drawnAgain, foresee, isAsDrawn, type Ahead } from './ahead'
import { rememberChanges } from './last-changes'
import { noticeLeft, show } from './notices'
import { isRefusedInPast } from './past'
import { openArticle } from './reading'
import type { OpenedArticle, State } from './state'
import { store } from './store'
import { workbench } from './workbench'

/**
 * Takes one step, and selects the tag that it makes. What a command on one article changes is on the screen when this
 * returns, and what any other does when it is on the disk. The promise gives the changes when they are there, or `null`
 * when the step could not be taken: then what was drawn is taken back, and the reason said. `shown` is called once the
 * changes are on the screen.
 */
export function carryOut(command: AnyCommand, shown?: () => void): Promise<readonly Change[] | null> {
  if (!('article' in command)) return carriedOut(command, shown)
  const step = foresee(command, store.getState())
  const answer = workbench.carryOut(command, step.given)
  draw(step)
  if (step.changes.length > 0) shown?.()
  return settled(step, answer, shown)
}

/** What is not about one article is not drawn before it is done. */
async function carriedOut(command: AnyCommand, shown?: () => void): Promise<readonly Change[] | null> {
  const changes = taken(await counted(workbench.carryOut(command)))
  if (changes) shown?.()
  return changes
}

async function settled(
  step: Ahead,
  answer: Promise<Result<Reply, Problem>>,
  shown?: () => void,
): Promise<readonly Change[] | null> {
  const reply = await counted(answer)
  // It may have been drawn again meanwhile.
  const drawn = store.getState().ahead.find(({ given }) => given === step.given)
  const changes = taken(reply, drawn)
  if (changes && step.changes.length === 0) shown?.()
  return changes
}

export const undo = (): Promise<void> => walk('undo')
export const redo = (): Promise<void> => walk('redo')

/**
 * Goes over so many of my steps, and shows the article and the tag that the last of them changed. Stops at one that
 * cannot be gone over, which is said, and when `went`, told how many it has gone, gives `false`.
 */
export async function walk(
  did: 'undo' | 'redo',
  times = 1,
  went: (steps: number) => boolean = () => true,
): Promise<void> {
  if (isRefusedInPast()) return
  let last: readonly Change[] = []
  for (let gone = 0; gone < times;) {
    const changes = taken(await counted(workbench[did]()))
    if (!changes || changes.length === 0) break
    last = changes
    if (!went(++gone)) break
  }
  await showWhereChanged(last)
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

async function showWhereChanged(changes: readonly Change[]): Promise<void> {
  const { open } = store.getState()
  const articles = changes.filter(isOnArticle).map(({ article }) => article)
  const [article] = articles
  if (article === undefined) return
  // A step on many articles is shown where one is already, if it changed something there.
  if (!open || !articles.includes(open.article.id)) await openArticle(article)
  const here = store.getState().open?.article.id
  const tag = changes.find(({ article: on, after }) => on === here && after?.is === 'annotation')
  if (tag) store.setState({ selected: tag.id })
}

function draw(step: Ahead): void {
  const { open, ahead, selected, notice } = store.getState()
  const { changes } = step
  store.setState({
    ahead: [...ahead, step],
    ...(open &&
      changes.length > 0 && {
        open: changed(open, changes),
        notice: noticeLeft(notice),
        selected: selectedAfter(changes, selected),
      }),
  })
}

function changed(open: OpenedArticle, changes: readonly ArticleChange[]): OpenedArticle {
  const records = applied(open.mine.records, changes)
  rememberChanges(open.mine.records, records, changes)
  return { ...open, mine: { ...open.mine, records } }
}

/** Shows what the store has made of a step, or that it made none of it. `drawn` is what is on the screen of it already. */
function taken(answer: Result<Reply, Problem>, drawn?: Ahead): readonly Change[] | null {
  const left = store.getState().ahead.filter((step) => step !== drawn)
  const changes = answer.ok ? answer.value.changes : []
  if (answer.ok) {
    store.setState({ history: answer.value.history })
    takeShared(answer.value)
  }
  if (drawn && drawn.changes.length > 0 && isAsDrawn(drawn.changes, changes.filter(isOnArticle))) {
    store.setState({ ahead: left })
    return changes
  }
  store.setState((state) => ({
    ...remade(state, changes, left),
    ...(answer.ok && { notice: noticeLeft(state.notice) }),
  }))
  if (!answer.ok && !drawn?.isLost) show(answer.error)
  return answer.ok ? changes : null
}

/** Shows what a step has made of what all articles share. */
function takeShared({ changes, codebook }: Reply): void {
  const { project } = store.getState()
  const shared = changes.filter(isOnRegistries)
  if (!project || (shared.length === 0 && !codebook)) return
  const records = new Map(project.registry.map((record) => [record.id, record]))
  for (const { id, after } of shared)
    if (isEntry(after)) records.set(id, after)
    else records.delete(id)
  const isOther = shared.some(({ before, after }) => isEntry(after ?? before))
  const review = shared.find(({ id }) => id === REVIEW_SETTINGS)?.after
  store.setState({
    project: {
      ...project,
      ...(isOther && { registry: [...records.values()] }),
      ...(codebook && { codebook }),
      ...(review !== undefined && {
        review: rulesOf(review?.is === 'review-settings' ? review : null),
      }),
    },
  })
}

/** Takes back all that is drawn ahead, makes the changes of an answer, and draws again what is left to be answered. */
function remade(state: State, changes: readonly Change[], left: readonly Ahead[]): Partial<State> {
  const { open, selected } = state
  if (!open) return { ahead: left }
  const made = [
    ...reverse(state.ahead.flatMap((step) => step.changes)),
    ...changes.filter(isOnArticle).filter(({ article }) => article === open.article.id),
  ]
  if (made.length === 0) return { ahead: left }
  const ahead = drawnAgain(applied(open.mine.records, made), left, state)
  const next = changed(open, [...made, ...ahead.flatMap((step) => step.changes)])
  const wanted = selectedAfter(changes, selected)
  const isGone = wanted !== null && open.mine.records.has(wanted) && !next.mine.records.has(wanted)
  return { ahead, open: next, selected: isGone ? null : wanted }
}

/** What is selected after changes: the tag that was made; nothing, when the selected one is gone. */
function selectedAfter(changes: readonly Change[], selected: string | null): string | null {
  const made = changes.findLast(({ before, after }) => before === null && after?.is === 'annotation')
  if (made) return made.id
  return changes.some(({ id, after }) => id === selected && !after) ? null : selected
}
