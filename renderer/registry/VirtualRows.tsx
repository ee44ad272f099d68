import {
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from 'react'
import { placeAfter } from '../ui/place-after'
import styles from './EntryList.module.css'

interface Props {
  readonly label: string
  /** What commands find it by. */
  readonly name: string
  /** The height of every row in CSS pixels; they never change with what stands in them. */
  readonly heights: readonly number[]
  /** The row that the keys have reached, from 0; -1: none. */
  readonly active: number
  readonly onReach: (row: number) => void
  /** Enter on the row that was reached. */
  readonly onEnter: () => void
  readonly rowId: (row: number) => string
  readonly children: (row: number) => ReactNode
}

/** Pixels above and below the view that are drawn too. */
const MARGIN = 400

/** A list of which only the rows near the view are drawn, however many there are. */
export function VirtualRows({ label, name, heights, active, onReach, onEnter, rowId, children }: Props) {
  const list = useRef<HTMLDivElement>(null)
  const [view, setView] = useState({ top: 0, height: 900 })
  const tops = useMemo(() => topsOf(heights), [heights])
  const total = tops.at(-1) ?? 0

  useLayoutEffect(() => {
    const element = list.current
    if (!element) return
    const look = () => setView({ top: element.scrollTop, height: element.clientHeight })
    const watch = new ResizeObserver(look)
    watch.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      watch.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [])

  useEffect(() => {
    const element = list.current
    const [top, bottom] = [tops[active], tops[active + 1]]
    if (!element || top === undefined || bottom === undefined) return
    if (top < element.scrollTop) element.scrollTop = top
    else if (bottom > element.scrollTop + element.clientHeight)
      element.scrollTop = bottom - element.clientHeight
  }, [active, tops])

  const press = (event: KeyboardEvent) => {
    const to = placeAfter(event.key, active, heights.length)
    if (to !== null) onReach(to)
    else if (event.key === 'Enter') onEnter()
    else return
    event.preventDefault()
  }

  const from = rowAt(tops, view.top - MARGIN)
  const to = Math.min(heights.length, rowAt(tops, view.top + view.height + MARGIN) + 1)
  const drawn = Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i)
  // Assistive technology is told of the row that was reached even when it was scrolled away.
  const shown =
    active >= 0 && active < heights.length && (active < from || active >= to) ? [...drawn, active] : drawn
  return (
    <div
      ref={list}
      role="listbox"
      aria-label={label}
      aria-activedescendant={active >= 0 ? rowId(active) : undefined}
      tabIndex={0}
      data-entries={name}
      data-pane-focus
      className={styles['rows']}
      onKeyDown={press}
    >
      <div role="presentation" className={styles['all']} style={{ height: total }}>
        {shown.map((row) => (
          <div
            key={rowId(row)}
            role="presentation"
            className={styles['slot']}
            style={{ top: tops[row], height: heights[row] }}
          >
            {children(row)}
          </div>
        ))}
      </div>
    </div>
  )
}

function topsOf(heights: readonly number[]): readonly number[] {
  let sum = 0
  return [0, ...heights.map((height) => (sum += height))]
}

/** The row at a height: the last that begins there or before. */
function rowAt(tops: readonly number[], at: number): number {
  let [low, high] = [0, Math.max(0, tops.length - 2)]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (tops[middle]! <= at) low = middle
    else high = middle - 1
  }
  return low
}
