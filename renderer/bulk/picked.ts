import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Annotation } from '../../data/model/records'
import { store } from '../state/store'
import { annotationsIn } from '../state/tags'

/** Tags of mine in the open article that were picked in the list, to be changed together. */
interface Picked {
  readonly article: string | null
  readonly tags: ReadonlySet<string>
  /** From where Shift picks on. */
  readonly from: string | null
}

const none: Picked = { article: null, tags: new Set(), from: null }
const picked = createStore<Picked>()(() => none)

/** What is picked belongs to one article, and is let go with it. */
store.subscribe(({ open }) => {
  const { article } = picked.getState()
  if (article !== null && open?.article.id !== article) picked.setState(none)
})

const noTags: ReadonlySet<string> = none.tags

/** Which tags are picked in the open article. The same set until that changes. */
export const usePicked = (): ReadonlySet<string> => useStore(picked, ({ tags }) => tags)

/** The picked tags that are still there. */
export function pickedNow(): readonly string[] {
  const { tags, article } = picked.getState()
  const { open } = store.getState()
  if (!open || open.article.id !== article) return []
  return [...tags].filter((id) => open.mine.records.get(id)?.is === 'annotation')
}

export const whereFrom = (): string | null => picked.getState().from

/** Picks these, of which those of others and links do not count. */
export function pick(ids: Iterable<string>, from: string | null): void {
  const { open } = store.getState()
  if (!open) return
  const mine = [...ids].filter((id) => open.mine.records.get(id)?.is === 'annotation')
  picked.setState({ article: open.article.id, tags: mine.length === 0 ? noTags : new Set(mine), from })
}

/** Picks one more, or one less. */
export function turnPick(id: string): void {
  const tags = new Set(pickedNow())
  if (!tags.delete(id)) tags.add(id)
  pick(tags, id)
}

/** Picks those from where one began up to `to`, of a list in its order. */
export function pickTo(list: readonly string[], to: string, began: string | null): void {
  const from = whereFrom() ?? began ?? to
  const [a, b] = [list.indexOf(from), list.indexOf(to)].toSorted((x, y) => x - y)
  if (a === undefined || b === undefined || a < 0) return pick([to], to)
  pick(list.slice(a, b + 1), from)
}

export const letGo = (): void => picked.setState(none)

/** Picks all of mine in the open article that are so. */
export function pickAll(passes: (tag: Annotation) => boolean): void {
  const { open } = store.getState()
  if (!open) return
  const all = [...annotationsIn(open.mine.records)].filter(passes)
  pick(
    all.map(({ id }) => id),
    null,
  )
}
