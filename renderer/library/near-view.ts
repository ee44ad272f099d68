import { useEffect, useState, type RefObject } from 'react'

/** Tells elements of a scrolled list when they come near the view, and when they leave it. */
export interface NearView {
  /** Calls `tell` whenever that changes, until the returned function is called. */
  watch(element: Element, tell: (isNear: boolean) => void): () => void
}

/** One observer for the whole list; "near" is within one screen or so above and below. */
export function useNearView(list: RefObject<Element | null>): NearView {
  const [watcher] = useState(() => new Watcher())
  useEffect(() => {
    if (list.current) watcher.begin(list.current)
    return () => watcher.end()
  }, [list, watcher])
  return watcher
}

/** Elements may be watched before the list is there; they are told from then on. */
class Watcher implements NearView {
  readonly #told = new Map<Element, (isNear: boolean) => void>()
  #observer: IntersectionObserver | null = null

  begin(root: Element): void {
    this.#observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) this.#told.get(target)?.(isIntersecting)
      },
      { root, rootMargin: '900px 0px' },
    )
    for (const element of this.#told.keys()) this.#observer.observe(element)
  }

  end(): void {
    this.#observer?.disconnect()
    this.#observer = null
  }

  watch(element: Element, tell: (isNear: boolean) => void): () => void {
    this.#told.set(element, tell)
    this.#observer?.observe(element)
    return () => {
      this.#told.delete(element)
      this.#observer?.unobserve(element)
    }
  }
}
