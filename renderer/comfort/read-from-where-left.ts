import type { ReaderView } from '../reader/reader-view'
import { store } from '../state/store'
import { placeInView, showPlace, type Place } from './place'
import { RememberedPlaces } from './remembered-places'

/** Milliseconds after the last scrolling until the place is kept, so that a crash does not lose it. */
const REST = 400

/** What shows that a person wants to be elsewhere. */
const moves = ['wheel', 'pointerdown', 'keydown', 'touchmove'] as const

/**
 * Shows an article where it was left last time, before its first picture, and remembers where one reads. Gives what
 * ends that, to be called while the text is still on the page.
 */
export function readFromWhereLeft(view: ReaderView, article: string): () => void {
  const project = store.getState().project?.project.id
  if (project === undefined) return () => {}
  const places = new RememberedPlaces(localStorage)
  const left = places.find(project, article)
  const letGo = left && store.getState().selected === null ? hold(view, left) : null
  const keep = () => places.remember(project, article, placeInView(view))

  const stop = new AbortController()
  let rest: ReturnType<typeof setTimeout> | undefined
  const scrolled = () => {
    clearTimeout(rest)
    rest = setTimeout(keep, REST)
  }
  view.scroller.addEventListener('scroll', scrolled, { passive: true, signal: stop.signal })
  window.addEventListener('pagehide', keep, { signal: stop.signal })
  return () => {
    stop.abort()
    clearTimeout(rest)
    letGo?.()
    keep()
  }
}

/**
 * Shows a place, again whenever far paragraphs have got their true height, until one moves, selects a tag or sets
 * the type otherwise. Gives what lets go of it.
 */
function hold(view: ReaderView, place: Place): () => void {
  const stop = new AbortController()
  const watch = new ResizeObserver(() => showPlace(view, place))
  const letGo = () => {
    stop.abort()
    watch.disconnect()
    unsubscribe()
  }
  const unsubscribe = store.subscribe((state, before) => {
    if (state.selected !== before.selected || state.preferences !== before.preferences) letGo()
  })
  for (const move of moves)
    addEventListener(move, letGo, { passive: true, capture: true, signal: stop.signal })
  showPlace(view, place)
  watch.observe(view.text.root)
  return letGo
}
