import { store } from '../state/store'
import type { ReaderView } from './reader-view'
import { Grips } from './reading/grips'
import { move, mySelected } from './tagging'

let grips: Grips | null = null

/** Ends a drag of the selected tag's ends, which stay where they were; says whether there was one. */
export const cancelDrag = (): boolean => grips?.cancel() ?? false

/** Shows grips at the ends of the selected tag while it is mine and can be changed, until the returned function is called. */
export function showGrips(view: ReaderView, page: HTMLElement): () => void {
  const made = new Grips(view, page, move)
  grips = made
  const follow = () => made.show(store.getState().past ? null : mySelected())
  follow()
  const unsubscribe = store.subscribe(follow)
  return () => {
    unsubscribe()
    made.destroy()
    if (grips === made) grips = null
  }
}
