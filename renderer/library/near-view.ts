import { useEffect, useMemo, type RefObject } from 'react'

/** Tells elements of a scrolled list when they come near the view, and when they leave it. */
export interface NearView {
  /** Calls `tell` whenever that changes, until the returned function is called. */
  readonly watch: (element: Element, tell: (isNear: boolean) => void) => () => void
}

/** One observer for the whole list; "near" is within one screen or so above and below. */
export function useNearView(list: RefObject<Element | null>): NearView {
  const shared = useMemo(() => {
    const told = new Map<Element, (isNear: boolean) => void>()
    let observer: IntersectionObserver | null = null
    const begin = (root: Element) => {
      observer = new IntersectionObserver(
        (entries) => {
          for (const { target, isIntersecting } of entries) told.get(target)?.(isIntersecting)
        },
        { root, rootMargin: '900px 0px' },
      )
      for (const element of told.keys()) observer.observe(element)
    }
    const end = () => {
      observer?.disconnect()
      observer = null
    }
    const watch: NearView['watch'] = (element, tell) => {
      told.set(element, tell)
      observer?.observe(element)
      return () => {
        told.delete(element)
        observer?.unobserve(element)
      }
    }
    return { watch, begin, end }
  }, [])

  useEffect(() => {
    if (list.current) shared.begin(list.current)
    return shared.end
  }, [list, shared])
  return shared
}
