import type { WorkRecord } from '../../../data/model/records'
import type { Novelty } from '../../../data/store/looked'
import { say } from '../../state/actions'
import type { OpenedArticle } from '../../state/state'
import { store } from '../../state/store'
import { workbench } from '../../state/workbench'
import { goTo } from '../decided/decided-actions'

/** Something of somebody's that is new to me, and the tag that stands for it in the text, if one does. */
export interface NewRecord extends Novelty {
  readonly record: WorkRecord
  readonly tag: string | null
}

/** What is new in the article, in the order of its text; without what was taken away meanwhile. */
export function newIn(open: OpenedArticle): readonly NewRecord[] {
  if (!open.news) return []
  const sets = new Map([open.mine, ...open.others].map((set) => [set.annotator, set.records]))
  const startOf = ({ tag }: NewRecord): number => {
    for (const records of sets.values()) {
      const found = tag === null ? undefined : records.get(tag)
      if (found?.is === 'annotation') return found.target[0]!.start
    }
    return Infinity
  }
  const found = open.news.records.flatMap((novelty): NewRecord[] => {
    const record = sets.get(novelty.annotator)?.get(novelty.id)
    return record ? [{ ...novelty, record, tag: tagOf(record, open) }] : []
  })
  return found.toSorted((a, b) => startOf(a) - startOf(b) || (a.id < b.id ? -1 : 1))
}

/** The tag in whose words one sees a record. */
function tagOf(record: WorkRecord, open: OpenedArticle): string | null {
  switch (record.is) {
    case 'annotation':
      return record.id
    case 'link':
      return record.from
    case 'decision':
      return (
        (record.on.find(({ annotator }) => annotator === open.mine.annotator) ?? record.on[0])?.id ?? null
      )
    case 'answer': {
      for (const { records } of [open.mine, ...open.others]) {
        const decision = records.get(record.decision)
        if (decision?.is === 'decision') return tagOf(decision, open)
      }
      return null
    }
    default:
      return null
  }
}

/** I have looked at these, or with `null` at all: they are not new any more. */
export function lookedAt(ids: readonly string[] | null): void {
  const { open } = store.getState()
  if (!open?.news) return
  const left = ids === null ? [] : open.news.records.filter(({ id }) => !ids.includes(id))
  if (left.length === open.news.records.length) return
  const { news, ...rest } = open
  store.setState({ open: left.length === 0 ? rest : { ...rest, news: { ...news, records: left } } })
  void workbench.lookedAt(open.article.id, ids)
}

/** Where one stands among what is new: it is new no more once one goes on. */
let at: { readonly open: string; readonly ids: readonly string[] } | null = null

/** Shows something new in its place. */
export function goToNew(one: NewRecord): void {
  const { open } = store.getState()
  if (!open) return
  leave()
  at = { open: open.article.id, ids: [one.id] }
  if (one.tag !== null) goTo(open, one.tag)
}

/** Shows the next that is new, in the order of the text, from the top again at the end. */
export function goToNextNew(): void {
  const { open } = store.getState()
  if (!open) return
  const before = newIn(open)
  const place = before.findIndex(({ id }) => at?.ids.includes(id) ?? false)
  const next = [...before.slice(place + 1), ...before.slice(0, Math.max(0, place))][0]
  if (next) return goToNew(next)
  leave()
  say(before.length > 0 ? 'That was the last that is new here.' : 'Nothing here is new to you.')
}

function leave(): void {
  const { open } = store.getState()
  if (at && open?.article.id === at.open) lookedAt(at.ids)
  at = null
}

/** A tag that is selected, by whatever way, and then left, was looked at. */
store.subscribe((state, before) => {
  if (state.selected === before.selected && state.open?.article === before.open?.article) return
  const { open } = before
  if (!open?.news || before.selected === null || state.open?.article !== open.article) return
  const ids = newIn(open).flatMap(({ id, tag }) => (tag === before.selected ? id : []))
  if (ids.length > 0 && state.selected !== null) lookedAt(ids)
})
