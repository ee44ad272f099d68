import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { afterPaint } from '../ui/after-paint'
import type { State } from './state'
import { store } from './store'

/**
 * The state as it was when the screen was drawn last. What stands beside the text follows it, so that the text has its
 * tag in the frame of the key, and the lists and counts follow two frames later, all at once.
 */
export const soon = createStore<State>()(() => store.getState())

let isAsked = false

store.subscribe(() => {
  if (isAsked) return
  isAsked = true
  follow()
})

/** Follows two frames from now; an article that comes meanwhile is drawn first too, and what stands beside it after that. */
function follow(): void {
  const { open } = store.getState()
  afterPaint(() => {
    const state = store.getState()
    if (state.open?.article !== open?.article) return follow()
    isAsked = false
    soon.setState(state, true)
  })
}

/** `useShown` for what may be drawn two frames after the text. */
export const useShownSoon = <T>(part: (state: State) => T): T => useStore(soon, part)
