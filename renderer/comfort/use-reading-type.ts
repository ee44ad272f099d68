import { useLayoutEffect, type RefObject } from 'react'
import type { Reading } from '../../electron/ipc/preferences'
import { activeReader } from '../reader/active-reader'
import { store } from '../state/store'
import { placeInView, showPlace } from './place'
import { largeWindow } from './reading-settings'
import { propertiesFor, readingProperties } from './reading-type'
import './reading.css'

/**
 * Sets the sheet in `frame` as the reading settings say, before the reader measures it, and again when they change:
 * what one was reading stays where it was on the screen.
 */
export function useReadingType(frame: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const sheet = frame.current?.querySelector<HTMLElement>('.sheet')
    if (!sheet) return
    let shown: Reading | null = null
    const show = () => {
      const reading = store.getState().preferences?.reading
      if (!reading || reading === shown) return
      const isFirst = shown === null
      shown = reading
      if (isFirst) setType(sheet, reading)
      else keepingThePlace(() => setType(sheet, reading))
    }
    const largeness = () => {
      shown = null
      show()
    }
    show()
    largeWindow.addEventListener('change', largeness)
    const unsubscribe = store.subscribe(show)
    return () => {
      unsubscribe()
      largeWindow.removeEventListener('change', largeness)
    }
  }, [frame])
}

function setType(sheet: HTMLElement, reading: Reading): void {
  const values = propertiesFor(reading, largeWindow.matches)
  for (const name of readingProperties) {
    const value = values[name]
    if (value === undefined) sheet.style.removeProperty(name)
    else sheet.style.setProperty(name, value)
  }
  sheet.dataset['spacing'] = reading.spacing
  sheet.dataset['letters'] = reading.letters ? 'on' : 'off'
}

/** Changes how the text is set, while what one reads stays where it is. */
function keepingThePlace(change: () => void): void {
  const view = activeReader()
  const place = view && placeInView(view)
  view?.prepareForChange()
  change()
  if (view && place) showPlace(view, place)
  view?.invalidate()
}
