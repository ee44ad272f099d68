import type { Reading } from '../../electron/ipc/preferences'
import { prefer } from '../state/preferences'
import { store } from '../state/store'
import { sizeFrom, suggestedSize } from './reading-type'

/** From this width on the stylesheet sets larger type. */
export const largeWindow = matchMedia('(min-width: 1700px)')

/** Changes some of the reading settings: on screen at once, and kept. */
export function setReading(parts: Partial<Reading>): void {
  const { preferences } = store.getState()
  if (preferences) prefer({ reading: { ...preferences.reading, ...parts } })
}

/** Sets larger or smaller type; at the ends of the scale, nothing. */
export function stepSize(step: 1 | -1): void {
  const reading = store.getState().preferences?.reading
  if (!reading) return
  const size = reading.size ?? suggestedSize(largeWindow.matches)
  setReading({ size: sizeFrom(size, step) })
}

/** Leaves the size to the window again. */
export const usualSize = (): void => setReading({ size: null })

export function toggleLetters(): void {
  const reading = store.getState().preferences?.reading
  if (reading) setReading({ letters: !reading.letters })
}
