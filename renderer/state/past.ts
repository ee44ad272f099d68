import type { Problem } from '../../data/model/problem'
import { ok, type Result } from '../../data/model/result'
import { asItWas } from '../../data/store/as-it-was'
import type { TagSet } from '../../data/store/views'
import { answered } from './leaving'
import { say, show } from './notices'
import { opened } from './reading'
import type { OpenedArticle, State } from './state'
import { store } from './store'
import { setWith } from './tags'
import { workbench } from './workbench'

/** What the reader and the inspector show: the article as it was while that is looked at, else as it is now. */
export const shownArticle = ({ open, past }: State): OpenedArticle | null => past?.open ?? open

interface Look {
  readonly at: string
  readonly tag: string | null
}
/** Where to go next; whoever moves on while an answer is on its way gets the last of these only. */
let wanted: Look | null = null
let isAsking = false

/**
 * Shows everybody's tags on the open article as they were at a moment (ISO 8601, UTC), and selects this tag, if it was
 * there. What is being typed is sent first, since nothing can be changed from then on.
 */
export async function showPast(at: string, tag: string | null = null): Promise<void> {
  wanted = { at, tag }
  if (isAsking) return
  isAsking = true
  try {
    if (!store.getState().past) await settled()
    for (let next = take(); next; next = take()) await look(next)
  } finally {
    isAsking = false
  }
}

const take = (): Look | null => {
  const next = wanted
  wanted = null
  return next
}

async function settled(): Promise<void> {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  await answered()
}

/** Everybody's tags at a moment: from the history where the window has it, so that one can walk through it quickly. */
async function setsAt(open: OpenedArticle, at: string): Promise<Result<readonly TagSet[], Problem>> {
  const { trail } = store.getState()
  if (!trail?.history.ok || trail.article !== open.article.id) return workbench.asItWas(open.article.id, at)
  const now = [open.mine, ...open.others].map(({ annotator, records }) => ({
    annotator,
    records: [...records.values()],
  }))
  return ok(asItWas(trail.history.value.entries, now, at))
}

/** Asks about one moment. Who has left meanwhile, or opened another article, is not brought back. */
async function look({ at, tag }: Look): Promise<void> {
  const before = store.getState()
  if (!before.open) return
  const { article } = before.open
  const answer = await setsAt(before.open, at)
  const { open, past, selected, dialog } = store.getState()
  if (open?.article.id !== article.id || past !== before.past) return
  if (!answer.ok) return show(answer.error)
  const sets = answer.value.map(({ annotator, records }) => ({
    annotator,
    records: new Map(records.map((record) => [record.id, record])),
  }))
  const then = opened({ article: open.article, sets })
  const keep = tag ?? selected
  store.setState({
    past: { at, open: then },
    selected: keep !== null && setWith(then, keep) ? keep : null,
    pointedAt: null,
    dialog: dialog === 'article-history' ? null : dialog,
    notice: null,
  })
}

/** Shows the article as it is now. */
export function leavePast(): void {
  wanted = null
  const { past, open, selected, dialog } = store.getState()
  if (!past) return
  store.setState({
    past: null,
    selected: selected !== null && open && setWith(open, selected) ? selected : null,
    pointedAt: null,
    dialog: dialog === 'bring-back' ? null : dialog,
  })
}

/** Whether nothing may be changed because the article is shown as it was, which is then said. */
export function isRefusedInPast(): boolean {
  const isRefused = store.getState().past !== null
  if (isRefused)
    say('This is the article as it was. It can be read, not changed. Press Esc to go back to now.')
  return isRefused
}
