import { useEffect, useLayoutEffect, useState, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import { LINE, see } from './record-table'

/** Lines by which the drawn ones move on at once, so that not every pixel draws. */
const STEP = 8
/** Lines drawn beyond the view on either side, at least. */
const MORE = 10

export interface Drawn {
  /** The first line that is drawn, and the one after the last. */
  readonly from: number
  readonly to: number
  /** How many lines are drawn at most, as long as the box stays as high: the same, wherever it is scrolled. */
  readonly most: number
  /** It is being scrolled: lines keep their places in the document, which costs less than moving them. */
  readonly isMoving: boolean
}

/** Milliseconds after which what was scrolled is at rest. */
const REST = 150

/**
 * Which of `count` lines are to be drawn in a scrolled box whose head covers its first `head` CSS pixels. Whoever scrolls
 * gets them in the same frame.
 */
export function useLinesInView(box: RefObject<HTMLElement | null>, count: number, head: number): Drawn {
  const [view, setView] = useState<Drawn>({ from: 0, to: 40, most: 40, isMoving: false })

  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const look = (isMoving: boolean): Drawn => {
      const first = Math.floor(element.scrollTop / LINE)
      const fits = Math.ceil((element.clientHeight - head) / LINE) + 1
      see(first, first + fits)
      const from = Math.max(0, Math.floor(first / STEP) * STEP - MORE)
      const most = (Math.ceil(fits / STEP) + 1) * STEP + 2 * MORE
      return { from, to: Math.min(from + most, count), most, isMoving }
    }
    const draw = (how: (change: () => void) => void, isMoving = false) => {
      const next = look(isMoving)
      how(() => setView((before) => (isSame(before, next) ? before : next)))
    }
    let rest: ReturnType<typeof setTimeout> | undefined
    const scrolled = () => {
      clearTimeout(rest)
      rest = setTimeout(() => draw((change) => change()), REST)
      draw(flushSync, true)
    }
    draw((change) => change())
    const observer = new ResizeObserver(() => draw((change) => change()))
    observer.observe(element)
    element.addEventListener('scroll', scrolled, { passive: true })
    return () => {
      clearTimeout(rest)
      observer.disconnect()
      element.removeEventListener('scroll', scrolled)
    }
  }, [box, count, head])

  return { ...view, from: Math.min(view.from, count), to: Math.min(view.to, count) }
}

const isSame = (a: Drawn, b: Drawn): boolean =>
  a.from === b.from && a.to === b.to && a.most === b.most && a.isMoving === b.isMoving

/** Scrolls a line into view when somebody wishes so. */
export function useGoTo(
  box: RefObject<HTMLElement | null>,
  wish: { readonly line: number; readonly to: 'middle' | 'near'; readonly count: number },
  head: number,
): void {
  useEffect(() => {
    const element = box.current
    if (!element) return
    const [top, fits] = [wish.line * LINE, element.clientHeight - head]
    if (wish.to === 'middle') {
      const isThere = top >= element.scrollTop && top + LINE <= element.scrollTop + fits
      if (!isThere) element.scrollTo({ top: top - (fits - LINE) / 2 })
    } else if (top < element.scrollTop) element.scrollTo({ top })
    else if (top + LINE > element.scrollTop + fits) element.scrollTo({ top: top + LINE - fits })
  }, [box, wish, head])
}
