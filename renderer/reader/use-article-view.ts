import { useLayoutEffect, useRef, type RefObject } from 'react'
import type { Article } from '../../data/model/article'
import type { Codebook } from '../../data/model/codebook'
import { store } from '../state/store'
import { partsIn, type ReaderParts } from './reader-parts'
import type { ReaderView } from './reader-view'

/** A reader that was opened, and what ends all that follows it. It is destroyed after that. */
export interface OpenedView {
  readonly view: ReaderView
  readonly leave: () => void
}

/** Opens an article on the parts of a page. */
export type OpenView = (parts: ReaderParts, article: Article, codebook: Codebook) => OpenedView

/**
 * Keeps a `ReaderView` in the elements below `frame` as long as its article is there. What opens it is asked for it
 * once an article, and holds nothing that changes from one drawing of React to the next.
 */
export function useArticleView(
  frame: RefObject<HTMLElement | null>,
  article: Article,
  open: OpenView,
): RefObject<ReaderView | null> {
  const current = useRef<ReaderView | null>(null)
  const opening = useRef(open)
  useLayoutEffect(() => {
    const { project } = store.getState()
    if (!frame.current || !project) return
    const { view, leave } = opening.current(partsIn(frame.current), article, project.codebook)
    current.current = view
    return () => {
      leave()
      view.destroy()
      current.current = null
    }
  }, [article, frame])
  return current
}
