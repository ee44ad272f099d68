import { useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react'
import { watchBox } from './watch-box'

/** Pixels above and below the view that are drawn too. */
const MARGIN = 400
/** Pixels by which the drawn rows move on at once, so that not every pixel draws. */
const STEP = 100

/** Which rows of a long list are drawn, and where. */
export interface Rows {
  /** Where each row begins, in CSS pixels from the first, and behind the last where that ends. */
  readonly tops: readonly number[]
  /** The height of all of them. */
  readonly total: number
  /** Those near the view, and the one that was reached wherever it is: assistive technology is told of it, and it may have the focus. */
  readonly drawn: readonly number[]
}

/**
 * Only the rows near the view of a scrolled box are drawn, however many there are. `heights` are those of all rows in CSS pixels; the row that was
 * reached (`active`, from 0; −1: none) is scrolled into view when it is another, by its `key`, or has moved away from there.
 */
export function useRows(
  box: RefObject<HTMLElement | null>,
  heights: readonly number[],
  active: number,
  key: string | null,
): Rows {
  const [view, setView] = useState({ top: 0, height: 900 })
  const tops = useMemo(() => topsOf(heights), [heights])
  const total = tops.at(-1) ?? 0

  const followed = useRef<{ readonly key: string | null; readonly isSeen: boolean }>({
    key: null,
    isSeen: true,
  })
  const isSeen = () => {
    const element = box.current
    const [top, bottom] = [tops[active], tops[active + 1]]
    if (!element || top === undefined || bottom === undefined) return true
    return bottom > element.scrollTop && top < element.scrollTop + element.clientHeight
  }
  useLayoutEffect(() => {
    const element = box.current
    const [top, bottom] = [tops[active], tops[active + 1]]
    if (!element || top === undefined || bottom === undefined) return
    // Who has scrolled away from it stays there while only other rows come and go.
    if (followed.current.key === key && !followed.current.isSeen) return
    if (top < element.scrollTop) element.scrollTo({ top })
    else if (bottom > element.scrollTop + element.clientHeight)
      element.scrollTo({ top: bottom - element.clientHeight })
    followed.current = { key, isSeen: true }
  }, [box, active, key, tops])

  const seen = useRef(isSeen)
  useLayoutEffect(() => {
    seen.current = isSeen
  })
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const look = () => {
      followed.current = { key: followed.current.key, isSeen: seen.current() }
      const next = { top: Math.floor(element.scrollTop / STEP) * STEP, height: element.clientHeight }
      setView((before) => (before.top === next.top && before.height === next.height ? before : next))
    }
    return watchBox(element, look)
  }, [box])

  const drawn = useMemo(() => {
    const from = rowAt(tops, view.top - MARGIN)
    const to = Math.min(tops.length - 1, rowAt(tops, view.top + STEP + view.height + MARGIN) + 1)
    const near = Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i)
    const isAway = active >= 0 && active < tops.length - 1 && (active < from || active >= to)
    return isAway ? [...near, active] : near
  }, [tops, view, active])
  return { tops, total, drawn }
}

/** Where rows of these heights begin, one below the other, and behind the last where it ends. */
export function topsOf(heights: readonly number[]): readonly number[] {
  let sum = 0
  return [0, ...heights.map((height) => (sum += height))]
}

/** The row at a height: the last that begins there or before. */
export function rowAt(tops: readonly number[], at: number): number {
  let [low, high] = [0, Math.max(0, tops.length - 2)]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (tops[middle]! <= at) low = middle
    else high = middle - 1
  }
  return low
}
