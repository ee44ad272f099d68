import { shownArticle } from './past'
import { store } from './store'
import { annotationIn, placeOf, shownAnnotations } from './tags'

/** Selects a tag of the open article, mine or another's; `null` selects none. */
export const select = (annotation: string | null): void => {
  if (store.getState().selected !== annotation) store.setState({ selected: annotation })
}

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

/** Selects the next tag in text order, or the one before; from none, the first or the last. Hidden labels are passed over. */
export function selectNext(step: 1 | -1): void {
  const { alongside, hiddenLabels, selected } = store.getState()
  const open = shownArticle(store.getState())
  if (!open) return
  const tags = shownAnnotations(open, alongside)
  const from = annotationIn(open, selected)
  const at = from && placeOf(tags, from)
  const begin = at !== null && tags[at] === from ? at + step : step === 1 ? 0 : tags.length - 1
  for (let place = begin; tags[place]; place += step)
    if (!hiddenLabels.has(tags[place]!.label)) return select(tags[place]!.id)
}
