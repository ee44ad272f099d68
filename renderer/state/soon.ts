import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
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

/** Milliseconds after which a window that draws nothing, since nobody sees it, follows all the same. */
const PATIENCE = 100

/** Calls `next` once the next two frames are on the screen: the one with the tag, and one for what the browser does after it. */
function afterPaint(next: () => void): void {
  const { port1, port2 } = new MessageChannel()
  const patience = setTimeout(() => port2.postMessage(null), PATIENCE)
  requestAnimationFrame(() => requestAnimationFrame(() => port2.postMessage(null)))
  port1.addEventListener('message', () => {
    clearTimeout(patience)
    port1.close()
    next()
  })
  port1.start()
}

/** `useShown` for what may be drawn two frames after the text. */
export const useShownSoon = <T>(part: (state: State) => T): T => useStore(soon, part)
