import { applied } from '../../data/store/changes'
import { PackedRecords } from '../../data/store/packed-records'
import { unpackArticle, type UnpackedArticle } from '../../data/store/packed-article'
import { drawnAgain, type Ahead } from './ahead'
import { sameAsBefore } from './same-as-before'
import { show } from './notices'
import type { OpenedArticle } from './state'
import { store } from './store'
import { rememberArticle } from './where-to-begin'
import { workbench } from './workbench'

/** Reads an article and shows it. Whoever asks for another one meanwhile gets that one. */
export async function openArticle(id: string): Promise<void> {
  store.setState({ opening: id, drawer: null })
  const answer = await workbench.openArticle(id)
  if (store.getState().opening !== id) return
  store.setState({ opening: null })
  if (!answer.ok) return show(answer.error)
  const { trail } = store.getState()
  store.setState({
    ...drawn(opened(unpackArticle(answer.value))),
    past: null,
    // It has the article that is left.
    trail: trail?.article === id ? trail : null,
    selected: null,
    pointedAt: null,
  })
  const { project, open } = store.getState()
  if (project) rememberArticle(project.project.id, id)
  if (open) requestIdleCallback(() => settle(open))
}

const settle = ({ mine, others }: OpenedArticle): void => {
  for (const { records } of [mine, ...others]) if (records instanceof PackedRecords) records.settle()
}

/** Milliseconds for which somebody dwells on an article in the list before it is read ahead. */
const DWELL = 50
let dwelling: ReturnType<typeof setTimeout> | undefined

/** Somebody has come to an article in the list, or with `null` left it: it may well be opened next. */
export function dwellOn(id: string | null): void {
  clearTimeout(dwelling)
  if (id !== null && id !== store.getState().open?.article.id)
    dwelling = setTimeout(() => void workbench.readAhead(id), DWELL)
}

/** Reads the open article again, because others' tags came in. What is selected stays so, if it is still there. */
export async function readAgain(): Promise<void> {
  const id = store.getState().open?.article.id
  if (!id) return
  const answer = await workbench.openArticle(id)
  const { open, past, selected } = store.getState()
  if (open?.article.id !== id || !answer.ok) return
  const { open: next, ahead } = drawn(sameAsBefore(open, opened(unpackArticle(answer.value))))
  const shown = past?.open ?? next
  const still = [shown.mine, ...shown.others].some(
    ({ records }) => selected !== null && records.has(selected),
  )
  store.setState({ open: next, ahead, selected: still ? selected : null })
  // What was read of others before is not to be seen any more.
  if (next.hidden !== undefined && open.hidden === undefined) store.setState({ past: null, trail: null })
}

/** With what was sent before this was read and is to be answered after it. */
function drawn(open: OpenedArticle): { readonly open: OpenedArticle; readonly ahead: readonly Ahead[] } {
  const { project, ahead: before } = store.getState()
  const ahead = drawnAgain(open.mine.records, before, { open, project })
  const records = applied(
    open.mine.records,
    ahead.flatMap(({ changes }) => changes),
  )
  return { open: { ...open, mine: { ...open.mine, records } }, ahead }
}

export function opened({
  article,
  sets: [mine = nothing, ...others],
  hidden,
  news,
}: UnpackedArticle): OpenedArticle {
  return { article, mine, others, ...(hidden !== undefined && { hidden }), ...(news && { news }) }
}

const nothing = { annotator: '', records: new Map() }
