import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

interface Shown {
  /** Whether the inspector says when labels are used. */
  readonly isShown: boolean
  /** The label whose button is pointed at, after a moment; `null` for none. */
  readonly pointed: string | null
}

const shown = createStore<Shown>()(() => ({ isShown: false, pointed: null }))

export const useRulesShown = <T>(part: (state: Shown) => T): T => useStore(shown, part)

/** Unfolds when labels are used in the inspector, or folds it. */
export const toggleRules = (): void => shown.setState(({ isShown }) => ({ isShown: !isShown }))

/** Milliseconds that a label is pointed at before its rule is shown. */
const MOMENT = 400
let soon: ReturnType<typeof setTimeout> | undefined

/** Shows the rule of a label in the inspector while its button is pointed at; `null`: it is not any more. */
export function pointAtLabel(label: string | null): void {
  clearTimeout(soon)
  if (label === null) {
    if (shown.getState().pointed !== null) shown.setState({ pointed: null })
    return
  }
  soon = setTimeout(() => shown.setState({ pointed: label }), MOMENT)
}
