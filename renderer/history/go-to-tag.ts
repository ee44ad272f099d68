import type { HistoryEntry } from '../../data/store/views'
import { closeDialog, leavePast, select, showAlongside, showPast } from '../state/actions'
import { store } from '../state/store'
import { setWith } from '../state/tags'

/** Selects a tag in the article as it is now, and shows its owner's tags if they are not shown. Nothing where it is gone. */
export function goToTag(id: string | null): void {
  const { open } = store.getState()
  const set = id === null || !open ? null : setWith(open, id)
  if (!set || !open) return
  leavePast()
  closeDialog()
  if (set !== open.mine) showAlongside(set.annotator)
  select(id)
}

/** Shows the article as it was at a moment of somebody's step, with their tags beside mine. */
export function goToMoment({ annotator }: HistoryEntry, at: string, tag: string | null): void {
  const { open } = store.getState()
  if (open && annotator !== open.mine.annotator) showAlongside(annotator)
  void showPast(at, tag)
}
