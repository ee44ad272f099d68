import type { State } from './state'
import { store } from './store'

/** Selects a tag of the open article, mine or another's; `null` selects none. */
export const select = (annotation: string | null): void => {
  if (store.getState().selected !== annotation) store.setState({ selected: annotation })
}

/** Gives every selection this label until Escape; `null` ends that. */
export const stick = (sticky: string | null): void => store.setState({ sticky })

/** The selection is what a part of a tag shall be; `null`: it is nothing of the kind any more. */
export const reshape = (reshaping: State['reshaping']): void => {
  if (store.getState().reshaping !== reshaping) store.setState({ reshaping })
}

/** Whether the selection is what the selected tag's words shall be. A tag that was deleted, or left for another, is not asked any more. */
export const isReshaping = ({ reshaping, selected }: State): boolean =>
  reshaping !== null && reshaping.tag === selected

/** Lights a tag up in the text and in the list; `null` lights none. */
export const pointAt = (annotation: string | null): void => {
  if (store.getState().pointedAt !== annotation) store.setState({ pointedAt: annotation })
}

/** Hides the tags with this label in the text, or shows them again. */
export const toggleLabel = (label: string): void =>
  store.setState(({ hiddenLabels }) => {
    const next = new Set(hiddenLabels)
    if (!next.delete(label)) next.add(label)
    return { hiddenLabels: next }
  })

/** Unfolds the history of the selected tag, or folds it. */
export const toggleTagHistory = (): void =>
  store.setState(({ tagHistoryShown }) => ({ tagHistoryShown: !tagHistoryShown }))

/** Shows this person's tags above the words, or with `null` nobody's. */
export const showAlongside = (annotator: string | null): void => store.setState({ alongside: annotator })
