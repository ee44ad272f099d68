import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

/** What stands open of what makes reading comfortable. The settings themselves are preferences. */
export interface ComfortState {
  /** The popover with the reading settings. */
  readonly settingsOpen: boolean
}

export const comfort = createStore<ComfortState>()(() => ({ settingsOpen: false }))

export const useComfort = <T>(part: (state: ComfortState) => T): T => useStore(comfort, part)
