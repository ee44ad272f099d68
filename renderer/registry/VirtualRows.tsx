import { useRef, type KeyboardEvent, type ReactNode } from 'react'
import { placeAfter } from '../ui/place-after'
import { useRows } from '../ui/use-rows'
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

/** A list of which only the rows near the view are drawn, however many there are. */
export function VirtualRows({ label, name, heights, active, onReach, onEnter, rowId, children }: Props) {
  const list = useRef<HTMLDivElement>(null)
  const { tops, total, drawn } = useRows(list, heights, active, active < 0 ? null : rowId(active))

  const press = (event: KeyboardEvent) => {
    const to = placeAfter(event.key, active, heights.length)
    if (to !== null) onReach(to)
    else if (event.key === 'Enter') onEnter()
    else return
    event.preventDefault()
  }

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
        {drawn.map((row) => (
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
